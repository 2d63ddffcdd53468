package org.almagest.graph;

import static org.almagest.graph.CommunityEvent.Kind.BORN;
import static org.almagest.graph.CommunityEvent.Kind.CONTINUED;
import static org.almagest.graph.CommunityEvent.Kind.DIED;
import static org.almagest.graph.CommunityEvent.Kind.MERGED;
import static org.almagest.graph.CommunityEvent.Kind.SPLIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CommunityMatchingTest {
  private static CommunityMatching.Builder overlaps() {
    return new CommunityMatching.Builder();
  }

  private static List<String> events(CommunityMatching.Builder overlaps) {
    return overlaps.match().events().stream()
        .map(
            e ->
                e.kind()
                    + " "
                    + (e.before().isPresent() ? e.before().getAsInt() : "-")
                    + " "
                    + (e.after().isPresent() ? e.after().getAsInt() : "-"))
        .toList();
  }

  @Test
  void aCommunityThatLosesGainsAndKeepsMembersLivesOn() {
    // 6 stay of 8, and 3 come: J = 6 / 11.
    CommunityMatching matching = overlaps().add(7, 2, 6).addGone(7, 2).addNew(2, 3).match();
    assertThat(matching.continuedBy(2)).hasValue(7);
    assertThat(matching.events()).hasSize(1);
    CommunityEvent event = matching.events().get(0);
    assertThat(event.kind()).isEqualTo(CONTINUED);
    assertThat(event.shared()).isEqualTo(6);
    assertThat(event.jaccard()).isEqualTo(6 / 11.0);
    assertThat(event.sizeBefore()).isEqualTo(8);
    assertThat(event.sizeAfter()).isEqualTo(9);
  }

  @Test
  void growthAloneDoesNotEndACommunity() {
    assertThat(overlaps().add(0, 0, 4).addNew(0, 96).match().continuedBy(0)).hasValue(0);
  }

  @Test
  void halfOfTheSmallerIsNotEnoughToLiveOn() {
    assertThat(events(overlaps().add(0, 0, 2).addGone(0, 2).addNew(0, 2)))
        .containsExactly(BORN + " - 0", DIED + " 0 -");
  }

  @Test
  void aSplitLeavesTheIdWithTheLargerPart() {
    assertThat(events(overlaps().add(5, 0, 6).add(5, 1, 4)))
        .containsExactly(CONTINUED + " 5 0", SPLIT + " 5 0", SPLIT + " 5 1");
  }

  @Test
  void aMergerKeepsTheIdOfTheLargerCommunity() {
    assertThat(events(overlaps().add(3, 0, 4).add(4, 0, 6)))
        .containsExactly(CONTINUED + " 4 0", MERGED + " 3 0", MERGED + " 4 0");
  }

  @Test
  void ofEqualMatchesTheFirstCounts() {
    // Two halves of the same size, and two sources of the same size.
    assertThat(overlaps().add(9, 1, 5).add(9, 0, 5).match().continuedBy(0)).hasValue(9);
    assertThat(overlaps().add(9, 0, 5).add(8, 0, 5).match().continuedBy(0)).hasValue(8);
  }

  @Test
  void mostOfACommunityThatGoesIntoAnotherMergesAndItsRestIsBornAnew() {
    // Of old community 1, 3 of 4 go into new community 0, which goes on from old community 0.
    assertThat(events(overlaps().add(0, 0, 20).add(1, 0, 3).add(1, 1, 1).addNew(1, 5)))
        .containsExactly(CONTINUED + " 0 0", MERGED + " 0 0", MERGED + " 1 0", BORN + " - 1");
  }

  @Test
  void communitiesOfOneAreMatchedWithCommunitiesOfOneAndMakeNoEvents() {
    // The node of old community 4 is alone still; that of 5 has joined a pair.
    CommunityMatching matching =
        overlaps().add(4, 1, 1).add(5, 0, 1).addNew(0, 1).addGone(6, 1).addNew(2, 1).match();
    assertThat(matching.continuedBy(1)).hasValue(4);
    assertThat(matching.continuedBy(0)).isEmpty();
    assertThat(matching.continuedBy(2)).isEmpty();
    assertThat(matching.largestOld()).hasValue(6);
    assertThat(matching.newCommunities()).containsExactly(0, 1, 2);
    assertThat(matching.events()).extracting(CommunityEvent::kind).containsExactly(BORN);
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(overlaps().match().events()).isEmpty();
    assertThat(overlaps().match().largestOld()).isEmpty();
  }

  @Test
  void refusesACommunityWithoutANumber() {
    assertThatThrownBy(() -> overlaps().add(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void everyCommunityOfTwoHasAnEventAndNoIdIsTakenTwice(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int nodes) {
    int[] before = random.ints(nodes, -1, 6).toArray();
    int[] after = random.ints(nodes, -1, 6).toArray();
    Map<List<Integer>, Integer> shared = new HashMap<>();
    for (int node = 0; node < nodes; node++) {
      shared.merge(List.of(before[node], after[node]), 1, Integer::sum);
    }
    shared.remove(List.of(-1, -1));
    List<List<Integer>> pairs = new ArrayList<>(shared.keySet());
    Collections.shuffle(pairs, random);
    CommunityMatching matching = of(pairs, shared);

    for (int[] side : new int[][] {before, after}) {
      for (int c = 0; c < 6; c++) {
        int community = c;
        boolean old = side == before;
        if (Arrays.stream(side).filter(x -> x == community).count() > 1) {
          assertThat(matching.events())
              .anyMatch(e -> (old ? e.before() : e.after()).orElse(-1) == community);
        }
      }
    }
    assertThat(
            IntStream.range(0, 6)
                .map(n -> matching.continuedBy(n).orElse(-1))
                .filter(o -> o >= 0)
                .boxed())
        .doesNotHaveDuplicates();
    Collections.shuffle(pairs, random);
    assertThat(of(pairs, shared).events()).isEqualTo(matching.events());
  }

  private static CommunityMatching of(
      List<List<Integer>> pairs, Map<List<Integer>, Integer> shared) {
    CommunityMatching.Builder overlaps = overlaps();
    for (List<Integer> pair : pairs) {
      int nodes = shared.get(pair);
      if (pair.get(0) < 0) {
        overlaps.addNew(pair.get(1), nodes);
      } else if (pair.get(1) < 0) {
        overlaps.addGone(pair.get(0), nodes);
      } else {
        overlaps.add(pair.get(0), pair.get(1), nodes);
      }
    }
    return overlaps.match();
  }
}
