package org.almagest.notebook.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names lines where they end. Names that would lie on each other move apart, and a thin line leads
 * from each to its line's end.
 *
 * @param from where lines end at the latest
 * @param to where names begin
 * @param width room for names
 * @param height of a name with the gap above it
 */
record EndLabels(double from, double to, double width, double height) {

  void draw(Svg svg, List<LineData.Line> lines, TimeAxis x, Scale y) {
    double[] ends = lines.stream().mapToDouble(l -> y.at(l.last().value())).toArray();
    double[] places = apart(ends, height, y.to());
    for (int i = 0; i < lines.size(); i++) {
      LineData.Line line = lines.get(i);
      String colour = Palette.colour(i);
      String name = TextWidth.cut(line.name(), Chart.TEXT_SIZE, width);
      double end = x.at(line.last()) + 5;
      svg.empty(
          "path",
          "d",
          "M"
              + Svg.number(end)
              + " "
              + Svg.number(ends[i])
              + "L"
              + Svg.number(Math.max(end, from - 2))
              + " "
              + Svg.number(ends[i])
              + "L"
              + Svg.number(to - 4)
              + " "
              + Svg.number(places[i]),
          "fill",
          "none",
          "stroke",
          colour,
          "stroke-width",
          1);
      svg.open("g").tooltip(line.name());
      svg.empty("circle", "cx", to, "cy", places[i], "r", 4, "fill", colour);
      svg.text(to + 9, places[i] + 4, Svg.Anchor.START, Chart.TEXT_SIZE, name, "fill", Palette.INK);
      svg.close();
    }
  }

  /**
   * Places near the wanted ones and at least a gap apart, in the same order.
   *
   * @param least no place is above this, as far as there is room
   */
  static double[] apart(double[] wanted, double gap, double least) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, wanted.length).boxed().toList());
    order.sort(Comparator.comparingDouble(i -> wanted[i]));
    double[] places = wanted.clone();
    // Neighbours that are too near become a block about the mean of what they want, until none are.
    List<double[]> blocks = new ArrayList<>();
    for (int i : order) {
      blocks.add(new double[] {wanted[i], 1});
      while (blocks.size() > 1 && overlap(blocks, gap)) {
        double[] below = blocks.remove(blocks.size() - 1);
        double[] above = blocks.get(blocks.size() - 1);
        above[0] = (above[0] * above[1] + below[0] * below[1]) / (above[1] + below[1]);
        above[1] += below[1];
      }
    }
    int next = 0;
    double free = least;
    for (double[] block : blocks) {
      double first = Math.max(free, block[0] - (block[1] - 1) / 2 * gap);
      for (int i = 0; i < block[1]; i++) {
        places[order.get(next++)] = first + i * gap;
      }
      free = first + block[1] * gap;
    }
    return places;
  }

  private static boolean overlap(List<double[]> blocks, double gap) {
    double[] below = blocks.get(blocks.size() - 1);
    double[] above = blocks.get(blocks.size() - 2);
    return below[0] - above[0] < gap * (above[1] + below[1]) / 2;
  }
}
