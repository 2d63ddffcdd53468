package org.almagest;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;

/**
 * The warehouse that {@code submit/almagest demo} makes of the samples: made once for all tests of
 * a build, in whichever JVM they run, which only read it or take a copy.
 *
 * @param directory where it lies
 * @param demo what the command said
 */
public record DemoWarehouse(Path directory, Outcome demo) {
  /** README's first command. */
  public static final String COMMAND = "submit/almagest demo";

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path SCRATCH = TARGET.resolve("demo-warehouse");

  /** In which build it was made. */
  private static final Path BUILD = SCRATCH.resolve("build");

  private static final String CLASSES = "launcher.jsa";

  private static DemoWarehouse published;

  /** The one there is, or it is made now. */
  public static synchronized DemoWarehouse published() {
    if (published == null) {
      try {
        published = ofThisBuild();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return published;
  }

  private static DemoWarehouse ofThisBuild() throws IOException, InterruptedException {
    String build = System.getProperty("almagest.build", "of one JVM alone");
    Files.createDirectories(TARGET);
    try (FileChannel lock =
        FileChannel.open(TARGET.resolve("demo-warehouse.lock"), CREATE, WRITE)) {
      lock.lock(); // Until it is closed.
      if (!Files.exists(BUILD) || !Files.readString(BUILD).equals(build)) {
        publish();
        Files.writeString(BUILD, build);
      }
    }
    Outcome demo =
        new Outcome(
            0, Files.readString(SCRATCH.resolve("out")), Files.readString(SCRATCH.resolve("err")));
    return new DemoWarehouse(SCRATCH.resolve("a working directory/warehouse"), demo);
  }

  /** Keeps the classes as the launcher does after a build, from which later processes start. */
  private static void publish() throws IOException, InterruptedException {
    delete(SCRATCH);
    Files.deleteIfExists(TARGET.resolve(CLASSES));
    LauncherProcess launcher = new LauncherProcess(SCRATCH, Duration.ofMinutes(10));
    launcher.with("ALMAGEST_JAVA_OPTS", "-XX:ArchiveClassesAtExit=" + CLASSES + " -Xlog:disable");
    Outcome demo = launcher.run("demo");
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    Files.move(
        launcher.work().resolve(CLASSES), TARGET.resolve(CLASSES), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes a copy that a test may change. */
  void copyTo(Path copy) throws IOException {
    FileTrees.copy(directory, copy);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
