package org.almagest.notebook.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.almagest.notebook.Rows;

/**
 * Amounts as horizontal bars, in the order of the rows, with an interval about each end where there
 * are such columns. Amounts below 0 go to the left, in another colour.
 */
public final class BarChart extends Chart<BarChart> {
  /** More bars than this do not fit on a screen. */
  static final int MOST = 40;

  private static final double STEP = 24;
  private static final double BAR = 16;
  private static final double NAMES = 300;
  private static final double BELOW = 50;
  private static final double AMOUNTS = 64;
  private static final int TICKS = 6;

  private record Interval(String low, String high) {}

  private final Rows rows;
  private final String name;
  private final String amount;
  private Optional<Interval> interval = Optional.empty();
  private String axis = "";
  private Unit unit = Unit.NUMBER;

  private BarChart(Rows rows, String name, String amount) {
    this.rows = rows;
    this.name = name;
    this.amount = amount;
  }

  /**
   * A bar for each row.
   *
   * @param name column of what the bars are called
   * @param amount column of how long they are
   */
  public static BarChart of(Rows rows, String name, String amount) {
    return new BarChart(rows, name, amount);
  }

  /** Draws a line from one column to another about the end of each bar. */
  public BarChart between(String low, String high) {
    this.interval = Optional.of(new Interval(low, high));
    return this;
  }

  /** Names the axis, with its unit if it has one. */
  public BarChart axis(String axis) {
    this.axis = axis;
    return this;
  }

  /** How amounts are written. */
  public BarChart in(Unit unit) {
    this.unit = unit;
    return this;
  }

  @Override
  BarChart self() {
    return this;
  }

  @Override
  boolean isEmpty() {
    return rows.size() == 0;
  }

  @Override
  double height() {
    return TOP + rows.size() * STEP + BELOW;
  }

  @Override
  void draw(Svg svg) {
    if (rows.size() > MOST) {
      throw new IllegalArgumentException(
          "A bar chart shows at most "
              + MOST
              + " bars, and there are "
              + rows.size()
              + " rows. Choose some in the query, with ORDER BY and LIMIT.");
    }
    double names =
        IntStream.range(0, rows.size())
            .mapToDouble(row -> TextWidth.of(rows.text(row, name), TEXT_SIZE))
            .max()
            .orElse(0);
    double left = MARGIN + Math.min(NAMES, names) + 10;
    double low = IntStream.range(0, rows.size()).mapToDouble(this::lowest).min().orElse(0);
    double high = IntStream.range(0, rows.size()).mapToDouble(this::highest).max().orElse(0);
    double room = low < 0 ? left + AMOUNTS : left;
    Scale x =
        Scale.around(Math.min(0, low), Math.max(0, high), TICKS, room, WIDTH - MARGIN - AMOUNTS);
    double bottom = TOP + rows.size() * STEP;
    for (double tick : x.ticks(TICKS)) {
      svg.line(x.at(tick), TOP, x.at(tick), bottom, tick == 0 ? Palette.OTHER : Palette.GRID);
      svg.text(
          x.at(tick),
          bottom + 17,
          Svg.Anchor.MIDDLE,
          TEXT_SIZE,
          unit.tick(tick),
          "fill",
          Palette.INK);
    }
    svg.text(
        (x.from() + x.to()) / 2,
        bottom + 38,
        Svg.Anchor.MIDDLE,
        TEXT_SIZE,
        axis,
        "fill",
        Palette.FAINT_INK);
    for (int row = 0; row < rows.size(); row++) {
      bar(svg, row, left, x);
    }
  }

  private void bar(Svg svg, int row, double left, Scale x) {
    double y = TOP + row * STEP + STEP / 2;
    String called = rows.text(row, name);
    svg.open("g").tooltip(called + tooltipAmount(row));
    svg.text(
        left - 10,
        y + 4,
        Svg.Anchor.END,
        TEXT_SIZE,
        TextWidth.cut(called, TEXT_SIZE, NAMES),
        "fill",
        Palette.INK);
    OptionalDouble value = value(row, amount);
    if (value.isPresent()) {
      double end = x.at(value.getAsDouble());
      svg.rectangle(
          Math.min(x.at(0), end),
          y - BAR / 2,
          Math.abs(end - x.at(0)),
          BAR,
          "fill",
          Palette.colour(value.getAsDouble() < 0 ? 1 : 0));
      OptionalDouble low = interval.map(i -> value(row, i.low())).orElse(OptionalDouble.empty());
      OptionalDouble high = interval.map(i -> value(row, i.high())).orElse(OptionalDouble.empty());
      if (low.isPresent() && high.isPresent()) {
        svg.line(
            x.at(low.getAsDouble()),
            y,
            x.at(high.getAsDouble()),
            y,
            Palette.INK,
            "stroke-width",
            1.5);
      }
      double beyond = value.getAsDouble() < 0 ? x.at(lowest(row)) - 6 : x.at(highest(row)) + 6;
      svg.text(
          beyond,
          y + 4,
          value.getAsDouble() < 0 ? Svg.Anchor.END : Svg.Anchor.START,
          TEXT_SIZE,
          unit.text(value.getAsDouble()),
          "fill",
          Palette.INK);
    }
    svg.close();
  }

  private String tooltipAmount(int row) {
    OptionalDouble value = value(row, amount);
    return value.isPresent() ? ": " + unit.text(value.getAsDouble()) : "";
  }

  private double lowest(int row) {
    return extreme(row, interval.map(Interval::low), Math::min);
  }

  private double highest(int row) {
    return extreme(row, interval.map(Interval::high), Math::max);
  }

  private double extreme(int row, Optional<String> end, DoubleBinaryOperator choice) {
    double value = value(row, amount).orElse(0);
    return end.map(column -> choice.applyAsDouble(value, value(row, column).orElse(value)))
        .orElse(value);
  }

  private OptionalDouble value(int row, String column) {
    OptionalDouble value = rows.number(row, column);
    return value.isPresent()
        ? OptionalDouble.of(unit.scaled(value.getAsDouble()))
        : OptionalDouble.empty();
  }
}
