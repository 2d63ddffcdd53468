package org.almagest.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.almagest.export.GraphSelection.Description;

/** Graphs to write, and what a writer makes of them. */
final class ExampleGraphs {
  static final Description COAUTHORS =
      new Description("coauthors", "author_id", EdgeDirection.UNDIRECTED);
  static final Description CITATIONS =
      new Description("citations", "paper_id", EdgeDirection.DIRECTED);

  /** What has broken writers and readers before. */
  static final List<String> NASTY =
      List.of(
          "say \"hi\"",
          "a,b;c\td",
          "two\nlines\r\nand\rmore",
          "<b>&amp;</b> ]]>",
          "bell \u0007 and nul \u0000",
          "lone \uD800 surrogate \uDC00",
          "pair \uD83D\uDE00",
          "\u202Eright to left \u05E9\u05DC\u05D5\u05DD",
          "=HYPERLINK(\"http://example.org\")",
          "back\\slash\\",
          "not a character \uFFFE\uFFFF",
          "next line \u0085 and separators \u2028\u2029",
          "'apostrophe'");

  private ExampleGraphs() {}

  /** Two authors with one edge; the second has no clustering. */
  static GraphSelection twoAuthors() {
    GraphSelection.Builder graph =
        GraphSelection.builder(
            COAUTHORS,
            List.of(
                new Attribute("papers", AttributeType.LONG, AttributeRole.SIZE),
                new Attribute("pagerank", AttributeType.DOUBLE, AttributeRole.SIZE),
                new Attribute("clustering", AttributeType.DOUBLE, AttributeRole.SCORE),
                new Attribute("community_id", AttributeType.INTEGER, AttributeRole.GROUP),
                Attribute.of("in_giant_component", AttributeType.BOOLEAN)),
            List.of(
                Attribute.of("first_year", AttributeType.INTEGER),
                Attribute.of("venue", AttributeType.TEXT)));
    graph.node("a1", "Ada").set(0, 3).set(1, 0.625).set(2, 1.0).set(3, 0).set(4, true);
    graph.node("b2", "Bob & Co").set(0, 2).set(1, 1e-10).set(3, 999).set(4, false);
    graph.edge(0, 1, 2).set(0, 2020).set(1, "x<y");
    return graph.build();
  }

  /** Three papers without attributes; the first cites the others. */
  static GraphSelection threePapers() {
    GraphSelection.Builder graph = GraphSelection.builder(CITATIONS, List.of(), List.of());
    graph.node("p:1", "One");
    graph.node("p:2", "Two");
    graph.node("p:3", "Three");
    graph.edge(0, 1, 1);
    graph.edge(0, 2, 0.5);
    return graph.build();
  }

  /** A path through nodes of which each text is the label, and with a number the id. */
  static GraphSelection ofTexts(List<String> texts) {
    GraphSelection.Builder graph =
        GraphSelection.builder(
            COAUTHORS,
            List.of(Attribute.of("note", AttributeType.TEXT)),
            List.of(Attribute.of("remark", AttributeType.TEXT)));
    for (int i = 0; i < texts.size(); i++) {
      graph.node(texts.get(i) + i, texts.get(i)).set(0, texts.get(i));
    }
    for (int i = 1; i < texts.size(); i++) {
      graph.edge(i - 1, i, i).set(0, texts.get(i));
    }
    return graph.build();
  }

  /** Texts of any characters, with many of those that mean something in a format. */
  static Arbitrary<List<String>> anyTexts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(8);
    Arbitrary<String> marks =
        Arbitraries.strings().withChars("\"'\\<>&;,=\t\n\r\u0000 a\uD83D\uDE00").ofMaxLength(8);
    return Arbitraries.oneOf(any, marks, Arbitraries.of(NASTY)).list().ofMaxSize(6);
  }

  static String write(GraphWriter writer, GraphSelection graph) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(graph, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
