package org.almagest.query;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows as CSV after RFC 4180, with a header; lines end in LF. A missing value is empty, an empty
 * text is {@code ""}.
 */
public final class CsvRows implements RowWriter {
  /** A text that begins so, behind blanks, is taken for a formula by one spreadsheet or another. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Cc}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

  /** What the rows are for. */
  public enum Reader {
    /** Text is written as it is. */
    PROGRAM,
    /**
     * Text that a spreadsheet would take for a formula has an apostrophe before it, which a
     * spreadsheet takes for the sign of a text; numbers are written as they are.
     */
    SPREADSHEET
  }

  private final Writer out;
  private final Reader reader;
  private List<Column> columns = List.of();

  public CsvRows(Writer out, Reader reader) {
    this.out = out;
    this.reader = reader;
  }

  @Override
  public void begin(List<Column> header) throws IOException {
    row(header.stream().map(Column::name).toArray());
    columns = List.copyOf(header);
  }

  @Override
  public void row(Object[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      if (values[i] != null) {
        String text = CellText.of(values[i]);
        boolean number = i < columns.size() && columns.get(i).numeric();
        boolean guarded =
            reader == Reader.SPREADSHEET && !number && FORMULA.matcher(text).matches();
        writeField(guarded ? "'" + text : text);
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
