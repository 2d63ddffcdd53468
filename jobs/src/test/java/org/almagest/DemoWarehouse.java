package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;

/**
 * The warehouse that {@code submit/almagest demo} makes of the samples: made once for all tests of
 * a JVM, which only read it.
 *
 * @param launcher in whose working directory it lies
 * @param demo what the command said
 */
public record DemoWarehouse(LauncherProcess launcher, Outcome demo) {
  /** README's first command. */
  public static final String COMMAND = "submit/almagest demo";

  private static final Path DIRECTORY = Path.of("target/demo-warehouse").toAbsolutePath();

  private static DemoWarehouse published;

  /** The one there is, or it is made now. */
  public static synchronized DemoWarehouse published() {
    if (published == null) {
      try {
        published = publish();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return published;
  }

  private static DemoWarehouse publish() throws IOException, InterruptedException {
    delete(DIRECTORY);
    LauncherProcess launcher = new LauncherProcess(DIRECTORY, Duration.ofMinutes(10));
    Outcome demo = launcher.run("demo");
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    return new DemoWarehouse(launcher, demo);
  }

  /** Where it lies. */
  public Path directory() {
    return launcher.work().resolve("warehouse");
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
