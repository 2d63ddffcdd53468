package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.almagest.LauncherProcess.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's first command, and what a run over the samples must give. */
class DemoIT {
  private static final Path SAMPLES = LauncherProcess.HOME.resolve("data-samples");

  @TempDir Path directory;

  @Test
  void theDemoGivesWhatTheSamplesPromise() throws Exception {
    DemoWarehouse published = DemoWarehouse.published();
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(2));
    published.copyTo(launcher.work().resolve("warehouse"));

    assertThat(published.demo().out()).startsWith("Published version 1 of ");
    Outcome tables = launcher.run("tables", "--warehouse", "warehouse");
    assertThat(withoutPaths(tables.out()))
        .containsAll(Files.readAllLines(SAMPLES.resolve("expected/tables.tsv")))
        .anyMatch(line -> line.startsWith("paper_topics\t"))
        .anyMatch(line -> line.startsWith("topic_trends\t"));
    for (JsonNode figure : figures()) {
      List<String> expected =
          StreamSupport.stream(figure.get("rows").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      assertThat(launcher.query("warehouse", figure.get("sql").asText()))
          .as(figure.get("what").asText())
          .isEqualTo(expected);
    }
    sendsADigestWithTheLibrariesOfTheJar(launcher);
  }

  private void sendsADigestWithTheLibrariesOfTheJar(LauncherProcess launcher) throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Path profile =
          Files.writeString(
              directory.resolve("profile.yaml"),
              "name: demo\nmail:\n  host: 127.0.0.1\n  port: "
                  + server.getSmtp().getPort()
                  + "\n  security: none\n  from: d@example.org\n  to: [r@example.org]\n");
      Outcome digest =
          launcher.run(
              "digest",
              "--warehouse",
              "warehouse",
              "--period",
              "month",
              "--date",
              "2025-12-01",
              "--profile",
              profile.toString(),
              "--send");
      assertThat(digest.exitCode()).as(digest.err()).isZero();
      assertThat(digest.out()).contains("sent to r@example.org");
      assertThat(server.getReceivedMessages())
          .singleElement()
          .satisfies(message -> assertThat(message.isMimeType("multipart/alternative")).isTrue());
    } finally {
      server.stop();
    }
  }

  @Test
  void goesThroughSparkSubmitWhereAMasterIsNamed() throws Exception {
    LauncherProcess launcher = new LauncherProcess(directory, Duration.ofMinutes(10));

    Outcome run =
        launcher.run(
            "run",
            "--master",
            "local[2]",
            "--stages",
            "ingest,terms,coauthors",
            "--max-rejected",
            "0.05",
            "--input",
            SAMPLES.resolve("openalex/corpus").toString(),
            "--warehouse",
            "warehouse",
            "--run-id",
            "submitted");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("(run submitted)");
    assertThat(launcher.query("warehouse", "SELECT count(*) FROM papers")).containsExactly("200");
  }

  private static JsonNode figures() throws IOException {
    return new ObjectMapper().readTree(SAMPLES.resolve("expected/figures.json").toFile());
  }

  private static List<String> withoutPaths(String tables) {
    return tables.lines().map(line -> line.substring(0, line.lastIndexOf('\t'))).toList();
  }
}
