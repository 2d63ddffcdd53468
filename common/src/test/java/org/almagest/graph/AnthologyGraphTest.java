package org.almagest.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.almagest.corpus.SharedData;
import org.junit.jupiter.api.Test;

/**
 * The co-author graph of the ACL Anthology Network, against figures that an independent program
 * made. It cut the authors' line at every semicolon, also at that of an entity for a letter, which
 * our reader does not do; so names are cut here in its way. Skipped, with a word, where the corpus
 * is not beside the checkout.
 */
class AnthologyGraphTest {
  private static final Pattern AUTHORS = Pattern.compile("(?m)^author = \\{(.*)}\\s*$");

  @Test
  void hasTheEdgesComponentsAndCoreOfTheIndependentProgram() throws IOException {
    Path folder = SharedData.require().resolve("data/aan");
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    Map<String, Integer> numbers = new HashMap<>();
    UndirectedGraph graph = graph(folder.resolve("acl-metadata.txt"), numbers);

    assertThat(graph.nodes()).isEqualTo(expected.get("distinct_author_strings").asInt());
    assertThat(graph.edges()).isEqualTo(expected.get("coauthor_edges").asLong());
    ConnectedComponents components = ConnectedComponents.of(graph);
    assertThat(components.count()).isEqualTo(expected.get("coauthor_components").asInt());
    assertThat(IntStream.range(0, components.count()).map(components::size).max())
        .hasValue(expected.get("largest_component").asInt());
    assertThat(Arrays.stream(CoreNumbers.of(graph)).max())
        .hasValue(expected.get("max_core").asInt());
  }

  private static UndirectedGraph graph(Path file, Map<String, Integer> numbers) throws IOException {
    String text = new String(Files.readAllBytes(file), Charset.forName("windows-1252"));
    List<int[]> teams = new ArrayList<>();
    for (Matcher line = AUTHORS.matcher(text); line.find(); ) {
      teams.add(
          Arrays.stream(line.group(1).split(";", -1))
              .map(String::strip)
              // It read entities after that, and of all pieces only these two became the same.
              .map(name -> name.equals("Gonz&#XE1") ? "Gonz&aacute" : name)
              .filter(name -> !name.isEmpty())
              .mapToInt(name -> number(name, numbers))
              .distinct()
              .toArray());
    }
    UndirectedGraph.Builder builder = UndirectedGraph.unweighted(numbers.size());
    for (int[] team : teams) {
      for (int i = 0; i < team.length; i++) {
        for (int j = i + 1; j < team.length; j++) {
          builder.add(team[i], team[j]);
        }
      }
    }
    return builder.build();
  }

  private static int number(String name, Map<String, Integer> numbers) {
    int next = numbers.size();
    return numbers.computeIfAbsent(name, unused -> next);
  }
}
