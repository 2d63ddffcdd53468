package org.almagest.notebook.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.almagest.notebook.Rows;

/**
 * Which columns of the rows a line chart draws.
 *
 * @param series column whose values each have a line of their own
 */
record LineData(
    Rows rows, String x, String y, Optional<String> series, Optional<Interval> interval) {

  /** Columns of the ends of an interval about each value. */
  record Interval(String low, String high) {}

  /**
   * A point of a line.
   *
   * @param time as the table has it
   * @param low lower end of the interval in the unit of the axis, NaN where there is none
   * @param high its upper end
   */
  record Point(String time, double value, double low, double high) {
    boolean hasInterval() {
      return !Double.isNaN(low) && !Double.isNaN(high);
    }
  }

  /** A line. */
  record Line(String name, List<Point> points) {
    Point last() {
      return points.get(points.size() - 1);
    }
  }

  /** The lines in the order in which the rows name them; those without a value are left out. */
  List<Line> lines(Unit unit) {
    Map<String, List<Point>> lines = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      int r = row;
      OptionalDouble value = rows.number(row, y);
      String time = rows.text(row, x);
      if (value.isPresent() && !time.isEmpty()) {
        double low = interval.map(i -> number(r, i.low())).orElse(Double.NaN);
        double high = interval.map(i -> number(r, i.high())).orElse(Double.NaN);
        lines
            .computeIfAbsent(series.map(s -> rows.text(r, s)).orElse(""), n -> new ArrayList<>())
            .add(
                new Point(
                    time, unit.scaled(value.getAsDouble()), unit.scaled(low), unit.scaled(high)));
      }
    }
    return lines.entrySet().stream().map(e -> new Line(e.getKey(), e.getValue())).toList();
  }

  private double number(int row, String column) {
    return rows.number(row, column).orElse(Double.NaN);
  }

  /** The lowest value or end of an interval. */
  double lowest(List<Line> lines) {
    return values(lines).min().orElse(0);
  }

  /** The highest value or end of an interval. */
  double highest(List<Line> lines) {
    return values(lines).max().orElse(0);
  }

  private static DoubleStream values(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .flatMapToDouble(p -> DoubleStream.of(p.value(), p.low(), p.high()))
        .filter(v -> !Double.isNaN(v));
  }
}
