package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.corpus.CorpusFormat;
import org.almagest.pages.CommandBlock;
import org.almagest.pages.CommandBlock.Use;
import org.almagest.sample.CorpusGenerator;
import org.almagest.sample.GeneratorConfig;
import org.almagest.sample.Packing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the shell commands of the pages as a reader would: each block in a directory of its own, in
 * which {@code submit/} and {@code jobs/} are those of the checkout, {@code papers/} and {@code
 * more-papers/} are small corpora, and {@code warehouse/} is that of the demo, unless the block is
 * there to make it.
 */
class DocumentedCommandsIT {
  /** What of the checkout commands are called from. */
  private static final List<String> LINKED = List.of("submit", "jobs");

  private static final long PAPERS = 60;
  private static final long SEED = 7;

  @TempDir Path directory;

  private LauncherProcess launcher;

  static List<CommandBlock> blocks() {
    return CommandBlock.all().stream().filter(block -> block.use() != Use.NOT_RUN).toList();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void doesWhatThePageSays(CommandBlock block) throws Exception {
    if (block.commands().equals(List.of(DemoWarehouse.COMMAND))) {
      assertThat(DemoWarehouse.published().demo().exitCode()).isZero();
      return;
    }
    launcher = new LauncherProcess(directory, Duration.ofMinutes(10));
    layOut(block);
    if (block.use() == Use.REHEARSED) {
      launcher.with("ALMAGEST_DRY_RUN", "1");
    }
    Path script =
        Files.writeString(
            directory.resolve("block"),
            "#!/usr/bin/env bash\nset -euo pipefail\n" + block.block().text());
    assertThat(script.toFile().setExecutable(true)).isTrue();

    Outcome outcome = launcher.start(script);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    block.output().ifPresent(output -> assertThat(outcome.out()).isEqualTo(output));
  }

  /** Before JUnit clears the directory, which complains of links out of it. */
  @AfterEach
  void removeLinks() throws IOException {
    for (String folder : LINKED) {
      if (launcher != null) {
        Files.deleteIfExists(launcher.work().resolve(folder));
      }
    }
  }

  private void layOut(CommandBlock block) throws IOException {
    for (String folder : LINKED) {
      Files.createSymbolicLink(
          launcher.work().resolve(folder), LauncherProcess.HOME.resolve(folder));
    }
    if (block.commands().stream().anyMatch(command -> command.contains("submit/almagest run "))) {
      generate("papers", CorpusFormat.OPENALEX, 0);
      generate("more-papers", CorpusFormat.ARXIV_JSON, PAPERS);
    } else if (block.block().text().contains("--warehouse warehouse")) {
      DemoWarehouse.published().copyTo(launcher.work().resolve("warehouse"));
    }
  }

  private void generate(String folder, CorpusFormat format, long firstPaper) throws IOException {
    Path made = directory.resolve("generated " + folder);
    new CorpusGenerator(
            new GeneratorConfig(
                PAPERS,
                SEED,
                format,
                made,
                GeneratorConfig.DEFAULT_TOPICS,
                firstPaper,
                Packing.usualFor(format),
                0,
                0,
                0))
        .generate();
    Files.move(made.resolve("corpus"), launcher.work().resolve(folder));
  }
}
