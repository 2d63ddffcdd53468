package org.almagest.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a list of citations is laid out, told by its first rows.
 *
 * @param delimiter tab or comma: with which more of the rows have two columns, a tab if as many
 * @param columns in a row
 * @param citing number of the column of citing works
 * @param cited number of the column of cited works
 * @param header what the first row is
 */
record EdgeLayout(char delimiter, int columns, int citing, int cited, Header header) {
  private static final int ROWS_LOOKED_AT = 50;
  private static final int MAX_COLUMNS = 1024;
  private static final Pattern NAME = Pattern.compile("[\\p{L} _.-]+");
  private static final Set<String> CITING =
      Set.of("citing", "citingid", "citingpaper", "from", "source");
  private static final Set<String> CITED = Set.of("cited", "citedid", "citedpaper", "to", "target");

  /** What the first row is. */
  enum Header {
    /** A citation as any other. */
    NONE,
    /** Names of columns, which do not say more than that. */
    SOME_NAMES,
    /** Names that tell which column is which; there may be further ones. */
    NAMES_BOTH
  }

  /** The layout of a file that starts like that. */
  static EdgeLayout of(byte[] head) throws IOException {
    char delimiter = wideRows(head, '\t') >= Math.max(1, wideRows(head, ',')) ? '\t' : ',';
    EdgeLayout plain = new EdgeLayout(delimiter, 2, 0, 1, Header.NONE);
    DelimitedRowScanner rows = plain.scanner(new ByteArrayInputStream(head), head.length);
    return next(rows) == DelimitedRowScanner.Outcome.ROW ? plain.with(rows) : plain;
  }

  /** A scanner that expects nothing of the rows yet. */
  DelimitedRowScanner scanner(InputStream in, int maxRecordBytes) {
    return new DelimitedRowScanner(in, delimiter, maxRecordBytes);
  }

  /** Goes to the next row that is no comment: those start with a number sign. */
  static DelimitedRowScanner.Outcome next(DelimitedRowScanner rows) throws IOException {
    DelimitedRowScanner.Outcome outcome = rows.next();
    while (outcome != DelimitedRowScanner.Outcome.END && rows.startsWith('#')) {
      outcome = rows.next();
    }
    return outcome;
  }

  /** Whether the file is a list of citations: by its header, or by the ids in most of its rows. */
  boolean fits(byte[] head) throws IOException {
    if (header == Header.NAMES_BOTH) {
      return true;
    }
    DelimitedRowScanner rows = scanner(new ByteArrayInputStream(head), head.length);
    int looked = header == Header.NONE ? 0 : -1;
    int fitting = 0;
    while (looked < ROWS_LOOKED_AT && next(rows) != DelimitedRowScanner.Outcome.END) {
      looked++;
      fitting += looked > 0 && isCitation(rows) ? 1 : 0;
    }
    return 2 * fitting > looked;
  }

  private boolean isCitation(DelimitedRowScanner rows) {
    if (rows.outcome() != DelimitedRowScanner.Outcome.ROW || rows.columns() != columns) {
      return false;
    }
    try {
      String from = rows.text(citing);
      String to = rows.text(cited);
      return WorkIds.canonical(from).isPresent()
          && WorkIds.canonical(to).isPresent()
          && (WorkIds.known(from).isPresent() || WorkIds.known(to).isPresent());
    } catch (RecordFault e) {
      return false;
    }
  }

  private EdgeLayout with(DelimitedRowScanner firstRow) {
    List<String> names = new ArrayList<>();
    try {
      for (int i = 0; i < Math.min(firstRow.columns(), MAX_COLUMNS); i++) {
        String name = firstRow.text(i).strip();
        if (!name.isEmpty() && (!NAME.matcher(name).matches() || WorkIds.known(name).isPresent())) {
          return this;
        }
        names.add(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""));
      }
    } catch (RecordFault e) {
      return this;
    }
    int from = indexOf(CITING, names);
    int to = indexOf(CITED, names);
    if (from >= 0 && to >= 0) {
      return new EdgeLayout(delimiter, firstRow.columns(), from, to, Header.NAMES_BOTH);
    }
    return firstRow.columns() == 2 ? new EdgeLayout(delimiter, 2, 0, 1, Header.SOME_NAMES) : this;
  }

  private static int indexOf(Set<String> wanted, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int wideRows(byte[] head, char delimiter) throws IOException {
    DelimitedRowScanner rows =
        new DelimitedRowScanner(new ByteArrayInputStream(head), delimiter, head.length);
    int wide = 0;
    for (int i = 0; i < ROWS_LOOKED_AT; i++) {
      DelimitedRowScanner.Outcome outcome = next(rows);
      if (outcome == DelimitedRowScanner.Outcome.END) {
        break;
      }
      wide += outcome == DelimitedRowScanner.Outcome.ROW && rows.columns() > 1 ? 1 : 0;
    }
    return wide;
  }
}
