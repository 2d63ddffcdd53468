package org.almagest.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PajekWriterTest {
  private static final Pattern VERTEX =
      Pattern.compile("([0-9]+) \"([^\"\\\\\\p{Cntrl}]*)\"", Pattern.UNICODE_CHARACTER_CLASS);

  private final PajekWriter writer = new PajekWriter();

  @Test
  void numbersVerticesFromOneAndTellsEdgesFromArcs() {
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.twoAuthors()))
        .isEqualTo("*Vertices 2\n1 \"Ada\"\n2 \"Bob & Co\"\n*Edges\n1 2 2\n");
    assertThat(ExampleGraphs.write(writer, ExampleGraphs.threePapers()))
        .isEqualTo("*Vertices 3\n1 \"One\"\n2 \"Two\"\n3 \"Three\"\n*Arcs\n1 2 1\n1 3 0.5\n");
  }

  @Test
  void replacesWhatTheFormatCannotSay() {
    assertThat(
            ExampleGraphs.write(
                writer, ExampleGraphs.ofTexts(List.of("say \"hi\"", "a\\", "b\n\u0000\tc"))))
        .startsWith("*Vertices 3\n1 \"say 'hi'\"\n2 \"a/\"\n3 \"b   c\"\n*Edges\n");
  }

  @Test
  void labelsThatComeAgainGetTheirId() {
    GraphSelection.Builder graph =
        GraphSelection.builder(ExampleGraphs.COAUTHORS, List.of(), List.of());
    graph.node("x", "Ada");
    graph.node("y", "Bob");
    graph.node("z", "Ada");
    graph.node("q", "Ada [x]");
    graph.node("a\"", "Eve");
    graph.node("a'", "Eve");

    assertThat(ExampleGraphs.write(writer, graph.build()))
        .isEqualTo(
            """
            *Vertices 6
            1 "Ada [x]"
            2 "Bob"
            3 "Ada [z]"
            4 "Ada [x] #4"
            5 "Eve [a']"
            6 "Eve [a'] #6"
            *Edges
            """);
  }

  @Property(tries = 200)
  void everyVertexHasALineAndALabelOfItsOwn(@ForAll("texts") List<String> texts) {
    GraphSelection graph = ExampleGraphs.ofTexts(texts);

    String[] lines = ExampleGraphs.write(writer, graph).split("\n", -1);

    assertThat(lines).hasSize(texts.size() + graph.edgeCount() + 3);
    Set<String> labels = new HashSet<>();
    for (int node = 0; node < texts.size(); node++) {
      Matcher vertex = VERTEX.matcher(lines[node + 1]);
      assertThat(vertex.matches()).as(lines[node + 1]).isTrue();
      assertThat(vertex.group(1)).isEqualTo(Integer.toString(node + 1));
      assertThat(labels.add(vertex.group(2))).as(lines[node + 1]).isTrue();
    }
  }

  @Test
  void nastyTextsStayInTheirLines() {
    everyVertexHasALineAndALabelOfItsOwn(ExampleGraphs.NASTY);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return ExampleGraphs.anyTexts();
  }
}
