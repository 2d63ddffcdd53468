package org.almagest.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document that lists the checks lists all of them, as they are declared. */
class QualityDocumentationTest {
  private static final Path README = Path.of("../submit/README.md");
  private static final List<String> NAMES =
      DeclaredChecks.ALL.stream().map(QualityCheck::name).toList();

  @Test
  void theReadmesTableHasEveryCheckAsItIsDeclared() throws IOException {
    List<String> expected =
        DeclaredChecks.ALL.stream()
            .map(
                check ->
                    "| `"
                        + check.name()
                        + "` | "
                        + check.severity().label()
                        + " | "
                        + check.meaning()
                        + " | "
                        + check.threshold().text()
                        + " | "
                        + tables(check)
                        + " |")
            .toList();

    assertThat(Files.readAllLines(README))
        .filteredOn(line -> NAMES.contains(line.replaceAll("^\\| `([^`]*)`.*", "$1")))
        .containsExactlyElementsOf(expected);
  }

  private static String tables(QualityCheck check) {
    return check.tables().isEmpty()
        ? "all that the run wrote"
        : check.tables().stream()
            .map(table -> "`" + table.name() + "`")
            .collect(Collectors.joining(", "));
  }

  @Test
  void namesAreLowerCaseWithHyphensAndOfOneCheckEach() {
    assertThat(NAMES)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z]+(-[a-z]+)*"));
  }
}
