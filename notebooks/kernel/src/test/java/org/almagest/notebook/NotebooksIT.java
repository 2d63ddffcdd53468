package org.almagest.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.almagest.notebook.Jupyter.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the notebooks as a reader would, through Jupyter, and looks at what they show. */
class NotebooksIT {
  private static final Path NOTEBOOKS = Jupyter.HOME.resolve("notebooks");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;

  private static Jupyter jupyter;

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(
        Jupyter.isInstalled(),
        "Jupyter's nbconvert is needed: apt-get install jupyter-nbconvert jupyter-client");
    jupyter = new Jupyter(directory, DemoWarehouse.of(directory));
    jupyter.install();
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(jupyter.kernels()).isEmpty();
  }

  /** What is expected are figures of data-samples/expected, so that they are checked there, too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first-look | 3 | Version 1 of ; papers +800; rejected_records +8; arxiv-json +200 +2010 +2025;"
            + " missing-title +2",
        "topics-and-trends | 5 | graph database; coral reef; background",
        "coauthor-graph | 5 | 374 +1209 +30; [45]\\.\\d+\\.\\d+",
        "papers-and-search | 2 | graph database +2 +88; words and topics +\\d; 1?\\.?\\d* +20\\d\\d",
      })
  void eachNotebookRunsAndShowsWhatTheSamplesHold(String name, int charts, String expected)
      throws Exception {
    Outcome outcome = jupyter.execute(NOTEBOOKS.resolve(name + ".ipynb"));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    Path executed = jupyter.executed(name + ".ipynb");
    JsonNode notebook = JSON.readTree(executed.toFile());
    assertThat(outputs(notebook, "output_type")).isNotEmpty().doesNotContain("error", "stream");
    String text =
        String.join("\n", outputs(notebook, "text/plain"))
            + String.join("\n", outputs(notebook, "text/html")).replaceAll("<[^>]*>", " ");
    for (String fact : expected.split(";", -1)) {
      assertThat(text).containsPattern(fact.strip());
    }
    assertThat(outputs(notebook, "text/html")).filteredOn(h -> h.contains("<svg")).hasSize(charts);
    assertThat(outputs(notebook, "text/html")).noneMatch(html -> html.contains("No rows."));
    assertThat(jupyter.render(executed).exitCode()).isZero();
    assertThat(Files.readString(jupyter.executed(name + ".html")))
        .contains("<svg xmlns", "<td style");
  }

  @Test
  void eachCommittedNotebookIsTested() throws IOException {
    String tests =
        Files.readString(Path.of("src/test/java/org/almagest/notebook/NotebooksIT.java"));

    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".ipynb")))
          .isNotEmpty()
          .allMatch(f -> tests.contains('"' + f.replace(".ipynb", " | ")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int a = 1;\\nthrow new IllegalStateException(\"no luck\"); | IllegalStateException: no luck"
            + " | at line 2 of this cell",
        "int a = 1;\\nint b = missing; | Line 2: cannot find symbol | int b = missing;",
        "WarehouseReader.open().query(\"SELECT * FROM nowhere\"); | The query failed: Catalog Error"
            + " | at line 1 of this cell",
      })
  void aFaultEndsTheRunWithItsReason(String cell, String reason, String place) throws Exception {
    Outcome outcome = jupyter.execute(notebook("broken.ipynb", cell.replace("\\n", "\n"), "1"));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains(reason, place);
    assertThat(jupyter.executed("broken.ipynb")).doesNotExist();
  }

  @Test
  void theKernelSpeaksWithJupyter() throws Exception {
    Outcome talk =
        jupyter.run(
            "/usr/bin/python3",
            Path.of("src/test/python/talk_to_kernel.py").toAbsolutePath().toString());

    assertThat(talk.exitCode()).as(talk.output()).isZero();
    assertThat(talk.output().lines())
        .contains(
            "value ok execute_result:42",
            "streams ok stdout:out / stderr:err",
            "show ok display_data:shown",
            "interrupt error stdout:runs / error:Interrupted.",
            "asleep error stdout:sleeps / error:Interrupted.",
            "query error stdout:asks / error:Interrupted.",
            "after ok execute_result:42",
            "complete ['open(']",
            "is_complete incomplete",
            "alive False")
        .anyMatch(line -> line.startsWith("fault error error:Line 2: cannot find symbol"))
        .anyMatch(line -> line.startsWith("inspect True ['void Cell.show("));
  }

  @Test
  void aKernelEndsWhenJupyterIsKilled() throws Exception {
    Process nbconvert =
        jupyter.begin(jupyter.nbconvert(notebook("endless.ipynb", "Thread.sleep(120_000)")));
    Optional<ProcessHandle> kernel = Optional.empty();
    while (kernel.isEmpty() && nbconvert.isAlive()) {
      kernel = jupyter.kernels().stream().filter(p -> p.pid() != nbconvert.pid()).findFirst();
      Thread.sleep(20);
    }

    nbconvert.destroyForcibly().waitFor();

    assertThat(kernel).isPresent();
    kernel.get().onExit().get(100, TimeUnit.SECONDS);
  }

  @Test
  void aKernelEndsWhereJupyterWasGoneBeforeIt() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    ProcessBuilder kernel =
        new ProcessBuilder(Jupyter.HOME.resolve("notebooks/kernel/start").toString(), "no-file")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    kernel.environment().put("JPY_PARENT_PID", String.valueOf(gone.pid()));

    assertThat(kernel.start().waitFor()).isZero();
  }

  private static Path notebook(String name, String... cells) throws IOException {
    var notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    notebook
        .putObject("metadata")
        .putObject("kernelspec")
        .put("name", "almagest-java")
        .put("display_name", "Java");
    var list = notebook.putArray("cells");
    for (int i = 0; i < cells.length; i++) {
      var cell =
          list.addObject().put("cell_type", "code").put("id", "c" + i).put("source", cells[i]);
      cell.putNull("execution_count").putObject("metadata");
      cell.putArray("outputs");
    }
    Path file = directory.resolve(name);
    JSON.writeValue(file.toFile(), notebook);
    return file;
  }

  /** What outputs of an executed notebook hold under that name, such as {@code text/plain}. */
  private static List<String> outputs(JsonNode notebook, String name) {
    List<String> found = new ArrayList<>();
    for (JsonNode cell : notebook.get("cells")) {
      for (JsonNode output : cell.path("outputs")) {
        JsonNode value = name.contains("/") ? output.path("data").path(name) : output.path(name);
        if (value.isArray()) {
          StringBuilder lines = new StringBuilder();
          value.forEach(line -> lines.append(line.asText()));
          found.add(lines.toString());
        } else if (!value.isMissingNode()) {
          found.add(value.asText());
        }
      }
    }
    return found;
  }
}
