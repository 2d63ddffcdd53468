package org.almagest.notebook;

import java.util.List;
import org.almagest.text.Markup;

/** Rows as a table of HTML. */
final class HtmlTable {
  /** Rows that are shown; of the others, how many there are. */
  static final int SHOWN = 60;

  private static final String CELL = "padding:0.25em 0.8em;vertical-align:top;max-width:36em;";
  private static final String TEXT = CELL + "text-align:left";
  private static final String NUMBER =
      CELL + "text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap";

  private HtmlTable() {}

  /**
   * The table; numbers are set flush right, and all values are escaped. Notebooks take what stands
   * between dollar signs for TeX, which can hold links and more, unless they are told not to.
   */
  static String of(Rows rows) {
    StringBuilder html = new StringBuilder();
    List<Rows.Column> columns = rows.columns();
    html.append(
        "<table class=\"tex2jax_ignore mathjax_ignore\" style=\"border-collapse:collapse\">\n<thead>\n<tr>");
    for (Rows.Column column : columns) {
      cell(html, "th scope=\"col\"", "th", column, column.name());
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
    for (int row = 0; row < Math.min(SHOWN, rows.size()); row++) {
      Object[] values = rows.values(row);
      html.append("<tr>");
      for (int i = 0; i < values.length; i++) {
        cell(html, "td", "td", columns.get(i), ValueText.of(values[i]));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
    if (rows.size() == 0) {
      html.append("<p>No rows.</p>\n");
    } else if (rows.size() > SHOWN) {
      html.append("<p>The first ").append(SHOWN).append(" of ").append(rows.size());
      html.append(" rows.</p>\n");
    }
    return html.toString();
  }

  private static void cell(
      StringBuilder html, String opening, String name, Rows.Column column, String text) {
    html.append('<').append(opening).append(" style=\"");
    html.append(column.numeric() ? NUMBER : TEXT).append("\">");
    html.append(Markup.escaped(text)).append("</").append(name).append('>');
  }
}
