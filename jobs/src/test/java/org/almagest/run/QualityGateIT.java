package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second run into a warehouse: what it tells of the first one's papers, and when it may not. */
class QualityGateIT {
  private static final int PAPERS = 30;

  @TempDir Path directory;
  private final RecordingListener listener = new RecordingListener();

  @BeforeEach
  void publishAVersion() throws IOException {
    run("warehouse", "first", corpus("old.json", PAPERS));
  }

  private Path corpus(String name, int papers) throws IOException {
    return TestCorpus.arxivJsonFile(directory.resolve(name), papers);
  }

  private Snapshot run(String warehouse, String runId, Path input, String... accepted) {
    return Pipeline.run(
            new RunRequest(
                    List.of(input.toString()),
                    directory.resolve(warehouse).toString(),
                    Optional.of(runId),
                    Settings.defaults().with(Setting.RUN_STAGES, "ingest,terms,citations", "test"))
                .accepting(Set.of(accepted)),
            listener)
        .snapshot();
  }

  private Warehouse warehouse() {
    return Warehouse.at(directory.resolve("warehouse").toString(), new Configuration());
  }

  private static List<String> checks(Snapshot snapshot, String where) {
    return new PublishedTables(snapshot)
        .query(
            "SELECT \"check\", severity, passed, accepted, round(observed, 4), threshold, detail"
                + " FROM quality_checks WHERE "
                + where
                + " ORDER BY ALL");
  }

  @Test
  void aCorpusThatShrinksIsRefusedUntilAPersonAcceptsIt() throws IOException {
    assertThat(listener.warnings()).isEmpty();
    Path fewer = corpus("fewer.json", 20);
    Path staged = directory.resolve("warehouse/_staging/second");

    assertThatThrownBy(() -> run("warehouse", "second", fewer, "authorships-lost"))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.QUALITY_GATE))
        .hasMessageContaining(
            "papers-lost: papers has 20 rows, and had 30 in version 1 (observed 0.3333, threshold"
                + " 0.1, which is quality.max-shrink)")
        .hasMessageContaining("Nothing is published")
        .hasMessageContaining("are in " + staged + ".")
        .hasMessageContaining("--run-id second --accept papers-lost,authorships-lost.");
    assertThat(warehouse().current().orElseThrow().version()).isEqualTo(1);
    assertThat(staged.resolve("papers")).isDirectoryContaining("glob:**.parquet");
    assertThat(staged.resolve("quality_checks")).isDirectoryContaining("glob:**.parquet");
    assertThat(staged.resolve("_scratch")).doesNotExist();
    assertThat(warehouse().garbage(1).paths()).containsExactly("_staging/second");

    Snapshot third = run("warehouse", "second", fewer, "papers-lost", "authorships-lost");

    assertThat(listener.stages())
        .as("a candidate's stages are not run again")
        .endsWith("reused ingest 1/3", "reused terms 2/3", "reused citations 3/3");
    assertThat(third.version()).isEqualTo(2);
    assertThat(staged).doesNotExist();
    assertThat(third.manifest().acceptedChecks())
        .containsExactly("papers-lost", "authorships-lost");
    assertThat(warehouse().current().orElseThrow().manifest().acceptedChecks()).hasSize(2);
    assertThat(checks(third, "NOT passed"))
        .containsExactly(
            "authorships-lost|error|false|true|0.3333|0.1|authorships has 40 rows, and had 60 in"
                + " version 1.",
            "papers-lost|error|false|true|0.3333|0.1|papers has 20 rows, and had 30 in version 1.");
    assertThat(listener.warnings())
        .anySatisfy(w -> assertThat(w).contains("papers-lost", "accepted with --accept."));

    // The version that was accepted is the one to compare with from now on.
    Snapshot fourth = run("warehouse", "fourth", fewer);
    assertThat(checks(fourth, "NOT passed OR accepted")).isEmpty();
    assertThat(fourth.manifest().acceptedChecks()).isEmpty();
    assertThat(new PublishedTables(fourth).query("SELECT count(*) FROM changes"))
        .containsExactly("0");
  }

  @Test
  void aRefreshTellsWhatChangedAndEqualsAFullRunOverTheNewInput() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(corpus("new.json", PAPERS + 3)));
    lines.set(4, lines.get(4).replace("Paper 5 on", "Five on"));
    lines.remove(0);
    Path input = Files.write(directory.resolve("new.json"), lines);

    Snapshot refreshed = run("warehouse", "second", input);
    Snapshot fresh = run("fresh", "only", input);

    assertThat(
            new PublishedTables(refreshed)
                .query("SELECT paper_id, kind, fields FROM changes ORDER BY kind, paper_id"))
        .containsExactly(
            "arxiv:2008.00031|added|[]",
            "arxiv:2009.00032|added|[]",
            "arxiv:2010.00033|added|[]",
            "arxiv:2006.00005|changed|[title]",
            "arxiv:2002.00001|gone|[]");
    assertThat(refreshed.manifest().stages().get(0).counts())
        .containsEntry("added", 3L)
        .containsEntry("changed", 1L)
        .containsEntry("gone", 1L);
    assertThat(rows(refreshed)).isEqualTo(rows(fresh));
    assertThat(checks(refreshed, "NOT passed")).isEmpty();
    assertThat(checks(refreshed, "\"check\" = 'papers-lost'")).hasSize(1);
    assertThat(checks(fresh, "\"check\" = 'papers-lost'")).as("nothing to compare with").isEmpty();
  }

  /** All tables but those that tell of the way to them. */
  private static Map<String, List<String>> rows(Snapshot snapshot) {
    Map<String, List<String>> rows = new PublishedTables(snapshot).all();
    rows.keySet().removeAll(Set.of("changes", "quality_checks"));
    assertThat(rows).containsKeys("papers", "vocabulary", "paper_terms", "paper_metrics");
    return rows;
  }
}
