package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
