package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.cli.CommandLineHarness.Outcome;
import org.almagest.config.Setting;
import org.almagest.config.Settings.Value;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir Path directory;

  private final CommandLineHarness almagest = new CommandLineHarness();

  private Outcome run(String commandLine) {
    return almagest.run(commandLine.isEmpty() ? new String[0] : commandLine.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Say what to do",
        "rnu|There is no command 'rnu'. Did you mean 'run'?",
        "run --input a|Missing required option: '--warehouse=DIR'",
        "run --input a --topic 5 --warehouse w|There is no option --topic. Did you mean --topics?",
        "run --inptu a --warehouse w|There is no option --inptu. Did you mean --input?",
        "tables --warehous=w|There is no option --warehous. Did you mean --warehouse?",
        "run --warehouse w|There is nothing to read: name the input with --input",
        "ingest --warehouse w|There is nothing to read",
        "run --warehouse w --stages ingest,tpics --input a|Did you mean 'topics'?",
        "run --warehouse w --input a --topics 0|topics.count is '0' (--topics), but it must be",
        "run --warehouse w --input a --algorithm lda|topics.algorithm is 'lda' (--algorithm), but it"
            + " must be gibbs or mllib-online or mllib-em",
        "topics --warehouse w --algorithm gibbs --set topics.algorithm=mllib-em|given twice, by"
            + " --algorithm",
        "run --warehouse w --input a --set topics.cuont=3|Did you mean 'topics.count'?",
        "run --warehouse w --input a --set topics.count|KEY=VALUE",
        "run --warehouse w --input a --topics 3 --set topics.count=4|given twice, by --topics",
        "terms --warehouse w --set run.stages=topics|given twice, by --set and by the command terms",
        "run --warehouse w --stages terms --set run.stages=topics|given twice, by --set and by"
            + " --stages",
        "run --warehouse w --input a --accept keys-lost,citation-lost|Did you mean",
        "terms --warehouse w --accept topic-drifts|Did you mean 'topic-drift'?",
        "run --warehouse w --input a --config none.yaml|none.yaml does not exist",
        "query --warehouse w|Missing required parameter: 'SQL'",
        "query --warehouse w a b|'b' is one argument too many",
        "query --warehouse w --output xml a|'xml' is not one of [csv, json, table]",
        "query --warehouse s3a://bucket/w a|local warehouses only",
        "query --warehouse w a|Nothing is published in w yet. Publish with: almagest run",
        "tables --warehouse w|Nothing is published in w yet",
        "export --warehouse w --graph author --as gexf --out o --top 5|Did you mean 'coauthors'?",
        "export --warehouse w --graph coauthors --as xml --out o --top 5|Did you mean 'gexf'?",
        "export --warehouse w --graph coauthors --as gexf --out o|Say which part of the graph",
        "export --warehouse w --graph coauthors --as gexf --out o --top 5 --ego a|exclude each other",
        "export --warehouse w --graph coauthors --as gexf --out o --top 0|must be 1 or more",
        "export --warehouse w --graph coauthors --as gexf --out o --top x|is not a long",
        "export --warehouse w --graph coauthors --as gexf --out o --ego a --by b|--by belongs to",
        "export --warehouse w --graph coauthors --as gexf --out o --top 5 --radius 1|belongs to --ego",
        "export --warehouse w --graph coauthors --as gexf --out o --ego a --radius 3|must be 1 or 2",
        "export --warehouse w --graph citations --as gexf --out o --top 5 --min-weight 2|means nothing",
        "export --warehouse w --graph coauthors --as gexf --out o --top 5 --min-weight -1|from 0 on",
        "export --warehouse w --graph coauthors --as gexf --top 5|Missing required option: '--out=PATH'",
        "export --warehouse s3a://b/w --graph coauthors --as gexf --out o --top 5|local warehouses only",
        "export --warehouse w --graph coauthors --as gexf --out o --top 5|Nothing is published in w yet",
        "export --warehouse w --graph coauthors --as gexf --out / --top 5|file or directory below it",
        "digest --warehouse w|Missing required option: '--period=PERIOD'",
        "digest --warehouse w --period year|must be day, week or month",
        "digest --warehouse w --period week --date 1.12.2025|must be a day such as 2025-12-01",
        "digest --warehouse w --period week --send|--send needs a profile",
        "digest --warehouse w --period week --resend-unsure|belongs to --send",
        "digest --warehouse w --period week --profile none.yaml|none.yaml does not exist",
        "digest --warehouse s3a://b/w --period week|local warehouses only",
        "digest --warehouse w --period week|Nothing is published in w yet",
        "demo|submit/almagest demo",
        "config|config print",
      })
  void tellsAWrongCommandLineInOneLine(String commandLine, String message) {
    Outcome outcome = run(commandLine);

    assertThat(outcome.err()).startsWith("almagest: ").contains(message).hasLineCount(1);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(almagest.requests).isEmpty();
  }

  @Test
  void passesInputsSettingsAndOriginsToThePipeline() throws IOException {
    Path stopWords = Files.writeString(directory.resolve("x=y"), "the");
    Outcome outcome =
        run(
            "run --input a b --warehouse w --input c --run-id n1 --topics 40 --seed -5 --format"
                + " openalex --max-rejected 0.5 --max-authors-per-paper 9 --page-year 2025 --stages"
                + " ingest,terms --set authors.identity=raw-name --set terms.stop-words="
                + stopWords);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    RunRequest request = almagest.requests.get(0);
    assertThat(request.inputs()).containsExactly("a", "b", "c");
    assertThat(request.warehouse()).isEqualTo("w");
    assertThat(request.runId()).contains("n1");
    assertThat(request.settings().value(Setting.TOPICS_COUNT))
        .isEqualTo(new Value("40", "--topics"));
    assertThat(request.settings().text(Setting.RUN_SEED)).isEqualTo("-5");
    assertThat(request.settings().text(Setting.INGEST_FORMAT)).isEqualTo("openalex");
    assertThat(request.settings().text(Setting.INGEST_MAX_REJECTED)).isEqualTo("0.5");
    assertThat(request.settings().text(Setting.COAUTHORS_MAX_AUTHORS_PER_PAPER)).isEqualTo("9");
    assertThat(request.settings().text(Setting.INGEST_PAGE_YEAR)).isEqualTo("2025");
    assertThat(request.settings().text(Setting.RUN_STAGES)).isEqualTo("ingest,terms");
    assertThat(request.settings().value(Setting.AUTHORS_IDENTITY))
        .isEqualTo(new Value("raw-name", "--set"));
    assertThat(request.settings().text(Setting.TERMS_STOP_WORDS)).isEqualTo(stopWords.toString());
  }

  @Test
  void checksThatAreAcceptedAreListedOrNamedOneByOne() {
    run("terms --warehouse w --accept papers-lost, --accept topic-drift,citations-lost");

    assertThat(almagest.requests.get(0).acceptedChecks())
        .containsExactlyInAnyOrder("papers-lost", "topic-drift", "citations-lost");
  }

  @ParameterizedTest
  @CsvSource({
    "topics, gibbs",
    "topics, mllib-online",
    "topics, mllib-em",
    "run --input a, mllib-em",
  })
  void theTrainerOfTopicsHasAnOption(String command, String algorithm) {
    assertThat(run(command + " --warehouse w --algorithm " + algorithm).exitCode()).isZero();

    assertThat(almagest.requests.get(0).settings().value(Setting.TOPICS_ALGORITHM))
        .isEqualTo(new Value(algorithm, "--algorithm"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terms",
        "topics",
        "coauthors",
        "communities",
        "citations",
        "main-paths",
        "trending"
      })
  void aStageRunsAloneAndNeedsNoInput(String stage) {
    assertThat(run(stage + " --warehouse w").exitCode()).isZero();

    assertThat(almagest.requests.get(0).settings().text(Setting.RUN_STAGES)).isEqualTo(stage);
    assertThat(almagest.requests.get(0).inputs()).isEmpty();
  }

  @Test
  void printsTheSummaryToTheOutputAndProgressToTheErrors() {
    Outcome outcome = run("run --input a --warehouse w");

    assertThat(outcome.out())
        .startsWith("Published version 7 of /data/w (run r1).")
        .containsPattern("ingest +1.2 s +papers 1,000");
    assertThat(outcome.err())
        .contains("[1/1] ingest: done in 1.2 s (papers 1,000)")
        .contains("almagest: warning: an odd\\ntitle");
  }

  @Test
  void demoReadsTheSamplesAndAcceptsTheirBadRecords() throws IOException {
    for (String format : List.of("daily-papers", "arxiv-tsv", "arxiv-json", "openalex")) {
      Files.createDirectories(directory.resolve("data-samples/" + format + "/corpus"));
    }
    almagest.home = Optional.of(directory);

    assertThat(run("demo").exitCode()).isZero();
    almagest.environment = Map.of("ALMAGEST_INGEST_MAX_REJECTED", "0.2");
    assertThat(run("demo --warehouse w2").exitCode()).isZero();

    RunRequest request = almagest.requests.get(0);
    assertThat(request.inputs()).hasSize(4).allMatch(path -> path.endsWith("corpus"));
    assertThat(request.warehouse()).isEqualTo("warehouse");
    assertThat(request.settings().value(Setting.INGEST_MAX_REJECTED))
        .isEqualTo(new Value("0.05", "demo"));
    assertThat(almagest.requests.get(1).settings().text(Setting.INGEST_MAX_REJECTED))
        .isEqualTo("0.2");
  }

  @Test
  void demoSaysWhenTheSamplesAreMissing() {
    almagest.home = Optional.of(directory);

    Outcome outcome = run("demo");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("samples are not complete");
  }

  @Test
  void configPrintShowsEverySettingAndItsOrigin() {
    almagest.environment = Map.of("ALMAGEST_RUN_SEED", "3");

    Outcome outcome = run("config print --origin --topics 40");

    assertThat(outcome.out().lines())
        .hasSize(Setting.values().length + 1)
        .startsWith("key\tvalue\torigin", "run.seed\t3\tALMAGEST_RUN_SEED")
        .contains("topics.count\t40\t--topics", "ingest.max-rejected\t0.001\tdefault");
    assertThat(run("config print").out()).startsWith("key\tvalue\nrun.seed\t3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "run",
        "ingest",
        "terms",
        "topics",
        "coauthors",
        "communities",
        "citations",
        "main-paths",
        "trending",
        "report",
        "tables",
        "query",
        "export",
        "digest",
        "config print"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    Outcome outcome = run((command + " --help").strip());

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("Usage: almagest").contains("Example", "  almagest ");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void helpTellsTheExitCodes() {
    for (ExitCode exitCode : ExitCode.values()) {
      assertThat(run("--help").out()).containsPattern("\n +" + exitCode.number() + " +[a-z]");
    }
  }

  @Test
  void versionNamesWhatItRunsOn() {
    assertThat(run("--version").out())
        .containsPattern("Almagest .+\nSpark 4\\.1\\.\\d+\nScala 2\\.13\\.\\d+\nJava 17");
  }

  @Test
  void showsTheStackTraceOnlyForDebug() {
    almagest.failure =
        Optional.of(new AlmagestException(ExitCode.BAD_INPUT, "the file 'a\u001b[2J' is torn."));

    Outcome plain = run("terms --warehouse w");
    Outcome debug = run("terms --warehouse w --debug");

    assertThat(plain.exitCode()).isEqualTo(3);
    assertThat(plain.err()).isEqualTo("almagest: the file 'a\\u001b[2J' is torn.\n");
    assertThat(debug.exitCode()).isEqualTo(3);
    assertThat(debug.err()).contains("\tat org.almagest.");
  }
}
