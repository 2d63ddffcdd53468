package org.almagest.notebook.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.almagest.notebook.Cell;
import org.almagest.notebook.Displayable;
import org.almagest.notebook.WarehouseReader;

/** The kernel that Jupyter starts, one process for each open notebook. */
public final class NotebookKernel extends BaseKernel {
  /** Which process started this one; Jupyter tells. */
  private static final String PARENT = "JPY_PARENT_PID";

  /** The library tells of each message, through many loggers. */
  private static final Logger MESSAGES = Logger.getLogger("");

  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.function.*",
          "java.util.stream.*",
          "org.almagest.notebook.*",
          "org.almagest.notebook.chart.*",
          "static org.almagest.notebook.Cell.show");

  private final JavaCells cells = new JavaCells(IMPORTS, WarehouseReader::cancelQueries);

  private NotebookKernel() {
    Cell.showOn(value -> display(displayed(value)));
  }

  /**
   * Answers until Jupyter says that it is enough, or is gone.
   *
   * @param arguments the file in which Jupyter says where it listens
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      System.err.println(
          "Jupyter starts this kernel, with a connection file: see notebooks/README.md");
      System.exit(2);
    }
    MESSAGES.setLevel(Level.WARNING);
    endWithParent();
    NotebookKernel kernel = new NotebookKernel();
    JupyterConnection connection =
        new JupyterConnection(
            KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
    // Threads that cells started, such as those of Spark, end here, too.
    System.exit(0);
  }

  /** A Jupyter that was killed tells nobody; it may be gone before this process is ready. */
  private static void endWithParent() {
    String id = System.getenv(PARENT);
    if (id != null && id.matches("\\d{1,18}")) {
      CompletableFuture<?> unused =
          ProcessHandle.of(Long.parseLong(id))
              .<CompletableFuture<?>>map(ProcessHandle::onExit)
              .orElseGet(() -> CompletableFuture.completedFuture(null))
              .thenRun(() -> System.exit(0));
    }
  }

  @Override
  public DisplayData eval(String cell) throws CellFailure {
    return cells.run(cell).map(NotebookKernel::displayed).orElse(null);
  }

  /** A value as text, and as more than that where it is one of ours. */
  private static DisplayData displayed(Object value) {
    DisplayData data = new DisplayData(String.valueOf(value));
    if (value instanceof Displayable shown) {
      data.putHTML(shown.html());
    }
    return data;
  }

  @Override
  public List<String> formatError(Exception failure) {
    return failure instanceof CellFailure cell ? cell.lines() : super.formatError(failure);
  }

  @Override
  public void interrupt() {
    cells.interrupt();
  }

  @Override
  public ReplacementOptions complete(String cell, int cursor) {
    JavaCells.Suggestions suggestions = cells.suggestions(cell, cursor);
    return new ReplacementOptions(suggestions.texts(), suggestions.from(), cursor);
  }

  @Override
  public DisplayData inspect(String cell, int cursor, boolean extraDetail) {
    List<String> documentation = cells.documentation(cell, cursor);
    return documentation.isEmpty() ? null : new DisplayData(String.join("\n\n", documentation));
  }

  @Override
  public String isComplete(String code) {
    Completeness completeness = cells.completeness(code);
    return switch (completeness) {
      case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> IS_COMPLETE_YES;
      case DEFINITELY_INCOMPLETE -> "    ";
      case UNKNOWN -> IS_COMPLETE_BAD;
    };
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    interrupt();
    cells.close();
  }
}
