package org.almagest.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import org.almagest.fault.AlmagestException;

/** Says what went wrong in a cell, and in which of its lines. */
final class FailureText {
  private static final int MOST_FRAMES = 12;
  private static final int MOST_CAUSES = 5;

  private FailureText() {}

  /** Errors of the compiler: each with its line, the text of it, and a mark under the place. */
  static CellFailure ofCompiler(List<Diag> diagnostics, CellSource source) {
    List<String> lines = new ArrayList<>();
    for (Diag diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        int at = (int) diagnostic.getPosition();
        List<String> message = diagnostic.getMessage(Locale.ROOT).lines().toList();
        lines.add("Line " + source.line(at) + ": " + message.get(0).strip());
        lines.add("    " + source.lineText(at));
        lines.add("    " + " ".repeat(source.column(at)) + "^");
        for (int i = 1; i < message.size(); i++) {
          lines.add("  " + message.get(i).strip());
        }
      }
    }
    if (lines.isEmpty()) {
      lines.add("Line " + source.line(0) + ": this is no Java that can be compiled.");
    }
    return new CellFailure(lines);
  }

  /** A cell that ends before its last statement does. */
  static CellFailure ofUnfinished(CellSource source) {
    String summary =
        "Line "
            + source.line(0)
            + ": what begins here does not end; a bracket or a quotation mark may be missing.";
    return new CellFailure(List.of(summary, "    " + source.lineText(0)));
  }

  /**
   * What a cell threw.
   *
   * @param thrown as it came out of the code
   * @param told the same with places in pieces of cells
   * @param source the piece that was at work
   * @param pieces for the id of each piece of this cell, where it is
   */
  static CellFailure ofThrown(
      Throwable thrown, EvalException told, CellSource source, Map<String, CellSource> pieces) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(thrown));
    int frames = 0;
    boolean located = false;
    for (StackTraceElement frame : told.getStackTrace()) {
      String file = String.valueOf(frame.getFileName());
      if (file.startsWith("#")) {
        String piece = file.substring(1);
        if (pieces.containsKey(piece)) {
          int line = pieces.get(piece).lineOfPiece(frame.getLineNumber());
          lines.add("    at line " + line + " of this cell");
          located = true;
        } else {
          lines.add("    at line " + frame.getLineNumber() + " of a piece of an earlier cell");
        }
      } else if (!(thrown instanceof AlmagestException) && frames++ < MOST_FRAMES) {
        lines.add("    at " + frame);
      }
    }
    if (!located) {
      lines.add("    at line " + source.line(0) + " of this cell");
    }
    Throwable cause = thrown.getCause();
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      lines.add("Caused by: " + summary(cause));
      cause = cause.getCause();
    }
    return new CellFailure(lines);
  }

  /** A failure that we can explain needs no name of a class. */
  private static String summary(Throwable thrown) {
    String message = thrown.getMessage();
    if (thrown instanceof AlmagestException && message != null) {
      return message;
    }
    String name = thrown.getClass().getName();
    return message == null ? name : name + ": " + message;
  }

  /** A cell that a person stopped. */
  static CellFailure ofInterrupt() {
    return new CellFailure(List.of("Interrupted."));
  }
}
