package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look after a warehouse, as a person types them. */
class WarehouseCareIT {
  private static final Path SAMPLES = LauncherProcess.HOME.resolve("data-samples");

  @TempDir Path directory;
  private LauncherProcess launcher;

  @BeforeEach
  void publishAVersion() throws Exception {
    launcher = new LauncherProcess(directory, Duration.ofMinutes(10));
    Outcome run =
        launcher.run(
            "ingest",
            "--max-rejected",
            "0.05",
            "--input",
            SAMPLES.resolve("openalex/corpus").toString(),
            "--warehouse",
            "warehouse",
            "--run-id",
            "one");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private Outcome care(String command, String... options) throws Exception {
    return launcher.run(
        Stream.concat(Stream.of(command, "--warehouse", "warehouse"), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void versionsAreListedVerifiedPublishedAgainAndRemoved() throws Exception {
    assertThat(care("verify").out()).startsWith("Version 1 is whole: ");
    assertThat(care("rollback", "--to", "1").out()).startsWith("Published version 2 of ");
    assertThat(care("history").out().lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("2\tone\t").endsWith("\t7\t200\tcurrent"),
            line -> assertThat(line).startsWith("1\tone\t").endsWith("\t7\t200\tearlier"));
    assertThat(care("gc", "--keep", "1", "--dry-run").out()).isEqualTo("versions/00000001.json\n");
    assertThat(care("gc", "--keep", "1").err()).contains("Removed 1 version");
    assertThat(care("history").out().lines()).hasSize(2);

    damageOneFile();
    Outcome damaged = care("verify");
    assertThat(damaged.exitCode()).isEqualTo(7);
    assertThat(damaged.out()).contains("does not have the content that was published");
    assertThat(damaged.err()).contains("Version 2 of ").contains("almagest rollback");
  }

  @Test
  void aWrongNumberIsToldInOneSentence() throws Exception {
    assertThat(care("rollback", "--to", "9").err()).contains("no whole version 9").hasLineCount(1);
    assertThat(care("verify", "--version-number", "9").exitCode()).isEqualTo(2);
    assertThat(care("gc", "--keep", "0").exitCode()).isEqualTo(2);
  }

  private void damageOneFile() throws IOException {
    try (Stream<Path> files =
        Files.walk(launcher.work().resolve("warehouse/snapshots/one/papers"))) {
      Path file =
          files.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }
}
