package org.almagest.notebook;

import java.util.ArrayList;
import java.util.List;

/** Rows as aligned columns of text. */
final class TextTable {
  private static final int SHOWN = 20;
  private static final int MAX_WIDTH = 60;

  private TextTable() {}

  static String of(Rows rows) {
    List<String[]> lines = new ArrayList<>();
    lines.add(rows.columns().stream().map(c -> oneLine(c.name())).toArray(String[]::new));
    for (int row = 0; row < Math.min(SHOWN, rows.size()); row++) {
      Object[] values = rows.values(row);
      String[] cells = new String[values.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = oneLine(ValueText.of(values[i]));
      }
      lines.add(cells);
    }
    int[] widths = new int[rows.columns().size()];
    for (String[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        widths[i] = Math.max(widths[i], length(line[i]));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < line.length; i++) {
        String padding = " ".repeat(widths[i] - length(line[i]));
        out.append(i == 0 ? "" : "  ");
        out.append(rows.columns().get(i).numeric() ? padding + line[i] : line[i] + padding);
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
    if (rows.size() > SHOWN) {
      text.append("… and ").append(rows.size() - SHOWN).append(" more rows\n");
    }
    return text.toString();
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return length(line) <= MAX_WIDTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_WIDTH - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
