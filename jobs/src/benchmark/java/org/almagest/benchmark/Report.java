package org.almagest.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of results: with tabs for programs, in columns for people. */
public final class Report {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows as yet. */
  public Report(String... header) {
    rows.add(List.of(header));
  }

  /** Adds a row of as many cells as the header has. */
  public Report row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(cells.length + " cells do not fit the header");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** A number with so many digits behind the point. */
  public static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** For programs. */
  public void printTabs(PrintStream out) {
    rows.forEach(row -> out.println(String.join("\t", row)));
    out.println();
  }

  /** For people. */
  public void printColumns(PrintStream out) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0))
            .toArray();
    for (List<String> row : rows) {
      out.println(
          IntStream.range(0, row.size())
              .mapToObj(column -> padded(row.get(column), widths[column]))
              .collect(Collectors.joining("  "))
              .stripTrailing());
    }
    out.println();
  }

  /** Numbers to the right, all else to the left. */
  private static String padded(String cell, int width) {
    String blanks = " ".repeat(width - cell.length());
    return cell.matches("[-0-9.]+") ? blanks + cell : cell + blanks;
  }
}
