package org.almagest.query;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.almagest.text.PlainText;

/**
 * Rows as aligned columns for reading. Widths come from the first rows; a missing value is blank, a
 * long one is cut, and line breaks are written as escapes.
 */
public final class TableRows implements RowWriter {
  /** Rows that are looked at before the first is written: enough for any screen. */
  private static final int ROWS_MEASURED = 1_000;

  private static final int MAX_WIDTH = 80;
  private static final String GAP = "  ";

  private final Writer out;
  private final List<String[]> held = new ArrayList<>();
  private List<Column> columns = List.of();
  private int[] widths = {};
  private boolean measured;

  public TableRows(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) {
    this.columns = columns;
  }

  @Override
  public void row(Object[] values) throws IOException {
    String[] cells = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      cells[i] = values[i] == null ? "" : cut(PlainText.oneLine(CellText.of(values[i])));
    }
    if (measured) {
      writeRow(cells);
      return;
    }
    held.add(cells);
    if (held.size() == ROWS_MEASURED) {
      writeHeld();
    }
  }

  @Override
  public void end() throws IOException {
    if (!measured) {
      writeHeld();
    }
  }

  private void writeHeld() throws IOException {
    measured = true;
    String[] names = columns.stream().map(c -> PlainText.oneLine(c.name())).toArray(String[]::new);
    widths = new int[names.length];
    measure(names);
    held.forEach(this::measure);
    writeRow(names);
    String[] rules = new String[names.length];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = "-".repeat(widths[i]);
    }
    writeRow(rules);
    for (String[] row : held) {
      writeRow(row);
    }
    held.clear();
  }

  private void measure(String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      widths[i] = Math.max(widths[i], length(cells[i]));
    }
  }

  private void writeRow(String[] cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String padding = " ".repeat(Math.max(0, widths[i] - length(cells[i])));
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).numeric() ? padding + cells[i] : cells[i] + padding);
    }
    out.write(line.toString().stripTrailing());
    out.write('\n');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String text) {
    return length(text) <= MAX_WIDTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_WIDTH - 1)) + "…";
  }
}
