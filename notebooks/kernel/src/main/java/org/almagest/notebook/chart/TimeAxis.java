package org.almagest.notebook.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The axis across a line chart: by value where all times are numbers, such as years, and else
 * evenly, in the order of the rows.
 */
final class TimeAxis {
  private static final double LEAST_GAP = 14;

  private final Scale scale;
  private final Map<String, Double> places;
  private final boolean numeric;

  private TimeAxis(Scale scale, Map<String, Double> places, boolean numeric) {
    this.scale = scale;
    this.places = places;
    this.numeric = numeric;
  }

  static TimeAxis of(List<LineData.Line> lines, double from, double to) {
    Map<String, Double> places = new LinkedHashMap<>();
    boolean numeric = true;
    for (LineData.Line line : lines) {
      for (LineData.Point point : line.points()) {
        places.putIfAbsent(point.time(), (double) places.size());
        numeric &= point.time().matches("-?\\d{1,9}(\\.\\d+)?");
      }
    }
    if (numeric) {
      places.replaceAll((time, place) -> Double.parseDouble(time));
    }
    double low = places.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = places.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    Scale scale =
        high > low ? new Scale(low, high, from, to) : new Scale(low - 1, low + 1, from, to);
    return new TimeAxis(scale, places, numeric);
  }

  /** Where a point lies. */
  double at(LineData.Point point) {
    return scale.at(places.get(point.time()));
  }

  /** Draws ticks at that height and their texts below, as many as have room. */
  void draw(Svg svg, double y) {
    double free = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> tick : ticks().entrySet()) {
      double x = scale.at(tick.getValue());
      double half = TextWidth.of(tick.getKey(), Chart.TEXT_SIZE) / 2;
      if (x - half >= free) {
        svg.line(x, y, x, y + 5, Palette.OTHER);
        svg.text(x, y + 20, Svg.Anchor.MIDDLE, Chart.TEXT_SIZE, tick.getKey(), "fill", Palette.INK);
        free = x + half + LEAST_GAP;
      }
    }
  }

  private Map<String, Double> ticks() {
    if (!numeric) {
      return places;
    }
    Map<String, Double> ticks = new LinkedHashMap<>();
    boolean whole = places.values().stream().allMatch(v -> v == Math.rint(v));
    List<Double> values = new ArrayList<>(whole ? scale.wholeTicks(12) : scale.ticks(12));
    values.forEach(v -> ticks.put(Scale.text(v), v));
    return ticks;
  }
}
