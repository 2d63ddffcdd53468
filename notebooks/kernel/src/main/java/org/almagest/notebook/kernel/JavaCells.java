package org.almagest.notebook.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Runs cells of Java one after another; each sees what earlier ones declared. A cell is cut into
 * pieces (statements, declarations, expressions), which run in order until one fails.
 */
final class JavaCells implements AutoCloseable {
  private final CellExecution execution;
  private final JShell shell;
  private final SourceCodeAnalysis analysis;

  /**
   * @param imports what every cell sees, such as {@code java.util.*}; {@code static} may stand
   *     first
   * @param endCalls ends what an interrupt of its thread does not reach
   */
  JavaCells(List<String> imports, Runnable endCalls) {
    execution = new CellExecution(endCalls);
    shell =
        JShell.builder()
            .executionEngine(execution.provider(), Map.of())
            .compilerOptions("-classpath", System.getProperty("java.class.path"), "-Xlint:none")
            .build();
    analysis = shell.sourceCodeAnalysis();
    for (String name : imports) {
      for (SnippetEvent event : shell.eval("import " + name + ";")) {
        if (event.status() != Status.VALID) {
          throw new IllegalStateException("no cell can import " + name);
        }
      }
    }
  }

  /**
   * Runs a cell.
   *
   * @return the value of its last expression; empty where that is null, the cell ends in something
   *     else, or a semicolon follows
   * @throws CellFailure if a piece cannot be compiled, throws, or is stopped
   */
  Optional<Object> run(String cell) throws CellFailure {
    Map<String, CellSource> pieces = new HashMap<>();
    Optional<Object> value = Optional.empty();
    String rest = cell;
    execution.begin();
    while (!rest.isBlank()) {
      if (execution.wasInterrupted()) {
        throw FailureText.ofInterrupt();
      }
      CellSource source = new CellSource(cell, startOfCode(cell, cell.length() - rest.length()));
      CompletionInfo piece =
          analysis.analyzeCompletion(
              rest.substring(source.start() - (cell.length() - rest.length())));
      if (piece.completeness() == Completeness.EMPTY) {
        break;
      }
      if (piece.completeness() == Completeness.DEFINITELY_INCOMPLETE || piece.source() == null) {
        throw FailureText.ofUnfinished(source);
      }
      value = run(piece, source, pieces);
      rest = piece.remaining();
    }
    return value;
  }

  private static int startOfCode(String cell, int from) {
    int start = from;
    while (start < cell.length() && Character.isWhitespace(cell.charAt(start))) {
      start++;
    }
    return start;
  }

  private Optional<Object> run(
      CompletionInfo piece, CellSource source, Map<String, CellSource> pieces) throws CellFailure {
    execution.forget();
    Optional<Object> value = Optional.empty();
    for (SnippetEvent event : shell.eval(piece.source())) {
      // Events with a cause are of earlier pieces that depend on this one.
      if (event.causeSnippet() == null) {
        pieces.put(event.snippet().id(), source);
        requireRun(event, source, pieces);
        if (isShown(event.snippet()) && !endsInSemicolon(piece)) {
          value = execution.value();
        }
      }
    }
    return value;
  }

  private void requireRun(SnippetEvent event, CellSource source, Map<String, CellSource> pieces)
      throws CellFailure {
    if (execution.wasInterrupted()) {
      throw FailureText.ofInterrupt();
    }
    if (event.status() == Status.REJECTED) {
      throw FailureText.ofCompiler(shell.diagnostics(event.snippet()).toList(), source);
    }
    JShellException exception = event.exception();
    if (exception instanceof EvalException thrown) {
      throw FailureText.ofThrown(execution.failure().orElse(thrown), thrown, source, pieces);
    }
    if (exception instanceof UnresolvedReferenceException unresolved) {
      throw unresolved(unresolved.getSnippet(), source);
    }
  }

  /** Methods and classes may name what a later cell declares; they cannot be used before. */
  private CellFailure unresolved(DeclarationSnippet user, CellSource source) {
    List<String> missing = shell.unresolvedDependencies(user).toList();
    String summary =
        "Line " + source.line(0) + ": not declared yet: " + String.join(", ", missing) + ".";
    return new CellFailure(List.of(summary, "    " + source.lineText(0)));
  }

  /** Whether the author wrote one; where it was missing, JShell has set it. */
  private static boolean endsInSemicolon(CompletionInfo piece) {
    return piece.completeness() == Completeness.COMPLETE
        && piece.source().stripTrailing().endsWith(";");
  }

  /** Whether a piece is an expression that stands for itself. */
  private static boolean isShown(Snippet snippet) {
    return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
  }

  /** Stops the cell that runs, if one does. */
  void interrupt() {
    execution.stop();
  }

  /** How much of a statement a text is. */
  Completeness completeness(String code) {
    String rest = code;
    while (true) {
      CompletionInfo piece = analysis.analyzeCompletion(rest);
      if (!piece.completeness().isComplete() || piece.remaining().isBlank()) {
        return piece.completeness();
      }
      rest = piece.remaining();
    }
  }

  /**
   * What may be written at a place.
   *
   * @param from where the text begins that one of them replaces
   */
  record Suggestions(List<String> texts, int from) {}

  /** Ways to go on at a place in a cell, the fitting ones first. */
  Suggestions suggestions(String cell, int cursor) {
    CellSource source = pieceAt(cell, cursor);
    int[] anchor = {0};
    List<String> texts =
        analysis
            .completionSuggestions(
                cell.substring(source.start(), cursor), cursor - source.start(), anchor)
            .stream()
            .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .toList();
    return new Suggestions(texts, source.start() + anchor[0]);
  }

  /** Signatures of the method or class at a place in a cell, with what is said of them. */
  List<String> documentation(String cell, int cursor) {
    CellSource source = pieceAt(cell, cursor);
    return analysis
        .documentation(cell.substring(source.start(), cursor), cursor - source.start(), true)
        .stream()
        .map(d -> d.javadoc() == null ? d.signature() : d.signature() + "\n" + d.javadoc())
        .distinct()
        .toList();
  }

  /** The piece in which a place lies. */
  private CellSource pieceAt(String cell, int cursor) {
    int start = 0;
    String rest = cell.substring(0, cursor);
    while (true) {
      CompletionInfo piece = analysis.analyzeCompletion(rest);
      if (!piece.completeness().isComplete()
          || piece.remaining() == null
          || piece.remaining().isEmpty()) {
        return new CellSource(cell, start);
      }
      start = cursor - piece.remaining().length();
      rest = piece.remaining();
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}
