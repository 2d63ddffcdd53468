package org.almagest.topic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many tokens of each word are in each topic, n_wk, packed without zeros by ranges of words.
 * About two bytes for each topic that a word has.
 */
public final class TopicCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int vocabularySize;
  private final byte[][] packed;
  private final long[] topicTotals;

  /**
   * @param packed counts of each range of words, as from {@link #pack} or {@link #sum}
   */
  public TopicCounts(int vocabularySize, int topicCount, byte[][] packed) {
    if (packed.length != CountRows.ranges(vocabularySize)) {
      throw new IllegalArgumentException(
          packed.length + " ranges for " + vocabularySize + " words");
    }
    this.vocabularySize = vocabularySize;
    this.packed = packed.clone();
    this.topicTotals = new long[topicCount];
    forEach((word, topic, count) -> topicTotals[topic] += count);
  }

  /** Number of words. */
  public int vocabularySize() {
    return vocabularySize;
  }

  /** Number of topics. */
  public int topicCount() {
    return topicTotals.length;
  }

  /** Tokens of a topic. */
  public long topicTotal(int topic) {
    return topicTotals[topic];
  }

  /** Hears each count that is not 0. */
  @FunctionalInterface
  public interface Visitor {
    /** Some tokens of a word in a topic. */
    void visit(int word, int topic, int count);
  }

  /** Visits all counts that are not 0, by word, and by topic within. */
  public void forEach(Visitor visitor) {
    for (int range = 0; range < packed.length; range++) {
      CountRows.Reader reader = new CountRows.Reader(packed[range]);
      for (int row = 0; row < CountRows.wordsIn(range, vocabularySize); row++) {
        for (int left = reader.startRow(); left > 0; left--) {
          reader.advance();
          visitor.visit(range * CountRows.RANGE_WORDS + row, reader.topic(), reader.count());
        }
      }
    }
  }

  /** The packed counts of each range of words, from which the same can be made again. */
  public List<byte[]> packed() {
    return List.of(packed);
  }

  /** Packs the counts of some blocks, one array for each range of words. */
  public static byte[][] pack(List<TokenBlock> blocks, int vocabularySize, int topicCount) {
    byte[][] packed = new byte[CountRows.ranges(vocabularySize)][];
    CountRows.Writer writer = new CountRows.Writer(topicCount);
    int[] at = new int[blocks.size()];
    for (int range = 0; range < packed.length; range++) {
      int first = range * CountRows.RANGE_WORDS;
      int words = CountRows.wordsIn(range, vocabularySize);
      for (int word = first; word < first + words; word++) {
        for (int b = 0; b < at.length; b++) {
          TokenBlock block = blocks.get(b);
          if (at[b] < block.words.length && block.words[at[b]] == word) {
            for (int i = block.wordStart[at[b]]; i < block.wordStart[at[b] + 1]; i++) {
              writer.add(block.topics[i], 1);
            }
            at[b]++;
          }
        }
        writer.endRow();
      }
      packed[range] = writer.toBytes();
    }
    return packed;
  }

  /**
   * Adds packed counts of the same range of words up.
   *
   * @param parts counts of disjoint parts of the documents
   */
  public static byte[] sum(Iterable<byte[]> parts, int range, int vocabularySize, int topicCount) {
    List<byte[]> all = new ArrayList<>();
    parts.forEach(all::add);
    return CountRows.sum(all, CountRows.wordsIn(range, vocabularySize), topicCount);
  }

  /**
   * Counts from what each topic has: the inverse of {@link #termDistributions}.
   *
   * @param topics P(word | topic); words from {@code vocabularySize} on are left out
   * @param tokens of each topic
   */
  public static TopicCounts of(int vocabularySize, List<SparseDistribution> topics, long[] tokens) {
    byte[][] packed = new byte[CountRows.ranges(vocabularySize)][];
    CountRows.Writer writer = new CountRows.Writer(topics.size());
    int[] at = new int[topics.size()];
    for (int range = 0; range < packed.length; range++) {
      int first = range * CountRows.RANGE_WORDS;
      for (int word = first; word < first + CountRows.wordsIn(range, vocabularySize); word++) {
        for (int topic = 0; topic < at.length; topic++) {
          SparseDistribution words = topics.get(topic);
          if (at[topic] < words.size() && words.index(at[topic]) == word) {
            long count = Math.round(words.value(at[topic]++) * tokens[topic]);
            if (count > 0) {
              writer.add(topic, Math.toIntExact(count));
            }
          }
        }
        writer.endRow();
      }
      packed[range] = writer.toBytes();
    }
    return new TopicCounts(vocabularySize, topics.size(), packed);
  }

  /** The sum of both, of the same words and topics. */
  public TopicCounts add(TopicCounts other) {
    byte[][] sums = new byte[packed.length][];
    for (int range = 0; range < packed.length; range++) {
      sums[range] =
          sum(List.of(packed[range], other.packed[range]), range, vocabularySize, topicCount());
    }
    return new TopicCounts(vocabularySize, topicCount(), sums);
  }

  /**
   * Counts further on in the direction in which they changed: over-relaxation, which takes
   * iterations of this kind to their end in fewer steps (Salakhutdinov and Roweis 2003). A count n
   * that was m before becomes n + f s, at least 1, where s is what |n - m| has above c √(n + m),
   * with the sign of n - m. √(n + m) is the standard deviation of the difference of two counts that
   * differ by chance alone, so that chance is not magnified. A count of 0 stays so.
   *
   * @param before counts of the same words and topics
   * @param factor f
   * @param noise c
   */
  public TopicCounts overrelaxed(TopicCounts before, double factor, double noise) {
    byte[][] further = new byte[packed.length][];
    IntStream.range(0, packed.length)
        .parallel()
        .forEach(
            range ->
                further[range] =
                    CountRows.overrelaxed(
                        packed[range],
                        before.packed[range],
                        CountRows.wordsIn(range, vocabularySize),
                        topicCount(),
                        factor,
                        noise));
    return new TopicCounts(vocabularySize, topicCount(), further);
  }

  /** The topics that have tokens, rising. */
  public int[] topicsWithTokens() {
    return IntStream.range(0, topicCount()).filter(topic -> topicTotals[topic] > 0).toArray();
  }

  /** The counts of some topics alone, which are numbered anew in their order. */
  public TopicCounts onlyTopics(int[] topics) {
    int[] numberOf = new int[topicCount()];
    Arrays.fill(numberOf, -1);
    for (int number = 0; number < topics.length; number++) {
      numberOf[topics[number]] = number;
    }
    byte[][] kept = new byte[packed.length][];
    CountRows.Writer writer = new CountRows.Writer(topics.length);
    for (int range = 0; range < kept.length; range++) {
      CountRows.Reader reader = new CountRows.Reader(packed[range]);
      for (int row = CountRows.wordsIn(range, vocabularySize); row > 0; row--) {
        for (int left = reader.startRow(); left > 0; left--) {
          reader.advance();
          if (numberOf[reader.topic()] >= 0) {
            writer.add(numberOf[reader.topic()], reader.count());
          }
        }
        writer.endRow();
      }
      kept[range] = writer.toBytes();
    }
    return new TopicCounts(vocabularySize, topics.length, kept);
  }

  /**
   * n_wk / n_k of the words that each topic has.
   *
   * @throws IllegalArgumentException if a topic has no token
   */
  public List<SparseDistribution> termDistributions() {
    return byTopic().map(WordCounts::distribution).toList();
  }

  /** The words of which each topic has most tokens, most first; of equal ones the smaller first. */
  public int[][] topWords(int most) {
    return byTopic().map(row -> row.topWords(most)).toArray(int[][]::new);
  }

  /** The counts of each topic, in their order. */
  Stream<WordCounts> byTopic() {
    int[] sizes = new int[topicCount()];
    forEach((word, topic, count) -> sizes[topic]++);
    List<WordCounts> rows = Arrays.stream(sizes).mapToObj(WordCounts::new).toList();
    int[] at = new int[sizes.length];
    forEach(
        (word, topic, count) -> {
          WordCounts row = rows.get(topic);
          row.words[at[topic]] = word;
          row.counts[at[topic]++] = count;
        });
    return rows.stream();
  }
}
