package org.almagest.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Packed rows of counts. */
class CountRowsTest {
  private static final int TOPICS = 1000;

  @Test
  void writesSizeThenDistanceAndCountOfEachTopic() {
    CountRows.Writer writer = new CountRows.Writer(TOPICS);
    writer.add(5, 128);
    writer.add(0, 127);
    writer.endRow();
    writer.endRow();
    // Two topics; topic 0 is 1 behind -1 and has 127; topic 5 is 5 further and has 0 + 1 · 128,
    // the lower seven bits first and the eighth as the sign of more to come. Then an empty row.
    assertThat(writer.toBytes()).containsExactly(2, 1, 127, 5, (byte) 0x80, 1, 0);
  }

  @Test
  void keepsTheSmallestAndTheLargestCountsAndTopics() {
    CountRows.Writer writer = new CountRows.Writer(TokenBlock.MAX_TOPICS);
    writer.add(TokenBlock.MAX_TOPICS - 1, Integer.MAX_VALUE);
    writer.add(0, 1);
    writer.endRow();
    CountRows.Reader reader = new CountRows.Reader(writer.toBytes());
    assertThat(reader.startRow()).isEqualTo(2);
    reader.advance();
    assertThat(List.of(reader.topic(), reader.count())).containsExactly(0, 1);
    reader.advance();
    assertThat(List.of(reader.topic(), reader.count())).containsExactly(65534, Integer.MAX_VALUE);
  }

  @Test
  void growsForARowOfAllTopics() {
    CountRows.Writer writer = new CountRows.Writer(TokenBlock.MAX_TOPICS);
    for (int topic = TokenBlock.MAX_TOPICS - 1; topic >= 0; topic--) {
      writer.add(topic, Integer.MAX_VALUE - topic);
    }
    writer.endRow();
    CountRows.Reader reader = new CountRows.Reader(writer.toBytes());
    assertThat(reader.startRow()).isEqualTo(TokenBlock.MAX_TOPICS);
    for (int topic = 0; topic < TokenBlock.MAX_TOPICS; topic++) {
      reader.advance();
      assertThat(reader.topic()).isEqualTo(topic);
      assertThat(reader.count()).isEqualTo(Integer.MAX_VALUE - topic);
    }
  }

  @Test
  void addsCountsOfOneTopicUpWithinARow() {
    CountRows.Writer writer = new CountRows.Writer(TOPICS);
    writer.add(3, 2);
    writer.add(3, 5);
    writer.endRow();
    writer.add(3, 1);
    writer.endRow();
    assertThat(unpacked(writer.toBytes(), 2)).containsExactly(row(3, 7), row(3, 1));
  }

  @Test
  void refusesSumsThatDoNotFitAnInt() {
    byte[] most = packed(List.of(row(3, Integer.MAX_VALUE)));
    byte[] one = packed(List.of(row(3, 1)));
    assertThatThrownBy(() -> CountRows.sum(List.of(most, one), 1, TOPICS))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void beginsAnewAfterTheBytesAreTaken() {
    CountRows.Writer writer = new CountRows.Writer(TOPICS);
    writer.add(1, 1);
    writer.endRow();
    writer.toBytes();
    writer.add(2, 2);
    writer.endRow();
    assertThat(unpacked(writer.toBytes(), 1)).containsExactly(row(2, 2));
  }

  @Test
  void cutsAVocabularyIntoRangesOfWhichTheLastMayBeShort() {
    assertThat(CountRows.ranges(0)).isZero();
    assertThat(CountRows.ranges(1)).isEqualTo(1);
    assertThat(CountRows.ranges(256)).isEqualTo(1);
    assertThat(CountRows.ranges(257)).isEqualTo(2);
    assertThat(CountRows.wordsIn(0, 257)).isEqualTo(256);
    assertThat(CountRows.wordsIn(1, 257)).isEqualTo(1);
    assertThat(CountRows.wordsIn(1, 512)).isEqualTo(256);
  }

  @Test
  void sumsNoPartsToEmptyRows() {
    assertThat(CountRows.sum(List.of(), 3, TOPICS)).containsExactly(0, 0, 0);
  }

  @Property
  void givesBackWhatWasPacked(
      @ForAll @Size(max = 40)
          List<@Size(max = 30) List<@IntRange(max = TOPICS - 1) Integer>> topics,
      @ForAll @IntRange(min = 1) int largest) {
    List<SortedMap<Integer, Integer>> rows = rows(topics, largest);
    assertThat(unpacked(packed(rows), rows.size())).isEqualTo(rows);
  }

  @Property
  void givesBackRowsLargerThanItsFirstBuffer(
      @ForAll @IntRange(min = 1, max = TOPICS) int size, @ForAll @IntRange(min = 1) int largest) {
    SortedMap<Integer, Integer> full = new TreeMap<>();
    for (int topic = 0; topic < size; topic++) {
      full.put(topic, largest);
    }
    List<SortedMap<Integer, Integer>> rows = List.of(full, row(0, 1), full);
    assertThat(unpacked(packed(rows), 3)).isEqualTo(rows);
  }

  @Property
  void sumsPartsAsTheWhole(
      @ForAll @Size(min = 1, max = 4)
          List<@Size(min = 5, max = 5) List<@Size(max = 10) List<@IntRange(max = 12) Integer>>>
              parts,
      @ForAll @IntRange(min = 1, max = 1_000_000) int largest) {
    List<SortedMap<Integer, Integer>> whole = new ArrayList<>();
    for (int word = 0; word < 5; word++) {
      whole.add(new TreeMap<>());
    }
    List<byte[]> packed = new ArrayList<>();
    for (List<List<Integer>> part : parts) {
      List<SortedMap<Integer, Integer>> rows = rows(part, largest);
      packed.add(packed(rows));
      for (int word = 0; word < 5; word++) {
        SortedMap<Integer, Integer> sum = whole.get(word);
        rows.get(word).forEach((topic, count) -> sum.merge(topic, count, Integer::sum));
      }
    }
    assertThat(CountRows.sum(packed, 5, TOPICS)).isEqualTo(packed(whole));
  }

  /** Rows with these topics, and counts from 1 to {@code largest} that differ. */
  private static List<SortedMap<Integer, Integer>> rows(List<List<Integer>> topics, int largest) {
    List<SortedMap<Integer, Integer>> rows = new ArrayList<>();
    for (List<Integer> ofRow : topics) {
      SortedMap<Integer, Integer> row = new TreeMap<>();
      for (int i = 0; i < ofRow.size(); i++) {
        row.put(ofRow.get(i), Math.max(1, largest >>> i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static SortedMap<Integer, Integer> row(int topic, int count) {
    return new TreeMap<>(Map.of(topic, count));
  }

  private static byte[] packed(List<SortedMap<Integer, Integer>> rows) {
    CountRows.Writer writer = new CountRows.Writer(TOPICS);
    for (SortedMap<Integer, Integer> row : rows) {
      row.forEach(writer::add);
      writer.endRow();
    }
    return writer.toBytes();
  }

  private static List<SortedMap<Integer, Integer>> unpacked(byte[] bytes, int words) {
    CountRows.Reader reader = new CountRows.Reader(bytes);
    List<SortedMap<Integer, Integer>> rows = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      SortedMap<Integer, Integer> row = new TreeMap<>();
      for (int left = reader.startRow(); left > 0; left--) {
        reader.advance();
        row.put(reader.topic(), reader.count());
      }
      rows.add(row);
    }
    return rows;
  }
}
