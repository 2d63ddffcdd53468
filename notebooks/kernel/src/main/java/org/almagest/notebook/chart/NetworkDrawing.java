package org.almagest.notebook.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.almagest.graph.ForceLayout;
import org.almagest.notebook.Rows;

/**
 * A network: nodes as circles, edges as lines between them, neighbours near each other. Wider lines
 * are heavier edges.
 */
public final class NetworkDrawing extends Chart<NetworkDrawing> {
  /** More nodes than this are a hairball; `almagest export` writes larger graphs for Gephi. */
  static final int MOST_NODES = 300;

  private static final double MAP_HEIGHT = 620;
  private static final double LARGEST = 14;
  private static final double BORDER = 60;
  private static final double WIDEST_LINE = 4;
  private static final int NAMED = 40;
  private static final double NAME_SIZE = 11;

  private final Rows nodes;
  private final String id;
  private final Rows edges;
  private final String source;
  private final String target;
  private Optional<String> weight = Optional.empty();
  private Optional<String> size = Optional.empty();
  private Optional<String> name = Optional.empty();
  private Optional<String> group = Optional.empty();

  private NetworkDrawing(Rows nodes, String id, Rows edges, String source, String target) {
    this.nodes = nodes;
    this.id = id;
    this.edges = edges;
    this.source = source;
    this.target = target;
  }

  /**
   * A network of the rows of two queries. Edges from or to what is no node are left out.
   *
   * @param id column of the nodes' ids
   * @param source column of the id of an edge's one end
   * @param target column of that of its other
   */
  public static NetworkDrawing of(Rows nodes, String id, Rows edges, String source, String target) {
    return new NetworkDrawing(nodes, id, edges, source, target);
  }

  /** Draws edges wider and nearer by a column of the edges. */
  public NetworkDrawing weighted(String weight) {
    this.weight = Optional.of(weight);
    return this;
  }

  /** Gives nodes the area of a column of amounts. */
  public NetworkDrawing sized(String amount) {
    this.size = Optional.of(amount);
    return this;
  }

  /** Names nodes, the forty largest ones as far as there is room. */
  public NetworkDrawing named(String name) {
    this.name = Optional.of(name);
    return this;
  }

  /** Colours nodes by a column; where there are many values, the seven most frequent ones. */
  public NetworkDrawing grouped(String group) {
    this.group = Optional.of(group);
    return this;
  }

  @Override
  NetworkDrawing self() {
    return this;
  }

  private String groupOf(int row) {
    return group.map(column -> nodes.text(row, column)).orElse("");
  }

  private List<String> groups() {
    return Bubbles.mainGroups(IntStream.range(0, nodes.size()).mapToObj(this::groupOf).toList());
  }

  @Override
  boolean isEmpty() {
    return nodes.size() == 0;
  }

  @Override
  double height() {
    return TOP + MAP_HEIGHT + Bubbles.legendHeight(groups().size() + 1);
  }

  private record Edge(int from, int to, double weight) {}

  @Override
  void draw(Svg svg) {
    if (nodes.size() > MOST_NODES) {
      throw new IllegalArgumentException(
          "A drawing shows at most "
              + MOST_NODES
              + " nodes, and there are "
              + nodes.size()
              + ". Choose some in the query; submit/almagest export writes larger graphs for Gephi.");
    }
    int[] order = byGroup();
    List<Edge> drawn = edges(order);
    double heaviest = drawn.stream().mapToDouble(Edge::weight).max().orElse(1);
    ForceLayout layout =
        ForceLayout.of(
            order.length,
            drawn.stream().flatMapToInt(edge -> IntStream.of(edge.from(), edge.to())).toArray(),
            drawn.stream().mapToDouble(Edge::weight).toArray());
    Frame frame =
        Frame.around(
            layout.x(),
            layout.y(),
            BORDER,
            TOP + BORDER / 2,
            WIDTH - BORDER,
            TOP + MAP_HEIGHT - BORDER / 2);
    List<Bubbles.Circle> circles = Bubbles.apart(circles(order, layout, frame));
    svg.open("g", "stroke", Palette.OTHER, "stroke-opacity", 0.45);
    for (Edge edge : drawn) {
      Bubbles.Circle a = circles.get(edge.from());
      Bubbles.Circle b = circles.get(edge.to());
      svg.empty(
          "line",
          "x1",
          a.x(),
          "y1",
          a.y(),
          "x2",
          b.x(),
          "y2",
          b.y(),
          "stroke-width",
          0.6 + (WIDEST_LINE - 0.6) * edge.weight() / heaviest);
    }
    svg.close();
    Bubbles bubbles = new Bubbles(circles, groups());
    LabelPlaces places = new LabelPlaces(MARGIN, TOP, WIDTH - MARGIN, TOP + MAP_HEIGHT, NAME_SIZE);
    bubbles.draw(svg, places, name.isPresent() ? NAMED : 0, NAME_SIZE);
    bubbles.legend(svg, MARGIN, TOP + MAP_HEIGHT + 20, meanings(heaviest));
  }

  private String meanings(double heaviest) {
    String area = size.map(s -> "Area of a circle: " + s.replace('_', ' ') + ". ").orElse("");
    String width =
        weight
            .map(
                w ->
                    "Width of a line: "
                        + w.replace('_', ' ')
                        + ", at most "
                        + Unit.NUMBER.text(heaviest)
                        + ".")
            .orElse("");
    return (area + width).strip();
  }

  /** Rows of the nodes with those of a group together, so that they start near each other. */
  private int[] byGroup() {
    List<String> groups = groups();
    return IntStream.range(0, nodes.size())
        .boxed()
        .sorted(
            Comparator.comparingInt(row -> Math.floorMod(groups.indexOf(groupOf(row)), 1 << 20)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<Edge> edges(int[] order) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < order.length; i++) {
      places.put(nodes.text(order[i], id), i);
    }
    List<Edge> drawn = new ArrayList<>();
    for (int row = 0; row < edges.size(); row++) {
      Integer from = places.get(edges.text(row, source));
      Integer to = places.get(edges.text(row, target));
      int r = row;
      double heavy = weight.map(w -> edges.number(r, w).orElse(0)).orElse(1.0);
      if (from != null && to != null && !from.equals(to) && heavy > 0) {
        drawn.add(new Edge(from, to, heavy));
      }
    }
    return drawn;
  }

  private List<Bubbles.Circle> circles(int[] order, ForceLayout layout, Frame frame) {
    double[] x = layout.x();
    double[] y = layout.y();
    double[] amounts =
        IntStream.of(order)
            .mapToDouble(row -> size.map(s -> nodes.number(row, s).orElse(0)).orElse(1.0))
            .toArray();
    double largest =
        IntStream.range(0, amounts.length).mapToDouble(i -> amounts[i]).max().orElse(1);
    List<Bubbles.Circle> circles = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      circles.add(
          new Bubbles.Circle(
              frame.x(x[i]),
              frame.y(y[i]),
              size.isPresent() ? Bubbles.radius(amounts[i], largest, LARGEST) : 5,
              amounts[i],
              name.map(n -> nodes.text(row, n)).orElse(""),
              groupOf(row)));
    }
    return circles;
  }
}
