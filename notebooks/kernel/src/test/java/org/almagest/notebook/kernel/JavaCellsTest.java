package org.almagest.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs cells without Jupyter. */
class JavaCellsTest {
  /** A property that a cell sets to tell that it runs. */
  private static final String RUNS = "almagest.test.cell-runs";

  private static JavaCells cells;

  @BeforeAll
  static void open() {
    cells = new JavaCells(List.of("java.util.*", "static java.lang.Math.max"), () -> {});
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  @Test
  void theLastExpressionIsTheValueAsAnObject() throws CellFailure {
    assertThat(cells.run("var numbers = List.of(1, 2, 3);\nnumbers")).contains(List.of(1, 2, 3));
    assertThat(cells.run("max(3, 4) + 1")).contains(5);
    assertThat(cells.run("\n  \"text\" // with a remark\n")).contains("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 + 1;", "int one = 1;", "int f() { return 1; }", "", "// nothing", "null"})
  void whatIsNoExpressionShowsNothing(String cell) throws CellFailure {
    assertThat(cells.run(cell)).isEmpty();
  }

  @Test
  void aLaterCellSeesWhatEarlierOnesDeclared() throws CellFailure {
    cells.run("record Point(int x, int y) {}\nint twice(int n) {\n  return 2 * n;\n}");

    Optional<Object> value = cells.run("var p = new Point(1, twice(4));\np.y()");

    assertThat(value).contains(8);
    cells.run("int twice(int n) { return 20 * n; }");
    assertThat(cells.run("twice(1)")).contains(20);
  }

  @Test
  void anErrorOfTheCompilerNamesTheLineOfTheCell() {
    assertThatExceptionOfType(CellFailure.class)
        .isThrownBy(() -> cells.run("int a = 1;\n\nint b = a +\n    missing;"))
        .satisfies(
            e ->
                assertThat(e.lines())
                    .startsWith("Line 4: cannot find symbol", "        missing;", "        ^")
                    .anyMatch(line -> line.contains("symbol:") && line.contains("missing")));
  }

  @Test
  void nothingRunsBehindAnError() {
    assertThatExceptionOfType(CellFailure.class)
        .isThrownBy(() -> cells.run("int before = 1;\nint bad = \"\";\nint behind = 1;"));

    assertThatExceptionOfType(CellFailure.class).isThrownBy(() -> cells.run("behind"));
    assertThat(valueOf("before")).contains(1);
  }

  @Test
  void anExceptionIsToldWithItsLineAndItsCause() {
    assertThatExceptionOfType(CellFailure.class)
        .isThrownBy(
            () ->
                cells.run(
                    "int x = 1;\nif (x > 0) {\n"
                        + "  throw new IllegalStateException(\"no\", new RuntimeException(\"why\"));\n}"))
        .withMessageStartingWith("java.lang.IllegalStateException: no\n")
        .satisfies(
            e ->
                assertThat(e.lines())
                    .contains(
                        "    at line 3 of this cell",
                        "Caused by: java.lang.RuntimeException: why"));
  }

  @Test
  void anExceptionInAMethodOfAnEarlierCellLeadsToTheCallToo() throws CellFailure {
    cells.run("int fail() {\n  return List.of(1).get(1);\n}");

    assertThatExceptionOfType(CellFailure.class)
        .isThrownBy(() -> cells.run("// call it\n\nfail()"))
        .withMessageStartingWith("java.lang.IndexOutOfBoundsException")
        .satisfies(
            e ->
                assertThat(e.lines())
                    .contains(
                        "    at line 2 of a piece of an earlier cell",
                        "    at line 3 of this cell"));
  }

  @Test
  void aCellThatDoesNotEndIsTold() {
    assertThatExceptionOfType(CellFailure.class)
        .isThrownBy(() -> cells.run("int a = 1;\nfor (int i = 0; i < 3; i++) {"))
        .withMessageStartingWith("Line 2: what begins here does not end");
  }

  @Test
  void aMethodMayNameWhatIsDeclaredLaterButNotBeUsedBefore() throws CellFailure {
    cells.run("int early() { return later() + 1; }");
    assertThatExceptionOfType(CellFailure.class)
        .isThrownBy(() -> cells.run("early()"))
        .withMessageContaining("not declared yet")
        .withMessageContaining("later");

    cells.run("int later() { return 41; }");
    assertThat(cells.run("early()")).contains(42);
  }

  @Test
  void aLoopWithoutEndCanBeInterrupted() throws Exception {
    FutureTask<Optional<Object>> task =
        new FutureTask<>(
            () -> cells.run("{ System.setProperty(\"" + RUNS + "\", \"\");\n  while (true) { } }"));
    new Thread(task, "interrupted cell").start();
    while (System.getProperty(RUNS) == null && !task.isDone()) {
      Thread.onSpinWait();
    }

    cells.interrupt();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(task::get)
        .satisfies(e -> assertThat(e.getCause()).hasMessage("Interrupted."));
    assertThat(System.getProperty(RUNS)).as("the loop ran").isNotNull();
    assertThat(cells.run("1 + 1")).contains(2);
  }

  @Test
  void tellsHowAWordMayGoOn() {
    String cell = "var first = 1;\nList.of(1).strea";

    JavaCells.Suggestions suggestions = cells.suggestions(cell, cell.length());

    assertThat(suggestions.texts()).contains("stream()");
    assertThat(cell.substring(suggestions.from())).isEqualTo("strea");
  }

  @Test
  void tellsTheSignatureOfAMethod() {
    String cell = "int z = 1;\nmax(";

    assertThat(cells.documentation(cell, cell.length()))
        .anyMatch(text -> text.contains("int Math.max(int"));
  }

  @Test
  void tellsWhatIsComplete() {
    assertThat(cells.completeness("int a = 1;\nint b = 2")).matches(Completeness::isComplete);
    assertThat(cells.completeness("if (true) {")).isEqualTo(Completeness.DEFINITELY_INCOMPLETE);
  }

  private static Optional<Object> valueOf(String expression) {
    try {
      return cells.run(expression);
    } catch (CellFailure e) {
      throw new AssertionError(e);
    }
  }
}
