package org.almagest.notebook.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.almagest.notebook.Rows;
import org.almagest.notebook.Rows.Column;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Looks at the elements that charts are made of. */
class ChartsTest {
  private static final String PAYLOAD = "</svg><script>alert(1)</script>\"'\u0000\uD800";

  private static final Rows YEARS =
      rows(
          "topic,*year,*share,*low,*high",
          new Object[] {PAYLOAD, 2019, 0.1, 0.05, 0.15},
          new Object[] {PAYLOAD, 2020, 0.2, 0.1, 0.3},
          new Object[] {PAYLOAD, 2021, 0.4, null, null},
          new Object[] {"other", 2019, 0.3, 0.2, 0.4},
          new Object[] {"other", 2021, 0.35, 0.25, 0.45});

  private static final Rows PLACES =
      rows(
          "name,*x,*y,*papers,area",
          new Object[] {PAYLOAD, 0, 0, 10, "a"},
          new Object[] {"middle", 1, 0.5, 40, "b"},
          new Object[] {"far", 2, 1, 1, null});

  private static final Rows NODES =
      rows(
          "id,name,*papers,team",
          new Object[] {"1", PAYLOAD, 3, "red"},
          new Object[] {"2", "Two", 1, "red"},
          new Object[] {"3", "Three", 2, "blue"});

  private static final Rows EDGES =
      rows(
          "a,b,*papers",
          new Object[] {"1", "2", 5},
          new Object[] {"2", "3", 1},
          new Object[] {"3", "elsewhere", 9});

  @Test
  void noDataLeavesItsText() throws Exception {
    for (Chart<?> chart : all()) {
      Document picture = parse(chart);

      assertThat(elements(picture, "script")).as(chart.toString()).isEmpty();
      assertThat(elements(picture, "text"))
          .extracting(Element::getTextContent)
          .anyMatch(text -> text.startsWith("</svg><script>"));
      assertThat(chart.html()).doesNotContain("<script", "\u0000");
    }
  }

  @Test
  void theSameRowsGiveTheSamePicture() {
    List<String> once = all().stream().map(Chart::svg).toList();

    assertThat(all().stream().map(Chart::svg).toList()).isEqualTo(once);
  }

  @Test
  void lineChartsHaveALineABandAndANameForEachSeries() throws Exception {
    Document picture = parse(lines());

    assertThat(elements(picture, "polyline")).hasSize(2);
    List<Element> bands = elements(picture, "polygon");
    assertThat(bands).hasSize(2);
    // The year without an interval is not in the band.
    assertThat(bands.get(0).getAttribute("points").split(" ")).hasSize(4);
    assertThat(elements(picture, "title"))
        .extracting(Element::getTextContent)
        .contains("other, 2019: 30 % (20 % to 40 %)", "other");
    assertThat(texts(picture)).contains("2019", "2020", "2021", "0 %", "share", "year", "A title");
  }

  @Test
  void valuesLieWhereTheAxesSay() throws Exception {
    Document picture = parse(lines());

    List<Element> points =
        elements(picture, "circle").stream().filter(c -> c.getAttribute("r").equals("3")).toList();
    double first = number(points.get(0), "cy");
    double second = number(points.get(1), "cy");
    double third = number(points.get(2), "cy");
    assertThat(second - third)
        .as("0.2 more is twice 0.1 more")
        .isCloseTo(2 * (first - second), org.assertj.core.data.Offset.offset(0.1));
    assertThat(number(points.get(1), "cx") - number(points.get(0), "cx"))
        .isCloseTo(
            number(points.get(2), "cx") - number(points.get(1), "cx"),
            org.assertj.core.data.Offset.offset(0.1));
  }

  @Test
  void moreLinesThanColoursAreRefused() {
    List<Object[]> many = new ArrayList<>();
    IntStream.range(0, 8).forEach(i -> many.add(new Object[] {"s" + i, 2019, i}));
    LineChart chart =
        LineChart.of(rows("s,*x,*y", many.toArray(new Object[0][])), "x", "y").per("s");

    assertThatIllegalArgumentException()
        .isThrownBy(chart::svg)
        .withMessageContaining("at most 7 lines, and there are 8");
  }

