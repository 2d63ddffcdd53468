package org.almagest.notebook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts Jupyter's programs, those of Debian, in directories of a test, with the kernel of this
 * checkout.
 */
final class Jupyter {
  /** The checkout; Maven starts tests in the module's directory. */
  static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();

  static final Path NBCONVERT = Path.of("/usr/bin/jupyter-nbconvert");

  /** What {@code .ci/run} sets: a program that is missing is a failure, not a reason to skip. */
  private static final String TOOLS_REQUIRED = "REQUIRE_TEST_TOOLS";

  private static final long PATIENCE_SECONDS = 300;

  private final Path directory;
  private final Map<String, String> environment;

  /** What a process printed, both streams together, and how it ended. */
  record Outcome(int exitCode, String output) {}

  Jupyter(Path directory, Path warehouse) {
    this.directory = directory;
    this.environment =
        Map.of(
            "ALMAGEST_WAREHOUSE", warehouse.toString(),
            "ALMAGEST_SKIP_BUILD", "1",
            "HOME", directory.resolve("home").toString(),
            "JUPYTER_PATH", directory.resolve("prefix/share/jupyter").toString(),
            "TMPDIR", connections().toString());
  }

  /** Whether it can be started; where it must be, its absence fails. */
  static boolean isInstalled() {
    boolean installed = Files.isExecutable(NBCONVERT);
    assertThat(installed || !"1".equals(System.getenv(TOOLS_REQUIRED)))
        .as("%s is there; apt-get install jupyter-nbconvert jupyter-client", NBCONVERT)
        .isTrue();
    return installed;
  }

  /** Installs the kernel. */
  void install() throws IOException, InterruptedException {
    Outcome outcome =
        run(
            HOME.resolve("notebooks/install-kernel").toString(),
            "--prefix",
            directory.resolve("prefix").toString());
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }

  /** Runs a notebook; the result has its name and lies in {@code executed}. */
  Outcome execute(Path notebook) throws IOException, InterruptedException {
    return run(nbconvert(notebook));
  }

  /** Makes a page of a notebook. */
  Outcome render(Path executed) throws IOException, InterruptedException {
    return run(
        NBCONVERT.toString(),
        "--to",
        "html",
        "--output-dir",
        executed("").toString(),
        executed.toString());
  }

  String[] nbconvert(Path notebook) {
    return new String[] {
      NBCONVERT.toString(),
      "--to",
      "notebook",
      "--execute",
      "--output-dir",
      executed("").toString(),
      notebook.toString()
    };
  }

  Path executed(String name) {
    return directory.resolve("executed").resolve(name);
  }

  /** Runs a program to its end. */
  Outcome run(String... command) throws IOException, InterruptedException {
    Process process = begin(command);
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    String output = Files.readString(directory.resolve("output"));
    assertThat(ended).as("ended in time; output: %s", output).isTrue();
    return new Outcome(process.exitValue(), output);
  }

  /** Starts a program. */
  Process begin(String... command) throws IOException {
    Files.createDirectories(directory.resolve("home"));
    Files.createDirectories(connections());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("ALMAGEST_") || name.startsWith("JUPYTER_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /**
   * Processes that were started with a connection file of this directory: kernels. Java itself cuts
   * long command lines, and that of a kernel is long, so the system is asked.
   */
  List<ProcessHandle> kernels() {
    String connections = connections().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> commandLine(process).contains(connections))
        .toList();
  }

  /**
   * Where Jupyter writes the files that tell kernels where it listens: the directory for what is
   * temporary.
   */
  private Path connections() {
    return directory.resolve("connections");
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), ISO_8859_1);
    } catch (IOException e) {
      // It has ended meanwhile.
      return "";
    }
  }
}
