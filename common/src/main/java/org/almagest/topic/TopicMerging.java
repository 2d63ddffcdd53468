package org.almagest.topic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Merges topics by what this takes from the likelihood of the words, as does the agglomerative
 * information bottleneck (Slonim and Tishby 1999). Merging a and b costs, in nats,
 *
 * <p>h(n_a + n_b) - h(n_a) - h(n_b) - Σ_w [h(n_wa + n_wb) - h(n_wa) - h(n_wb)], with h(x) = x ln x,
 *
 * <p>n_wa the tokens of word w in topic a, and n_a all of them, less what the documents save. Time
 * to tell what merging one topic with each other one costs: a step for each topic of each word.
 */
public final class TopicMerging {
  private final WordCounts[] rows;
  private final int vocabularySize;
  private final double[] size;
  private final double[][] savings;
  private final int[] mergedInto;

  private TopicMerging(TopicCounts topics, double[][] savings) {
    this.savings = savings;
    rows = topics.byTopic().toArray(WordCounts[]::new);
    vocabularySize = topics.vocabularySize();
    size = new double[rows.length];
    Arrays.setAll(size, topics::topicTotal);
    mergedInto = new int[rows.length];
    Arrays.setAll(mergedInto, topic -> topic);
  }

  /**
   * Merges until no more topics are left than wanted, each time the two that cost least. Gives the
   * new number of each topic, from 0 without gaps, in the order of the first topic of each.
   *
   * @param savings of the documents that the topics were counted in
   * @param topicCount topics wanted, at least 1
   */
  public static int[] numbers(TopicCounts topics, DocumentSavings savings, int topicCount) {
    TopicMerging merging = new TopicMerging(topics, savings.nats());
    merging.mergeTo(topicCount);
    return merging.numbers();
  }

  /**
   * Merges each of some topics into the other one with which this costs least. Gives the new number
   * of each topic, from 0 without gaps, in the order of those that stay.
   *
   * @param savings of the documents that the topics were counted in
   * @param dissolved the topics that go, not all
   */
  public static int[] numbersWithout(
      BitSet dissolved, TopicCounts topics, DocumentSavings savings) {
    TopicMerging merging = new TopicMerging(topics, savings.nats());
    int[] nearest =
        IntStream.range(0, merging.size.length)
            .parallel()
            .map(topic -> dissolved.get(topic) ? merging.nearest(topic, dissolved) : topic)
            .toArray();
    System.arraycopy(nearest, 0, merging.mergedInto, 0, nearest.length);
    return merging.numbers();
  }

  private int nearest(int topic, BitSet dissolved) {
    int[] dense = new int[vocabularySize];
    spread(topic, dense);
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int other = 0; other < size.length; other++) {
      double cost = dissolved.get(other) ? least : cost(topic, other, dense);
      if (cost < least) {
        least = cost;
        nearest = other;
      }
    }
    return nearest;
  }

  private void mergeTo(int topicCount) {
    double[][] loss = new double[size.length][size.length];
    int[] dense = new int[vocabularySize];
    for (int topic = 0; topic < size.length; topic++) {
      updateLosses(topic, loss, dense);
    }
    for (int left = size.length; left > topicCount; left--) {
      mergeNearest(loss, dense);
    }
  }

  private void mergeNearest(double[][] loss, int[] dense) {
    int first = -1;
    int second = -1;
    for (int a = 0; a < size.length; a++) {
      for (int b = a + 1; mergedInto[a] == a && b < size.length; b++) {
        if (mergedInto[b] == b && (first < 0 || loss[a][b] < loss[first][second])) {
          first = a;
          second = b;
        }
      }
    }
    merge(first, second);
    updateLosses(first, loss, dense);
  }

  /** Takes the second topic's words into the first. */
  private void merge(int into, int from) {
    rows[into] = rows[into].add(rows[from]);
    size[into] += size[from];
    for (int topic = 0; topic < size.length; topic++) {
      savings[into][topic] += savings[from][topic];
      savings[topic][into] += savings[topic][from];
    }
    for (int topic = 0; topic < mergedInto.length; topic++) {
      if (mergedInto[topic] == from) {
        mergedInto[topic] = into;
      }
    }
  }

  /**
   * Works out what merging a topic with each other one costs.
   *
   * @param loss where this is put
   * @param dense zeros, which are put back
   */
  private void updateLosses(int topic, double[][] loss, int[] dense) {
    spread(topic, dense);
    for (int other = 0; other < size.length; other++) {
      if (other != topic && mergedInto[other] == other) {
        loss[topic][other] = cost(topic, other, dense);
        loss[other][topic] = loss[topic][other];
      }
    }
    for (int word : rows[topic].words) {
      dense[word] = 0;
    }
  }

  /** Puts the topic's count of each word at the word's place. */
  private void spread(int topic, int[] dense) {
    WordCounts row = rows[topic];
    for (int i = 0; i < row.words.length; i++) {
      dense[row.words[i]] = row.counts[i];
    }
  }

  /**
   * @param dense counts of the topic's words
   */
  private double cost(int topic, int other, int[] dense) {
    int[] words = rows[other].words;
    int[] counts = rows[other].counts;
    double shared = 0;
    for (int i = 0; i < words.length; i++) {
      int own = dense[words[i]];
      if (own > 0) {
        int theirs = counts[i];
        shared += entropyTerm((double) own + theirs) - entropyTerm(own) - entropyTerm(theirs);
      }
    }
    return entropyTerm(size[topic] + size[other])
        - entropyTerm(size[topic])
        - entropyTerm(size[other])
        - shared
        - savings[topic][other];
  }

  /** x ln x. */
  static double entropyTerm(double x) {
    return x > 0 ? x * Math.log(x) : 0;
  }

  private int[] numbers() {
    int[] number = new int[size.length];
    int next = 0;
    for (int topic = 0; topic < number.length; topic++) {
      number[topic] = mergedInto[topic] == topic ? next++ : -1;
    }
    int[] result = new int[size.length];
    Arrays.setAll(result, topic -> number[mergedInto[topic]]);
    return result;
  }
}
