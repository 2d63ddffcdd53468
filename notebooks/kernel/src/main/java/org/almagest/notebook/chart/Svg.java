package org.almagest.notebook.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.almagest.text.Markup;

/**
 * Writes one {@code svg} element. Whatever is given as text or as a value of an attribute is
 * escaped here, and what XML cannot hold is replaced. There are no ids in it, since a page holds
 * many pictures.
 */
final class Svg {
  private static final String FONT = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param title what a screen reader says of the picture
   */
  Svg(double width, double height, String title) {
    open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "role",
        "img",
        "aria-label",
        title,
        "font-family",
        FONT,
        "style",
        "max-width:100%;height:auto");
    rectangle(0, 0, width, height, "fill", Palette.PAPER);
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; numbers are rounded to hundredths
   */
  Svg open(String element, Object... attributes) {
    start(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last. */
  Svg close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element with nothing in it. */
  Svg empty(String element, Object... attributes) {
    start(element, attributes);
    out.append("/>\n");
    return this;
  }

  /** Characters within an element. */
  Svg characters(String text) {
    out.append(Markup.escaped(text));
    return this;
  }

  /** What is shown for the open element when the pointer rests on it. */
  Svg tooltip(String text) {
    return open("title").characters(text).close();
  }

  /** A line of text that begins, ends or has its middle at x; y is its baseline. */
  Svg text(double x, double y, Anchor anchor, double size, String text, Object... attributes) {
    start("text", "x", x, "y", y, "text-anchor", anchor.keyword(), "font-size", size);
    attributes(attributes);
    out.append('>');
    characters(text);
    out.append("</text>\n");
    return this;
  }

  /** A straight line. */
  Svg line(double x1, double y1, double x2, double y2, String colour, Object... attributes) {
    start("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", colour);
    attributes(attributes);
    out.append("/>\n");
    return this;
  }

  /** A rectangle. */
  Svg rectangle(double x, double y, double width, double height, Object... attributes) {
    start("rect", "x", x, "y", y, "width", width, "height", height);
    attributes(attributes);
    out.append("/>\n");
    return this;
  }

  /** Where a text lies about its x. */
  enum Anchor {
    START,
    MIDDLE,
    END;

    String keyword() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The whole element; everything else must be closed. */
  String finish() {
    close();
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private void start(String element, Object... attributes) {
    out.append('<').append(element);
    attributes(attributes);
  }

  private void attributes(Object... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      Object value = attributes[i + 1];
      out.append(
          Markup.escaped(value instanceof Number n ? number(n.doubleValue()) : value.toString()));
      out.append('"');
    }
  }

  /** A coordinate, rounded to hundredths of a pixel. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
