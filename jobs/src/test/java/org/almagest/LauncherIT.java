package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts {@code submit/almagest} as a user would, from another directory. */
class LauncherIT {
  private static final long TIMEOUT_SECONDS = 60;

  /** Maven starts tests in the module's directory. */
  private static final Path HOME = Path.of("").toAbsolutePath().getParent();

  private record Outcome(int exitCode, String out, String err) {}

  @TempDir Path directory;

  private final Map<String, String> environment = new TreeMap<>();
  private Path work;

  @BeforeEach
  void makeAWorkingDirectory() throws IOException {
    work = Files.createDirectories(directory.resolve("a working directory"));
    // The jar under test was just built, and Maven is still at work in this tree.
    environment.put("ALMAGEST_SKIP_BUILD", "1");
  }

  private Outcome almagest(String... arguments) throws IOException, InterruptedException {
    return start(HOME.resolve("submit/almagest"), arguments);
  }

  private Outcome start(Path launcher, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ALMAGEST_"));
    builder.environment().remove("SPARK_HOME");
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    assertThat(ended).as("ended in time; stderr: %s", Files.readString(err)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void helpAndVersionGoToTheOutput() throws Exception {
    Outcome help = almagest("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Commands:", "Exit codes:", "almagest demo");
    assertThat(help.err()).isEmpty();

    Outcome version = almagest("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out())
        .containsPattern("Almagest \\d+\\.\\d+.*\nSpark 4")
        .contains("Java 17");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Path link =
        Files.createSymbolicLink(
            work.resolve("another name"), HOME.resolve("submit/almagest").toAbsolutePath());

    assertThat(start(link, "--version").exitCode()).isZero();
  }

  @Test
  void configPrintResolvesFlagEnvironmentAndFile() throws Exception {
    Files.writeString(work.resolve("conf.yaml"), "topics:\n  count: 40\n");
    environment.put("ALMAGEST_RUN_SEED", "3");

    Outcome outcome =
        almagest("config", "print", "--origin", "--config", "conf.yaml", "--page-year", "2024");

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
    Outcome outcome = almagest("config", "print", "--orgin");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--orgin").contains("--origin").hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void anUnknownKeyInTheFileNamesTheNearest() throws Exception {
    Files.writeString(work.resolve("conf.yaml"), "topics:\n  cuont: 40\n");

    Outcome outcome =
        almagest("run", "--config", "conf.yaml", "--input", "x", "--warehouse", "warehouse");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("conf.yaml, line 2", "'topics.cuont'", "'topics.count'")
        .doesNotContain("\tat ");
    assertThat(outcome.out()).isEmpty();
    assertThat(work.resolve("warehouse")).doesNotExist();
  }

  @Test
  void sparkSubmitPassesTheExitCodeOn() throws Exception {
    Outcome outcome = almagest("run", "--master", "local[1]", "--warehouse", "warehouse");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("almagest: There is nothing to read");
  }

  @Test
  void goesThroughTheSparkOfSparkHome() throws Exception {
    Path spark = directory.resolve("a spark");
    Path submit = Files.createDirectories(spark.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        submit,
        "#!/bin/sh\nfor a in \"$@\"; do echo \"<$a>\"; done\necho \"$SPARK_SUBMIT_OPTS\"\n");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    environment.put("SPARK_HOME", spark.toString());
    environment.put("ALMAGEST_DRIVER_MEMORY", "7g");

    Outcome outcome =
        almagest(
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
            "<" + HOME.resolve("jobs/target/almagest.jar") + ">",
            "<run>",
            "<--input>",
            "<a b>",
            "<--warehouse>",
            "<w>");
    assertThat(outcome.out()).contains("\"-Dalmagest.home=" + HOME + "\"");
    // What needs no Spark stays away from it.
    assertThat(almagest("config", "print").out()).startsWith("key\tvalue\n");
  }

  @Test
  void saysWhichJavaIsNeeded() throws Exception {
    Path jdk = directory.resolve("jdk-21");
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 99\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
    environment.put("JAVA_HOME", jdk.toString());

    Outcome outcome = almagest("--version");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("Java 17 is needed").contains("is Java 21");
  }
}
