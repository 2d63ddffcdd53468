package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of classes that the launcher keeps after a build, in a checkout made of the launcher
 * and of stand-ins for Maven and, in most tests, for Java.
 */
class LauncherClassArchiveIT {
  private static final String NAMES = "jobs/target/launcher.classpath";
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path directory;

  private Path checkout;
  private Path target;
  private LauncherProcess launcher;

  @BeforeEach
  void makeACheckout() throws IOException {
    checkout = directory.resolve("check out");
    target = Files.createDirectories(checkout.resolve("jobs/target"));
    Files.createDirectories(checkout.resolve("jobs/src/main"));
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.writeString(checkout.resolve("jobs/pom.xml"), "");
    script(
        checkout.resolve("mvnw"),
        "echo jar >jobs/target/almagest.jar",
        "echo \"$PWD/pom.xml\" >" + NAMES);
    Files.createDirectories(checkout.resolve("submit/sql/questions"));
    Path here = LauncherProcess.HOME.resolve("submit");
    script(checkout.resolve("submit/almagest"), Files.readString(here.resolve("almagest")));
    Files.createDirectories(checkout.resolve("submit/conf"));
    for (String part : List.of("prepare.sh", "conf/spark-jvm.options")) {
      Files.copy(here.resolve(part), checkout.resolve("submit").resolve(part));
    }
    launcher = new LauncherProcess(directory, Duration.ofMinutes(2));
  }

  /** Writes the archive where it is asked for, and prints its other command lines. */
  private void standInForJava(String... whenAskedForAnArchive) throws IOException {
    Path jdk = directory.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    script(
        jdk.resolve("bin/java"),
        "for a in \"$@\"; do case $a in -XX:ArchiveClassesAtExit=*)",
        "  echo training",
        "  archive=${a#*=}",
        "  sleep 1.1 # else it is no newer than the jar where times are whole seconds",
        String.join("\n", whenAskedForAnArchive),
        "  exit 0",
        "esac; done",
        "echo \"$*\"");
    launcher.with("JAVA_HOME", jdk.toString());
  }

  private static void script(Path file, String... lines) throws IOException {
    String text = String.join("\n", lines);
    Files.writeString(file, (text.startsWith("#!") ? "" : "#!/bin/sh\n") + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Outcome start(String... arguments) throws Exception {
    return launcher.start(checkout.resolve("submit/almagest"), arguments);
  }

  private Outcome build(String... arguments) throws Exception {
    launcher.with("ALMAGEST_SKIP_BUILD", "");
    return start(arguments);
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isMadeAfterABuildAndUsedFromThenOn() throws Exception {
    standInForJava("echo classes >\"$archive\"");

    Outcome first = build("ingest");

    assertThat(first.exitCode()).isZero();
    assertThat(first.err()).contains("building Almagest", "preparing a quick start");
    assertThat(first.out())
        .contains("-XX:SharedArchiveFile=" + target + "/launcher.jsa ")
        .endsWith(" org.almagest.cli.Main ingest\n")
        .doesNotContain("training");
    assertThat(kept()).containsExactly("almagest.jar", "launcher.classpath", "launcher.jsa");

    Outcome second = start("topics");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("-XX:SharedArchiveFile=" + target + "/launcher.jsa ");
  }

  @Test
  void aBuildGoesOnWhereItCannotBeMade() throws Exception {
    standInForJava("echo half >\"$archive\"", "echo oops >&2", "exit 1");

    Outcome outcome = build("ingest");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).doesNotContain("oops");
    assertThat(outcome.out())
        .endsWith(" org.almagest.cli.Main ingest\n")
        .doesNotContain("SharedArchiveFile");
    assertThat(kept()).containsExactly("almagest.jar", "launcher.classpath");
  }

  @Test
  void isNotMadeForASparkOfOnesOwn() throws Exception {
    standInForJava("echo classes >\"$archive\"");
    Path spark = Files.createDirectories(directory.resolve("spark/bin"));
    script(spark.resolve("spark-submit"), "echo \"$SPARK_SUBMIT_OPTS\"");
    launcher.with("SPARK_HOME", spark.getParent().toString());

    Outcome outcome = build("ingest");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).doesNotContain("SharedArchiveFile");
    assertThat(kept()).containsExactly("almagest.jar", "launcher.classpath");
  }

  @Test
  void isPassedOverWhereTheJarIsNewer() throws Exception {
    standInForJava();
    Files.writeString(target.resolve("launcher.jsa"), "classes");
    Files.setLastModifiedTime(target.resolve("launcher.jsa"), FileTime.from(BUILT));
    Files.writeString(target.resolve("almagest.jar"), "jar");
    Files.writeString(target.resolve("launcher.classpath"), "pom.xml");

    Outcome outcome = start("ingest");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void theJvmSaysNothingOfOneThatDoesNotFit() throws Exception {
    Path real = LauncherProcess.HOME.resolve("jobs/target");
    for (String file : List.of("almagest.jar", "launcher.classpath")) {
      Files.copy(real.resolve(file), target.resolve(file));
      Files.setLastModifiedTime(target.resolve(file), FileTime.from(BUILT));
    }
    Outcome without = start("run", "--warehouse", "warehouse");
    Files.writeString(target.resolve("launcher.jsa"), "x".repeat(20_000));

    Outcome run = start("run", "--warehouse", "warehouse");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualTo(without.err()).contains("There is nothing to read");
    assertThat(run.out()).isEmpty();
  }
}
