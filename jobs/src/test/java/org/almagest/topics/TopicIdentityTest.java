package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.almagest.topic.SparseDistribution;
import org.junit.jupiter.api.Test;

/** Topics of one term each: two are the same if their terms are. */
class TopicIdentityTest {
  private static List<SparseDistribution> topics(IntStream terms) {
    return terms
        .mapToObj(term -> SparseDistribution.ofWeights(new int[] {term}, new double[] {1}))
        .toList();
  }

  /** Falling. */
  private static double[] sizes(int topics) {
    return DoubleStream.iterate(1, size -> size / 2).limit(topics).toArray();
  }

  private static TopicIdentity following(
      List<SparseDistribution> before, TopicIdentity identity, List<SparseDistribution> topics) {
    return TopicIdentity.following(
        before, identity.idOfTopic(), identity.largestId(), topics, sizes(topics.size()));
  }

  @Test
  void inAFirstModelLargerTopicsHaveSmallerIds() {
    TopicIdentity identity = TopicIdentity.first(new double[] {0.2, 0.5, 0.3});

    assertThat(identity.idOfTopic()).containsExactly(2, 0, 1);
    assertThat(identity.largestId()).isEqualTo(2);
    assertThat(identity.lineage()).isEmpty();
  }

  @Test
  void idsOfTopicsThatDiedAreNotGivenAgain() {
    List<SparseDistribution> twelve = topics(IntStream.range(0, 12));
    List<SparseDistribution> eight = topics(IntStream.range(0, 8));
    // Two of those that were gone come back, and are others by now.
    List<SparseDistribution> twelveAgain =
        topics(IntStream.concat(IntStream.range(0, 10), IntStream.of(90, 91)));

    TopicIdentity first = TopicIdentity.first(sizes(12));
    TopicIdentity fewer = following(twelve, first, eight);
    TopicIdentity still = following(eight, fewer, eight);
    TopicIdentity more = following(eight, still, twelveAgain);

    assertThat(fewer.idOfTopic()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(fewer.lineage().subList(8, 12))
        .extracting(row -> row.mkString(" "))
        .containsExactly(
            "8 died 8 null 0.0", "9 died 9 null 0.0", "10 died 10 null 0.0", "11 died 11 null 0.0");
    assertThat(fewer.largestId()).isEqualTo(11);
    assertThat(still.largestId()).isEqualTo(11);
    assertThat(more.idOfTopic()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15);
    assertThat(more.largestId()).isEqualTo(15);
  }

  @Test
  void aTopicThatIsTheSameKeepsItsIdAndTheOthersGoBySize() {
    TopicIdentity identity =
        TopicIdentity.following(
            topics(IntStream.of(5, 6)),
            new int[] {3, 8},
            20,
            topics(IntStream.of(7, 6, 9)),
            new double[] {0.1, 0.3, 0.6});

    assertThat(identity.idOfTopic()).containsExactly(22, 8, 21);
    assertThat(identity.largestId()).isEqualTo(22);
  }
}
