package org.almagest.notebook.chart;

import java.util.List;
import java.util.Optional;
import org.almagest.notebook.Rows;

/**
 * Values over time, a line for each series, with a band about it where there are intervals. Each
 * line is labelled where it ends, so that nobody has to match colours with a legend.
 */
public final class LineChart extends Chart<LineChart> {
  /** More lines than this cannot be told apart. */
  static final int MOST_SERIES = Palette.size();

  private static final double PLOT_HEIGHT = 300;
  private static final double LABELS = 280;
  private static final double BELOW = 56;
  private static final double LABEL_LINE = 17;
  private static final double SAMPLE = 22;
  private static final int TICKS = 6;

  private LineData data;
  private String across = "";
  private String upwards = "";
  private Unit unit = Unit.NUMBER;

  private LineChart(LineData data) {
    this.data = data;
  }

  /**
   * One line through the values of a column.
   *
   * @param x column of times, such as years; text is spaced evenly in the order of the rows
   * @param y column of values; where there is none, the line goes on to the next
   */
  public static LineChart of(Rows rows, String x, String y) {
    return new LineChart(new LineData(rows, x, y, Optional.empty(), Optional.empty()));
  }

  /**
   * Makes it a line for each value of a column.
   *
   * @throws IllegalArgumentException when drawn, with more than seven lines
   */
  public LineChart per(String series) {
    data = new LineData(data.rows(), data.x(), data.y(), Optional.of(series), data.interval());
    return this;
  }

  /** Draws a band from one column to another about each line. */
  public LineChart between(String low, String high) {
    Optional<LineData.Interval> interval = Optional.of(new LineData.Interval(low, high));
    data = new LineData(data.rows(), data.x(), data.y(), data.series(), interval);
    return this;
  }

  /** Names the axes, with units where they have one. */
  public LineChart axes(String across, String upwards) {
    this.across = across;
    this.upwards = upwards;
    return this;
  }

  /** How values are written. */
  public LineChart in(Unit unit) {
    this.unit = unit;
    return this;
  }

  @Override
  LineChart self() {
    return this;
  }

  @Override
  boolean isEmpty() {
    return data.lines(unit).isEmpty();
  }

  @Override
  double height() {
    return TOP + LABEL_LINE + PLOT_HEIGHT + BELOW;
  }

  @Override
  void draw(Svg svg) {
    List<LineData.Line> lines = data.lines(unit);
    if (lines.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          "A line chart shows at most "
              + MOST_SERIES
              + " lines, and there are "
              + lines.size()
              + ". Choose some of them in the query.");
    }
    double top = TOP + LABEL_LINE;
    Scale y =
        Scale.around(
            Math.min(0, data.lowest(lines)), data.highest(lines), TICKS, top + PLOT_HEIGHT, top);
    double widest =
        y.ticks(TICKS).stream()
            .mapToDouble(t -> TextWidth.of(unit.tick(t), TEXT_SIZE))
            .max()
            .orElse(0);
    double left = MARGIN + widest + 8;
    double names =
        lines.stream().mapToDouble(l -> TextWidth.of(l.name(), TEXT_SIZE)).max().orElse(0);
    double labels = Math.min(LABELS, names) + 9;
    double right = lines.size() > 1 ? WIDTH - labels - SAMPLE - MARGIN : WIDTH - 2 * MARGIN;
    TimeAxis x = TimeAxis.of(lines, left + 8, right - 8);
    svg.text(MARGIN, TOP + 2, Svg.Anchor.START, TEXT_SIZE, upwards, "fill", Palette.FAINT_INK);
    for (double tick : y.ticks(TICKS)) {
      svg.line(left, y.at(tick), right, y.at(tick), tick == 0 ? Palette.OTHER : Palette.GRID);
      svg.text(
          left - 8,
          y.at(tick) + 4,
          Svg.Anchor.END,
          TEXT_SIZE,
          unit.tick(tick),
          "fill",
          Palette.INK);
    }
    x.draw(svg, top + PLOT_HEIGHT);
    svg.text(
        (left + right) / 2,
        top + PLOT_HEIGHT + 44,
        Svg.Anchor.MIDDLE,
        TEXT_SIZE,
        across,
        "fill",
        Palette.FAINT_INK);
    for (int i = 0; i < lines.size(); i++) {
      band(svg, lines.get(i), Palette.colour(i), x, y);
    }
    for (int i = 0; i < lines.size(); i++) {
      line(svg, lines.get(i), i, x, y);
    }
    if (lines.size() > 1) {
      new EndLabels(right, right + SAMPLE, labels, LABEL_LINE).draw(svg, lines, x, y);
    }
  }

  private static void band(Svg svg, LineData.Line line, String colour, TimeAxis x, Scale y) {
    StringBuilder forth = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (LineData.Point point : line.points()) {
      if (point.hasInterval()) {
        String at = Svg.number(x.at(point)) + ",";
        forth.append(at).append(Svg.number(y.at(point.high()))).append(' ');
        back.insert(0, at + Svg.number(y.at(point.low())) + " ");
      }
    }
    if (!forth.isEmpty()) {
      String outline = (forth.toString() + back).strip();
      svg.empty("polygon", "points", outline, "fill", colour, "fill-opacity", 0.14);
    }
  }

  private void line(Svg svg, LineData.Line line, int series, TimeAxis x, Scale y) {
    StringBuilder points = new StringBuilder();
    for (LineData.Point point : line.points()) {
      points.append(Svg.number(x.at(point))).append(',').append(Svg.number(y.at(point.value())));
      points.append(' ');
    }
    String colour = Palette.colour(series);
    svg.empty(
        "polyline",
        "points",
        points.toString().strip(),
        "fill",
        "none",
        "stroke",
        colour,
        "stroke-width",
        2,
        "stroke-linejoin",
        "round",
        "stroke-dasharray",
        Palette.dashes(series));
    for (LineData.Point point : line.points()) {
      svg.open("circle", "cx", x.at(point), "cy", y.at(point.value()), "r", 3, "fill", colour);
      svg.tooltip(tooltip(line, point)).close();
    }
  }

  private String tooltip(LineData.Line line, LineData.Point point) {
    String interval =
        point.hasInterval()
            ? " (" + unit.text(point.low()) + " to " + unit.text(point.high()) + ")"
            : "";
    String name = line.name().isEmpty() ? "" : line.name() + ", ";
    return name + point.time() + ": " + unit.text(point.value()) + interval;
  }
}
