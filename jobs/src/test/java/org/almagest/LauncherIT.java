package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.almagest.LauncherProcess.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts {@code submit/almagest} as a user would, from another directory. */
class LauncherIT {
  @TempDir Path directory;

  private LauncherProcess launcher;

  @BeforeEach
  void makeAWorkingDirectory() throws IOException {
    launcher = new LauncherProcess(directory, Duration.ofMinutes(2));
  }

  @Test
  void helpAndVersionGoToTheOutput() throws Exception {
    Outcome help = launcher.run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Commands:", "Exit codes:", "almagest demo");
    assertThat(help.err()).isEmpty();

    Outcome version = launcher.run("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out())
        .containsPattern("Almagest \\d+\\.\\d+.*\nSpark 4")
        .contains("Java 17");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Path link =
        Files.createSymbolicLink(
            launcher.work().resolve("another name"),
            LauncherProcess.HOME.resolve("submit/almagest").toAbsolutePath());

    assertThat(launcher.start(link, "--version").exitCode()).isZero();
  }

  @Test
  void configPrintResolvesFlagEnvironmentAndFile() throws Exception {
    Files.writeString(launcher.work().resolve("conf.yaml"), "topics:\n  count: 40\n");
    launcher.with("ALMAGEST_RUN_SEED", "3");

    Outcome outcome =
        launcher.run("config", "print", "--origin", "--config", "conf.yaml", "--page-year", "2024");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .contains(
            "topics.count\t40\tconf.yaml:2",
            "run.seed\t3\tALMAGEST_RUN_SEED",
            "ingest.page-year\t2024\t--page-year",
            "authors.identity\tfolded-name\tdefault");
  }

  @Test
  void anUnknownFlagNamesTheNearest() throws Exception {
    Outcome outcome = launcher.run("config", "print", "--orgin");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--orgin").contains("--origin").hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void anUnknownKeyInTheFileNamesTheNearest() throws Exception {
    Files.writeString(launcher.work().resolve("conf.yaml"), "topics:\n  cuont: 40\n");

    Outcome outcome =
        launcher.run("run", "--config", "conf.yaml", "--input", "x", "--warehouse", "warehouse");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("conf.yaml, line 2", "'topics.cuont'", "'topics.count'")
        .doesNotContain("\tat ");
    assertThat(outcome.out()).isEmpty();
    assertThat(launcher.work().resolve("warehouse")).doesNotExist();
  }

  @Test
  void sparkSubmitPassesTheExitCodeOn() throws Exception {
    Outcome outcome = launcher.run("run", "--master", "local[1]", "--warehouse", "warehouse");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("almagest: There is nothing to read");
  }

  @Test
  void runsWhereAClusterSetsAnotherSerializer() throws Exception {
    Outcome outcome =
        launcher.run(
            "run",
            "--master",
            "local[2]",
            "--conf",
            "spark.serializer=org.apache.spark.serializer.KryoSerializer",
            "--stages",
            "ingest",
            "--max-rejected",
            "0.05",
            "--input",
            LauncherProcess.HOME.resolve("data-samples/arxiv-tsv/corpus").toString(),
            "--warehouse",
            "warehouse");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("papers");
  }

  @Test
  void goesThroughTheSparkOfSparkHome() throws Exception {
    Path spark = directory.resolve("a spark");
    Path submit = Files.createDirectories(spark.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        submit,
        "#!/bin/sh\nfor a in \"$@\"; do echo \"<$a>\"; done\necho \"$SPARK_SUBMIT_OPTS\"\n");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    Path temporary = Files.createDirectories(directory.resolve("a disk"));
    launcher.with("SPARK_HOME", spark.toString());
    launcher.with("TMPDIR", temporary.toString());
    launcher.with("ALMAGEST_DRIVER_MEMORY", "7g");

    Outcome outcome =
        launcher.run(
            "run",
            "--master=spark://h:7077",
            "--input",
            "a b",
            "--conf",
            "k=v",
            "--warehouse",
            "w");

    assertThat(outcome.out().lines())
        .startsWith(
            "<--master>",
            "<spark://h:7077>",
            "<--conf>",
            "<k=v>",
            "<--driver-memory>",
            "<7g>",
            "<--class>",
            "<org.almagest.cli.Main>",
            "<" + LauncherProcess.HOME.resolve("jobs/target/almagest.jar") + ">",
            "<run>",
            "<--input>",
            "<a b>",
            "<--warehouse>",
            "<w>");
    assertThat(outcome.out())
        .contains("\"-Dalmagest.home=" + LauncherProcess.HOME + "\"")
        .contains("\"-Djava.io.tmpdir=" + temporary + "\"");
    // What needs no Spark stays away from it.
    assertThat(launcher.run("config", "print").out()).startsWith("key\tvalue\n");
  }

  @Test
  void saysWhichJavaIsNeeded() throws Exception {
    Path jdk = directory.resolve("jdk-21");
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 99\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
    launcher.with("JAVA_HOME", jdk.toString());

    Outcome outcome = launcher.run("--version");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("Java 17 is needed").contains("is Java 21");
  }

  @Test
  void saysWhereNoScratchFileCanBeWritten() throws Exception {
    launcher.with("TMPDIR", "/nowhere");

    Outcome outcome = launcher.run("--version");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("TMPDIR is /nowhere").contains("unset it");
  }
}