  @Test
  void textTimesKeepTheOrderOfTheRows() throws Exception {
    Rows months = rows("m,*n", new Object[] {"2020-11", 1}, new Object[] {"2021-02", 2});

    assertThat(texts(parse(LineChart.of(months, "m", "n"))))
        .containsSubsequence("2020-11", "2021-02");
  }

  @Test
  void barsGoLeftAndRightOfZero() throws Exception {
    Rows growth =
        rows(
            "t,*g,*l,*h",
            new Object[] {PAYLOAD, 0.2, 0.1, 0.3},
            new Object[] {"down", -0.1, null, null});

    Document picture = parse(BarChart.of(growth, "t", "g").between("l", "h").in(Unit.PERCENT));

    List<Element> bars = elements(picture, "rect").subList(1, 3);
    double zero = number(bars.get(0), "x");
    assertThat(number(bars.get(1), "x") + number(bars.get(1), "width"))
        .isCloseTo(zero, org.assertj.core.data.Offset.offset(0.02));
    assertThat(number(bars.get(0), "width"))
        .isCloseTo(2 * number(bars.get(1), "width"), org.assertj.core.data.Offset.offset(0.05));
    assertThat(bars.get(0).getAttribute("fill")).isNotEqualTo(bars.get(1).getAttribute("fill"));
    assertThat(texts(picture)).contains("20 %", "-10 %");
  }

  @Test
  void aCirclesAreaIsItsAmount() throws Exception {
    List<Element> circles = elements(parse(map()), "circle");

    assertThat(number(circles.get(0), "r")).as("40 papers").isEqualTo(22);
    assertThat(number(circles.get(1), "r")).as("10 papers").isEqualTo(11);
    assertThat(texts(parse(map())))
        .contains("a", "b", "others", "Area of a circle: papers, at most 40");
  }

  @Test
  void networksHaveTheEdgesBetweenTheirNodes() throws Exception {
    Document picture = parse(network());

    assertThat(elements(picture, "line")).hasSize(2);
    assertThat(texts(picture)).contains("Two", "Three", "blue", "red");
    assertThat(number(elements(picture, "line").get(0), "stroke-width")).isEqualTo(4);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Rows many =
        rows(
            "id,*n",
            IntStream.range(0, 301)
                .mapToObj(i -> new Object[] {"" + i, i})
                .toArray(Object[][]::new));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarChart.of(many, "id", "n").svg())
        .withMessageContaining("at most 40 bars");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkDrawing.of(many, "id", EDGES, "a", "b").svg())
        .withMessageContaining("at most 300 nodes");
  }

  @Test
  void aChartWithoutRowsSaysSo() throws Exception {
    Rows none = rows("id,*n");

    for (Chart<?> chart :
        List.of(
            LineChart.of(none, "id", "n"),
            BarChart.of(none, "id", "n"),
            BubbleMap.of(none, "n", "n"),
            NetworkDrawing.of(none, "id", none, "id", "id"))) {
      assertThat(texts(parse(chart.titled("Nothing"))))
          .containsExactly("Nothing", "There is nothing to draw: the query gave no such rows.");
    }
  }

  private static List<Chart<?>> all() {
    return List.of(
        lines(), BarChart.of(YEARS, "topic", "share").titled("A title"), map(), network());
  }

  private static LineChart lines() {
    return LineChart.of(YEARS, "year", "share")
        .per("topic")
        .between("low", "high")
        .in(Unit.PERCENT)
        .axes("year", "share")
        .titled("A title");
  }

  private static BubbleMap map() {
    return BubbleMap.of(PLACES, "x", "y").sized("papers").named("name").grouped("area");
  }

  private static NetworkDrawing network() {
    return NetworkDrawing.of(NODES, "id", EDGES, "a", "b")
        .weighted("papers")
        .sized("papers")
        .named("name")
        .grouped("team");
  }

  private static Rows rows(String columns, Object[]... values) {
    List<Column> named = new ArrayList<>();
    for (String column : columns.split(",", -1)) {
      named.add(new Column(column.replace("*", ""), column.startsWith("*")));
    }
    return Rows.of(named, List.of(values));
  }

  private static Document parse(Chart<?> chart) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document picture, String name) {
    NodeList found = picture.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<String> texts(Document picture) {
    return elements(picture, "text").stream().map(Element::getTextContent).toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
