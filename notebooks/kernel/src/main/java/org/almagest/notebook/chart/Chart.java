package org.almagest.notebook.chart;

import org.almagest.notebook.Displayable;

/**
 * A picture of rows.
 *
 * @param <C> the kind of chart, so that its methods can be called in a row
 */
public abstract class Chart<C extends Chart<C>> implements Displayable {
  /** Pixels, which a page scales down where it is narrower. */
  static final double WIDTH = 880;

  static final double MARGIN = 16;
  static final double TITLE_SIZE = 16;
  static final double TEXT_SIZE = 12;
  private static final double TITLE_BASELINE = 26;

  /** Where the chart itself begins. */
  static final double TOP = 44;

  private String title = "";

  /** What the chart says, in a sentence; it is written above it. */
  public C titled(String title) {
    this.title = title;
    return self();
  }

  abstract C self();

  /** Whether no row has what the chart draws; another corpus may not have what this one has. */
  abstract boolean isEmpty();

  /** Height of the whole picture in pixels. */
  abstract double height();

  /** Draws everything but the title. */
  abstract void draw(Svg svg);

  /**
   * The picture within HTML, where the names of its parts show under the pointer. As a picture of
   * its own it would be lost: nbconvert 6.5 strips it of all that is drawn.
   */
  @Override
  public final String html() {
    return "<div class=\"tex2jax_ignore mathjax_ignore\">\n" + svg() + "</div>\n";
  }

  /** The picture: one {@code svg} element. */
  public final String svg() {
    boolean empty = isEmpty();
    Svg svg =
        new Svg(
            WIDTH,
            empty ? TOP + TITLE_BASELINE : height(),
            title.isEmpty() ? getClass().getSimpleName() : title);
    String shown = TextWidth.cut(title, TITLE_SIZE, WIDTH - 2 * MARGIN);
    svg.text(
        MARGIN,
        TITLE_BASELINE,
        Svg.Anchor.START,
        TITLE_SIZE,
        shown,
        "font-weight",
        600,
        "fill",
        Palette.INK);
    if (empty) {
      svg.text(
          MARGIN,
          TOP + TEXT_SIZE,
          Svg.Anchor.START,
          TEXT_SIZE,
          "There is nothing to draw: the query gave no such rows.",
          "fill",
          Palette.INK);
    } else {
      draw(svg);
    }
    return svg.finish();
  }

  /** What those see who see text alone. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + (title.isEmpty() ? "" : ": " + title);
  }
}
