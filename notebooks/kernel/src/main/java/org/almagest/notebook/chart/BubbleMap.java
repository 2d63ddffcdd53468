package org.almagest.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.almagest.notebook.Rows;

/**
 * Things as circles at their places on a map, such as topics, with their names. Both directions
 * have the same scale, and the numbers of the places mean nothing, so there are no axes.
 */
public final class BubbleMap extends Chart<BubbleMap> {
  private static final double MAP_HEIGHT = 480;
  private static final double LARGEST = 22;

  /** Room for names beside the outermost circles. */
  private static final double BORDER = 150;

  private final Rows rows;
  private final String x;
  private final String y;
  private Optional<String> size = Optional.empty();
  private Optional<String> name = Optional.empty();
  private Optional<String> group = Optional.empty();

  private BubbleMap(Rows rows, String x, String y) {
    this.rows = rows;
    this.x = x;
    this.y = y;
  }

  /** A circle for each row at the place that two columns name. */
  public static BubbleMap of(Rows rows, String x, String y) {
    return new BubbleMap(rows, x, y);
  }

  /** Gives circles the area of a column of amounts. */
  public BubbleMap sized(String amount) {
    this.size = Optional.of(amount);
    return this;
  }

  /** Names the circles; where there is no room, the smaller one's name is left out. */
  public BubbleMap named(String name) {
    this.name = Optional.of(name);
    return this;
  }

  /** Colours circles by a column; where there are many values, the seven most frequent ones. */
  public BubbleMap grouped(String group) {
    this.group = Optional.of(group);
    return this;
  }

  @Override
  BubbleMap self() {
    return this;
  }

  private List<String> groups() {
    return group
        .map(
            column ->
                Bubbles.mainGroups(
                    IntStream.range(0, rows.size()).mapToObj(r -> rows.text(r, column)).toList()))
        .orElse(List.of());
  }

  /** The rows that have a place. */
  private List<Integer> placed() {
    return IntStream.range(0, rows.size())
        .filter(r -> rows.number(r, x).isPresent() && rows.number(r, y).isPresent())
        .boxed()
        .toList();
  }

  @Override
  boolean isEmpty() {
    return placed().isEmpty();
  }

  @Override
  double height() {
    return TOP + MAP_HEIGHT + Bubbles.legendHeight(groups().size() + 1);
  }

  @Override
  void draw(Svg svg) {
    List<Integer> placed = placed();
    double[] xs = placed.stream().mapToDouble(r -> rows.number(r, x).getAsDouble()).toArray();
    double[] ys = placed.stream().mapToDouble(r -> rows.number(r, y).getAsDouble()).toArray();
    Frame frame =
        Frame.around(xs, ys, BORDER, TOP + LARGEST, WIDTH - BORDER, TOP + MAP_HEIGHT - LARGEST);
    double largest =
        size.map(s -> placed.stream().mapToDouble(r -> amount(r, s)).max().orElse(0)).orElse(1.0);
    List<Bubbles.Circle> circles = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      int row = placed.get(i);
      double amount = size.map(s -> amount(row, s)).orElse(1.0);
      circles.add(
          new Bubbles.Circle(
              frame.x(xs[i]),
              frame.y(ys[i]),
              size.isPresent() ? Bubbles.radius(amount, largest, LARGEST) : 6,
              amount,
              name.map(n -> rows.text(row, n)).orElse(""),
              group.map(g -> rows.text(row, g)).orElse("")));
    }
    svg.rectangle(
        MARGIN / 2,
        TOP - 6,
        WIDTH - MARGIN,
        MAP_HEIGHT + 6,
        "fill",
        "none",
        "stroke",
        Palette.GRID);
    Bubbles bubbles = new Bubbles(circles, groups());
    LabelPlaces places =
        new LabelPlaces(MARGIN, TOP, WIDTH - MARGIN, TOP + MAP_HEIGHT - 2, TEXT_SIZE);
    bubbles.draw(svg, places, name.isPresent() ? circles.size() : 0, TEXT_SIZE);
    bubbles.legend(
        svg,
        MARGIN,
        TOP + MAP_HEIGHT + 20,
        size.map(
                s ->
                    "Area of a circle: "
                        + s.replace('_', ' ')
                        + ", at most "
                        + Unit.NUMBER.text(largest))
            .orElse(""));
  }

  private double amount(int row, String column) {
    OptionalDouble amount = rows.number(row, column);
    return amount.orElse(0);
  }
}
