package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The wrappers and schedules beside the launcher. */
class SubmitPagesIT {
  private static final Path CLUSTERS = LauncherProcess.HOME.resolve("submit/clusters");
  private static final Path SCHEDULES = LauncherProcess.HOME.resolve("submit/schedules");
  private static final Pattern COORDINATE = Pattern.compile("[\\w.]+:([\\w-]+):([\\w.]+)");

  @TempDir Path directory;

  private LauncherProcess launcher;

  @BeforeEach
  void makeAWorkingDirectory() throws Exception {
    launcher = new LauncherProcess(directory, Duration.ofMinutes(3)).with("ALMAGEST_DRY_RUN", "1");
  }

  private String dryRun(String wrapper, String... arguments) throws Exception {
    Outcome outcome = launcher.start(CLUSTERS.resolve(wrapper), arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out().strip();
  }

  @Test
  void wrappersPutTheirOptionsBeforeOurs() throws Exception {
    launcher
        .with("ALMAGEST_MASTER", "spark://head:7077")
        .with("SPARK_HOME", "/opt/spark")
        .with("HADOOP_CONF_DIR", "/etc/hadoop")
        .with("ALMAGEST_IMAGE", "an/image");

    assertThat(dryRun("standalone", "run", "--input", "a b", "--conf", "spark.executor.memory=1g"))
        .endsWith(
            "/almagest run --master spark://head:7077 --conf spark.executor.memory=8g --input a\\ b"
                + " --conf spark.executor.memory=1g");
    assertThat(dryRun("yarn", "run"))
        .contains("/almagest run --master yarn --deploy-mode client")
        .contains("--conf spark.executor.instances=4");
    launcher.with("ALMAGEST_MASTER", "k8s://https://head:6443");
    assertThat(dryRun("kubernetes", "topics", "--topics", "9"))
        .contains("/almagest topics --master k8s://https://head:6443")
        .contains("--conf spark.kubernetes.container.image=an/image")
        .endsWith("--topics 9");
  }

  @Test
  void wrappersTellWhatIsMissing() throws Exception {
    for (String wrapper : List.of("standalone", "yarn", "kubernetes")) {
      Outcome outcome = launcher.start(CLUSTERS.resolve(wrapper), "run");
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err()).contains(wrapper + ": ", " is not set. Set it to ");
    }
    launcher.with("ALMAGEST_MASTER", "spark://head:7077");
    assertThat(launcher.start(CLUSTERS.resolve("standalone")).exitCode()).isEqualTo(2);
  }

  @Test
  void theThinJarsLibrariesAreThoseOfTheBuild() throws Exception {
    String page = Files.readString(CLUSTERS.resolve("README.md"));
    String pom = Files.readString(LauncherProcess.HOME.resolve("pom.xml"));
    String packages = page.lines().filter(l -> l.contains("--packages")).findFirst().orElseThrow();
    Matcher coordinate = COORDINATE.matcher(packages);
    int found = 0;
    while (coordinate.find()) {
      found++;
      assertThat(pom)
          .contains("<" + coordinate.group(1) + ".version>" + coordinate.group(2) + "</");
    }
    assertThat(found).isEqualTo(5);
  }

  @Test
  void schedulesAreWellFormedAndStartCommandsThatThereAre() throws Exception {
    Object job =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(SCHEDULES.resolve("kubernetes-cronjob.yaml")));
    assertThat(((Map<?, ?>) job).get("kind")).isEqualTo("CronJob");
    try (Stream<String> lines = Files.lines(SCHEDULES.resolve("crontab"))) {
      for (String line : lines.filter(l -> l.matches("\\d.*")).toList()) {
        String command =
            line.replaceFirst("(\\S+\\s+){5}", "")
                .replace("\\%", "%")
                .replace("/var/lock", ".")
                .replaceFirst(">>.*", "--help")
                .replace(
                    "/opt/almagest/submit/almagest",
                    "'" + LauncherProcess.HOME.resolve("submit/almagest") + "'");
        Path script = Files.writeString(directory.resolve("line"), "#!/bin/sh\n" + command + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Outcome outcome = launcher.start(script);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
            .contains("Usage: almagest " + (line.contains(" gc ") ? "gc" : "run"));
      }
    }
  }
}
