package org.almagest.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Rows as CSV after RFC 4180, with a header; lines end in LF. A missing value is empty, an empty
 * text is {@code ""}.
 */
final class CsvRows implements RowWriter {
  private final Writer out;

  CsvRows(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    row(columns.stream().map(Column::name).toArray());
  }

  @Override
  public void row(Object[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      if (values[i] != null) {
        writeField(CellText.of(values[i]));
      }
    }
    out.write('\n');
  }

  private void writeField(String text) throws IOException {
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    out.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }

  @Override
  public void end() {
    // Nothing stands after the rows.
  }
}
