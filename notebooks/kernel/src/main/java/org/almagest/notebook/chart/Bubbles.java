package org.almagest.notebook.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Circles with names and groups, as maps and networks draw them.
 *
 * @param circles where they are and what they are called
 * @param groups the groups that have a colour of their own, in order; others are grey
 */
record Bubbles(List<Circle> circles, List<String> groups) {
  private static final double LEGEND_LINE = 20;
  private static final int ROUNDS_APART = 60;
  private static final int FEW = 30;

  /**
   * A circle.
   *
   * @param size the amount that its area tells
   * @param group what gives it its colour; empty for none
   */
  record Circle(double x, double y, double radius, double size, String name, String group) {}

  /** The groups with most circles, in the order of their names, and as many as have colours. */
  static List<String> mainGroups(List<String> groups) {
    return groups.stream().distinct().filter(g -> !g.isEmpty()).count() <= Palette.size()
        ? groups.stream().filter(g -> !g.isEmpty()).distinct().sorted(natural()).toList()
        : groups.stream()
            .filter(g -> !g.isEmpty())
            .distinct()
            .sorted(
                Comparator.comparing((String g) -> -groups.stream().filter(g::equals).count())
                    .thenComparing(natural()))
            .limit(Palette.size())
            .toList();
  }

  /** Numbers by value, and before other names. */
  private static Comparator<String> natural() {
    return Comparator.comparing(
            (String g) -> g.matches("\\d{1,15}") ? Long.parseLong(g) : Long.MAX_VALUE)
        .thenComparing(Comparator.naturalOrder());
  }

  /** A radius whose circle's area is in proportion to an amount. */
  static double radius(double amount, double largest, double largestRadius) {
    return largest <= 0 ? 3 : Math.max(3, Math.sqrt(Math.max(0, amount) / largest) * largestRadius);
  }

  /**
   * The same circles, moved as little as it takes that none lies on another, as far as some rounds
   * of pushing neighbours apart can do it. O(n²) a round.
   */
  static List<Circle> apart(List<Circle> circles) {
    int n = circles.size();
    double[] x = circles.stream().mapToDouble(Circle::x).toArray();
    double[] y = circles.stream().mapToDouble(Circle::y).toArray();
    for (int round = 0; round < ROUNDS_APART; round++) {
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          double wanted = circles.get(i).radius() + circles.get(j).radius() + 3;
          double across = x[j] - x[i];
          double down = y[j] - y[i];
          double distance = Math.hypot(across, down);
          if (distance < wanted) {
            // Two at the same place part sideways.
            double unitX = distance > 0 ? across / distance : 1;
            double unitY = distance > 0 ? down / distance : 0;
            double half = (wanted - distance) / 2;
            x[i] -= unitX * half;
            y[i] -= unitY * half;
            x[j] += unitX * half;
            y[j] += unitY * half;
          }
        }
      }
    }
    List<Circle> moved = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Circle c = circles.get(i);
      moved.add(new Circle(x[i], y[i], c.radius(), c.size(), c.name(), c.group()));
    }
    return moved;
  }

  /** The colour of a group. */
  String colour(String group) {
    return Palette.colour(groups.indexOf(group));
  }

  /**
   * Draws circles, large ones first, and their names as far as there is room, those of large ones
   * first.
   *
   * @param named how many circles may have names
   */
  void draw(Svg svg, LabelPlaces places, int named, double textSize) {
    List<Circle> bySize = new ArrayList<>(circles);
    bySize.sort(Comparator.comparingDouble((Circle c) -> -c.size()).thenComparing(Circle::name));
    for (Circle circle : bySize) {
      svg.open(
          "circle",
          "cx",
          circle.x(),
          "cy",
          circle.y(),
          "r",
          circle.radius(),
          "fill",
          colour(circle.group()),
          "fill-opacity",
          0.8,
          "stroke",
          Palette.PAPER);
      svg.tooltip(circle.name() + " (" + Unit.NUMBER.text(circle.size()) + ")").close();
      places.circle(circle.x(), circle.y(), circle.radius());
    }
    for (Circle circle : bySize.subList(0, Math.min(named, bySize.size()))) {
      Optional<LabelPlaces.Place> place =
          places
              .find(circle.x(), circle.y(), circle.radius(), circle.name())
              .or(() -> nameOverCircles(places, circle));
      place.ifPresent(
          p ->
              svg.text(
                  p.x(),
                  p.y(),
                  p.anchor(),
                  textSize,
                  circle.name(),
                  "fill",
                  Palette.INK,
                  "stroke",
                  Palette.PAPER,
                  "stroke-width",
                  3,
                  "stroke-linejoin",
                  "round",
                  "paint-order",
                  "stroke"));
    }
  }

  /** Where there are few circles, none should be without a name. */
  private Optional<LabelPlaces.Place> nameOverCircles(LabelPlaces places, Circle circle) {
    return circles.size() > FEW
        ? Optional.empty()
        : places.findOverCircles(circle.x(), circle.y(), circle.radius(), circle.name());
  }

  /** Height of the legend, the line of what sizes mean included. */
  static double legendHeight(int groups) {
    return LEGEND_LINE * (groups + 1) + 8;
  }

  /**
   * Draws what colours and sizes mean.
   *
   * @param sizes what the area of circles tells
   */
  void legend(Svg svg, double x, double y, String sizes) {
    boolean others = circles.stream().anyMatch(c -> !groups.contains(c.group()));
    int lines = groups.isEmpty() ? 0 : groups.size() + (others ? 1 : 0);
    IntStream.range(0, lines)
        .forEach(
            i -> {
              double line = y + i * LEGEND_LINE;
              boolean other = i == groups.size();
              svg.empty(
                  "circle",
                  "cx",
                  x + 6,
                  "cy",
                  line,
                  "r",
                  6,
                  "fill",
                  Palette.colour(other ? -1 : i));
              svg.text(
                  x + 18,
                  line + 4,
                  Svg.Anchor.START,
                  Chart.TEXT_SIZE,
                  other
                      ? "others"
                      : TextWidth.cut(groups.get(i), Chart.TEXT_SIZE, Chart.WIDTH - 2 * x - 18),
                  "fill",
                  Palette.INK);
            });
    svg.text(
        x,
        y + lines * LEGEND_LINE + 4,
        Svg.Anchor.START,
        Chart.TEXT_SIZE,
        sizes,
        "fill",
        Palette.FAINT_INK);
  }
}
