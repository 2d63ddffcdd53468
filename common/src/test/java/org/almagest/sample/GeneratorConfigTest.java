package org.almagest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.almagest.corpus.CorpusFormat;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.junit.jupiter.api.Test;

class GeneratorConfigTest {
  @Test
  void namesTheOptionThatIsWrong() {
    refuses("--papers", 0, 12, 0, 0.02, 0.01, 0.03);
    refuses("--topics", 10, 0, 0, 0.02, 0.01, 0.03);
    refuses("--topics", 10, 1001, 0, 0.02, 0.01, 0.03);
    refuses("--first-paper", 10, 12, -1, 0.02, 0.01, 0.03);
    refuses("--duplicates", 10, 12, 0, 1.5, 0.01, 0.03);
    refuses("--bad-records", 10, 12, 0, 0.02, -0.1, 0.03);
    refuses("--name-variants", 10, 12, 0, 0.02, 0.01, Double.NaN);
  }

  @Test
  void refusesMorePapersThanArxivHasIdsFor() {
    assertThatThrownBy(
            () -> GeneratorConfig.of(5_000_000, 1, CorpusFormat.ARXIV_TSV, Path.of("out")))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("--papers")
        .hasMessageContaining("--format openalex");
    assertThat(GeneratorConfig.of(5_000_000, 1, CorpusFormat.OPENALEX, Path.of("out")).topics())
        .isEqualTo(GeneratorConfig.DEFAULT_TOPICS);
  }

  @Test
  void findsPackingsByTheirNameOnTheCommandLine() {
    assertThat(Packing.named("xz")).contains(Packing.XZ);
    assertThat(Packing.named("rar")).isEmpty();
  }

  @Test
  void refusesToCompressPages() {
    assertThatThrownBy(
            () ->
                new GeneratorConfig(
                    1, 1, CorpusFormat.DAILY_PAPERS, Path.of("out"), 1, 0, Packing.XZ, 0, 0, 0))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("--packing");
  }

  private static void refuses(
      String option, long papers, int topics, long first, double twice, double bad, double names) {
    assertThatThrownBy(
            () ->
                new GeneratorConfig(
                    papers,
                    1,
                    CorpusFormat.OPENALEX,
                    Path.of("out"),
                    topics,
                    first,
                    Packing.GZIP,
                    twice,
                    bad,
                    names))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith(option)
        .hasMessageContaining("give");
  }
}
