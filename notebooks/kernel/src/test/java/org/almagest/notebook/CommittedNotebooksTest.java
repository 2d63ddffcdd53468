package org.almagest.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is committed of a notebook is its text, not what some run of it gave. */
class CommittedNotebooksTest {
  private static final Path NOTEBOOKS = Path.of("..");

  @Test
  void notebooksAreCommittedWithoutOutputs() throws IOException {
    List<Path> notebooks = committed();

    assertThat(notebooks).hasSizeGreaterThanOrEqualTo(4);
    for (Path notebook : notebooks) {
      assertThat(faults(new ObjectMapper().readTree(notebook.toFile())))
          .as("%s", notebook)
          .isEmpty();
    }
  }

  @Test
  void theReadmeNamesEachNotebook() throws IOException {
    String readme = Files.readString(NOTEBOOKS.resolve("README.md"));

    for (Path notebook : committed()) {
      assertThat(readme).contains("(" + notebook.getFileName() + ")");
    }
  }

  @Test
  void aRunNotebookIsFound() throws IOException {
    String run =
        """
        {"cells": [
          {"cell_type": "markdown", "id": "a", "source": ["# Title"]},
          {"cell_type": "code", "id": "b", "execution_count": 3, "source": ["1"], "outputs": []},
          {"cell_type": "code", "id": "b", "execution_count": null, "source": ["1"],
           "outputs": [{"output_type": "stream"}]}],
         "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5}
        """;

    assertThat(faults(new ObjectMapper().readTree(run)))
        .containsExactly("kernel java", "execution count in b", "id b comes again", "outputs in b");
  }

  private static List<Path> committed() throws IOException {
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static List<String> faults(JsonNode notebook) {
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    String kernel = notebook.at("/metadata/kernelspec/name").asText();
    if (!kernel.equals("almagest-java")) {
      faults.add("kernel " + kernel);
    }
    if (!notebook.at("/cells/0/source/0").asText().startsWith("# ")) {
      faults.add("no title");
    }
    for (JsonNode cell : notebook.get("cells")) {
      String id = cell.get("id").asText();
      if (!ids.add(id)) {
        faults.add("id " + id + " comes again");
      }
      if (cell.get("cell_type").asText().equals("code")) {
        if (!cell.get("outputs").isEmpty()) {
          faults.add("outputs in " + id);
        }
        if (!cell.get("execution_count").isNull()) {
          faults.add("execution count in " + id);
        }
      }
    }
    return faults;
  }
}
