package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Names of topics that tell them apart. */
class TopicLabelsTest {
  @Test
  void joinsTheThreeMostRelevantTerms() {
    assertThat(TopicLabels.of(List.of(List.of("reward", "preference", "alignment", "policy"))))
        .containsExactly("reward, preference, alignment");
  }

  @Test
  void takesMoreTermsOnlyWhereTopicsWouldBeNamedAlike() {
    assertThat(
            TopicLabels.of(
                List.of(
                    List.of("a", "b", "c", "d", "e"),
                    List.of("x", "y", "z", "d", "e"),
                    List.of("a", "b", "c", "d", "f"))))
        .containsExactly("a, b, c, d, e", "x, y, z", "a, b, c, d, f");
  }

  @Test
  void tellsTheSameTermsInAnotherOrderApart() {
    assertThat(TopicLabels.of(List.of(List.of("a", "b"), List.of("b", "a"))))
        .containsExactly("a, b", "b, a");
  }

  @Test
  void numbersIdenticalLists() {
    List<String> same = List.of("a", "b", "c", "d");
    assertThat(TopicLabels.of(List.of(same, List.of("a", "b", "c"), same)))
        .containsExactly("a, b, c, d (1)", "a, b, c", "a, b, c, d (2)");
  }

  @Test
  void leavesOutTermsWhoseWordsStandInATermTaken() {
    assertThat(
            TopicLabels.of(
                List.of(
                    List.of(
                        "graph neural network",
                        "neural network",
                        "network",
                        "node",
                        "network graph",
                        "edge",
                        "link"))))
        .containsExactly("graph neural network, node, edge");
  }

  @Test
  void putsALongerTermInPlaceOfTheTermsItHolds() {
    assertThat(
            TopicLabels.of(
                List.of(
                    List.of("network", "attention", "graph neural network", "node", "edge"),
                    List.of("graph", "network", "graph neural network", "node", "edge"))))
        .containsExactly(
            "graph neural network, attention, node", "graph neural network, node, edge");
  }

  @Test
  void keepsTermsThatShareSomeWordsOnly() {
    assertThat(TopicLabels.of(List.of(List.of("social network", "neural network", "networking"))))
        .containsExactly("social network, neural network, networking");
  }

  @Test
  void tellsATopicFromOneWhoseLabelItWouldGrowInto() {
    // The second and third are alike up to three terms; with four the second would become the
    // first.
    assertThat(
            TopicLabels.of(
                List.of(
                    List.of("a b c"),
                    List.of("a", "b", "c", "a b c"),
                    List.of("a", "b", "c", "d"))))
        .containsExactly("a b c", "a b c (1)", "a, b, c, d");
  }

  @Test
  void namesNoTopicOfAModelWithoutTopics() {
    assertThat(TopicLabels.of(List.of())).isEmpty();
  }

  @Property
  void areAllDistinct(
      @ForAll @Size(max = 12)
          List<@Size(max = 6) List<@StringLength(1) @CharRange(from = 'a', to = 'b') String>>
              topics) {
    assertThat(TopicLabels.of(topics)).hasSameSizeAs(topics).doesNotHaveDuplicates();
  }

  @Property
  void areAllDistinctAndRepeatNoPhrase(
      @ForAll @Size(max = 12) List<@Size(min = 1, max = 6) List<@From("phrases") String>> topics) {
    List<String> labels = TopicLabels.of(topics);
    assertThat(labels).hasSameSizeAs(topics).doesNotHaveDuplicates();
    for (String label : labels) {
      List<Set<String>> terms =
          Arrays.stream(label.replaceAll(" \\(.*", "").split(", "))
              .map(term -> Set.of(term.split(" ")))
              .toList();
      for (Set<String> term : terms) {
        assertThat(terms.stream().filter(other -> other.containsAll(term))).hasSize(1);
      }
    }
  }

  @Provide
  Arbitrary<String> phrases() {
    return Arbitraries.of("a", "b", "c", "d")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .uniqueElements()
        .map(words -> String.join(" ", words));
  }
}
