package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real standalone Spark cluster on this machine: a master and workers, each a process of its own
 * on 127.0.0.1 and free ports, from the jars that the launcher uses. A worker has one core, and
 * starts one executor, another process. All end with {@link #close}.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final String REGISTERED = "Registering worker ";

  private final Path directory;
  private final Path scratch;
  private final Path sparkHome;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private final String master;

  private StandaloneCluster(Path directory) throws IOException, InterruptedException {
    this.directory = Files.createDirectories(directory);
    this.scratch = Files.createDirectories(directory.resolve("scratch"));
    this.sparkHome = sparkHome(directory.resolve("spark"));
    start("master", "org.apache.spark.deploy.master.Master", "--port", "0");
    awaitLog("a master", () -> MASTER.matcher(log("master")).find());
    Matcher matcher = MASTER.matcher(log("master"));
    assertThat(matcher.find()).isTrue();
    this.master = matcher.group(1);
  }

  /**
   * Starts a cluster, and returns when its workers are registered.
   *
   * @param directory for its logs and the workers' files, new
   */
  public static StandaloneCluster start(Path directory, int workers)
      throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(directory);
    try {
      for (int number = 0; number < workers; number++) {
        cluster.startWorker();
      }
    } catch (IOException | InterruptedException | AssertionError e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** Where applications are submitted to. */
  public String master() {
    return master;
  }

  /** Options of the launcher with which it submits to this cluster. */
  public List<String> launcherOptions() {
    return List.of(
        "--master",
        master,
        "--conf",
        "spark.driver.host=127.0.0.1",
        "--conf",
        "spark.driver.bindAddress=127.0.0.1",
        "--conf",
        "spark.ui.enabled=false",
        "--conf",
        "spark.executor.memory=1g",
        "--conf",
        "spark.executor.extraJavaOptions=" + scratchOption());
  }

  /** Starts one more worker, and returns when it is registered. Workers are numbered from 0. */
  public void startWorker() throws IOException, InterruptedException {
    String name = "worker" + workers.size();
    long before = registered();
    workers.add(
        start(
            name,
            "org.apache.spark.deploy.worker.Worker",
            "--port",
            "0",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            directory.resolve(name).toString(),
            master));
    awaitLog(name, () -> registered() > before);
  }

  /** Ends a worker and its executors at once, as if its machine were lost. */
  public void killWorker(int number) {
    end(workers.get(number));
  }

  /** Number of executors that a worker has started so far. */
  public int executors(int worker) throws IOException {
    Path work = directory.resolve("worker" + worker);
    if (!Files.isDirectory(work)) {
      return 0;
    }
    // work/APPLICATION/EXECUTOR/stderr
    try (Stream<Path> files = Files.walk(work, 3)) {
      return (int) files.filter(file -> file.getFileName().toString().equals("stderr")).count();
    }
  }

  /** What a Spark of one's own would have: the jars, and the file that tells its version. */
  private static Path sparkHome(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("RELEASE"), "Spark\n");
    Path classpath = LauncherProcess.HOME.resolve("jobs/target/launcher.classpath");
    for (String jar : Files.readString(classpath).strip().split(File.pathSeparator, -1)) {
      Path file = Path.of(jar);
      Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
    }
    return home;
  }

  private Process start(String name, String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add(scratchOption());
    command.add("@" + LauncherProcess.HOME.resolve("submit/conf/spark-jvm.options"));
    command.addAll(List.of("-cp", sparkHome.resolve("jars") + "/*", mainClass));
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".log").toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("ALMAGEST_"));
    builder.environment().put("SPARK_HOME", sparkHome.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** What is killed leaves its scratch files. */
  private String scratchOption() {
    return "-Djava.io.tmpdir=" + scratch;
  }

  private long registered() {
    return log("master").lines().filter(line -> line.contains(REGISTERED)).count();
  }

  private String log(String name) {
    try {
      return Files.readString(directory.resolve(name + ".log"));
    } catch (IOException e) {
      return "";
    }
  }

  private void awaitLog(String who, BooleanSupplier ready) throws InterruptedException {
    long most = PATIENCE.toMillis() / 100;
    for (long tries = 0; tries < most && !ready.getAsBoolean(); tries++) {
      Thread.sleep(100);
    }
    assertThat(ready.getAsBoolean())
        .as("%s started; the master's log: %s", who, log("master"))
        .isTrue();
  }

  private static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
  }

  @Override
  public void close() {
    // The youngest first: a master would only tell of what it loses.
    for (int i = processes.size() - 1; i >= 0; i--) {
      end(processes.get(i));
    }
    // Else JUnit warns of each link out of its directory.
    for (File link : sparkHome.resolve("jars").toFile().listFiles()) {
      assertThat(link.delete()).isTrue();
    }
  }
}
