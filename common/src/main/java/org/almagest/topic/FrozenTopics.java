package org.almagest.topic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Topic–word probabilities that stay the same for a sweep: phi_wk = (n_wk + beta) / (n_k + V beta),
 * with n_wk the tokens of word w in topic k, n_k those of the topic, V the number of words.
 *
 * <p>They are kept as what the counts add to the base beta / (n_k + V beta), so that a word takes
 * memory for the topics that it has: {@value #BYTES_PER_COUNT} bytes each, and 4 bytes for each
 * topic there is where it has more than a quarter of all. What travels is the packed counts; the
 * tables are made on first use, by all threads that wait for them, and once for all of a JVM.
 */
public final class FrozenTopics implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Memory of one non-zero count, in bytes. */
  public static final int BYTES_PER_COUNT = 12;

  /** A row is dense from this share of non-zero counts on: then it is used without unpacking. */
  private static final int DENSE_SHARE = 4;

  private final TopicCounts counts;
  private final double[] alpha;
  private final double beta;
  private transient volatile Tables tables;

  /**
   * @param alpha weight of each topic in the prior of documents, all positive
   * @param beta weight of each word in the prior of topics, positive; where the counts are the sum
   *     of several samples, as many times that of one
   */
  public FrozenTopics(TopicCounts counts, double[] alpha, double beta) {
    if (alpha.length != counts.topicCount()) {
      throw new IllegalArgumentException(
          alpha.length + " prior weights for " + counts.topicCount() + " topics");
    }
    this.counts = counts;
    this.alpha = alpha.clone();
    this.beta = beta;
  }

  /**
   * Most memory that the tables can take, in bytes, whatever the counts are.
   *
   * @param tokens tokens of the corpus: there are no more counts
   */
  public static long mostBytes(long words, long topics, long tokens) {
    long allDense = words * topics * (BYTES_PER_COUNT + Float.BYTES);
    long allJustDense = tokens * (BYTES_PER_COUNT + (long) DENSE_SHARE * Float.BYTES);
    return Math.min(allDense, allJustDense);
  }

  /** Number of topics. */
  public int topicCount() {
    return counts.topicCount();
  }

  /** Weight of each topic in the prior of documents. */
  public double[] alpha() {
    return alpha.clone();
  }

  /** phi_wk of one word and topic; for a look now and then. */
  public double probability(int word, int topic) {
    Tables ready = tables();
    Range range = ready.ranges[word / CountRows.RANGE_WORDS];
    int row = word % CountRows.RANGE_WORDS;
    int at =
        Arrays.binarySearch(range.topics, range.start[row], range.start[row + 1], (char) topic);
    return ready.base[topic] + (at < 0 ? 0 : range.excess[at]);
  }

  /** The tables, which the calling thread helps to make if they are not there. */
  Tables tables() {
    Tables result = tables;
    if (result == null) {
      synchronized (this) {
        if (tables == null) {
          tables = new Tables(counts, alpha, beta);
        }
        result = tables;
      }
    }
    result.complete();
    return result;
  }

  /** What sampling reads. */
  static final class Tables {
    /** beta / (n_k + V beta). */
    final float[] base;

    /** Running sum of alpha_k base_k. */
    final float[] baseSums;

    /** Of {@link #baseSums}. */
    final char[] baseGuides;

    /** What one token adds to phi in each topic, 1 / (n_k + V beta). */
    final float[] tokenShare;

    final Range[] ranges;

    private final TopicCounts counts;
    private final float[] alpha;
    private final double[] denominators;
    private final AtomicInteger nextRange = new AtomicInteger();
    private final CountDownLatch open;

    Tables(TopicCounts counts, double[] alpha, double beta) {
      this.counts = counts;
      int topics = counts.topicCount();
      denominators = new double[topics];
      base = new float[topics];
      tokenShare = new float[topics];
      baseSums = new float[topics];
      this.alpha = new float[topics];
      double sum = 0;
      for (int k = 0; k < topics; k++) {
        denominators[k] = counts.topicTotal(k) + counts.vocabularySize() * beta;
        base[k] = (float) (beta / denominators[k]);
        tokenShare[k] = (float) (1 / denominators[k]);
        sum += alpha[k] * base[k];
        baseSums[k] = (float) sum;
        this.alpha[k] = (float) alpha[k];
      }
      baseGuides = new char[topics];
      GuideTable.make(baseSums, baseGuides, 0, topics);
      ranges = new Range[CountRows.ranges(counts.vocabularySize())];
      open = new CountDownLatch(ranges.length);
    }

    private void complete() {
      for (int range =
              nextRange.get() < ranges.length ? nextRange.getAndIncrement() : ranges.length;
          range < ranges.length;
          range = nextRange.getAndIncrement()) {
        ranges[range] = range(range);
        open.countDown();
      }
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the topic tables were made", e);
      }
    }

    private Range range(int number) {
      CountRows.Reader reader = new CountRows.Reader(counts.packed().get(number));
      int words = CountRows.wordsIn(number, counts.vocabularySize());
      Range range = new Range(words, counts.topicCount());
      for (int row = 0; row < words; row++) {
        int size = reader.startRow();
        range.reserve(row, size);
        int from = range.start[row];
        float sum = 0;
        for (int i = from; i < from + size; i++) {
          reader.advance();
          int topic = reader.topic();
          range.topics[i] = (char) topic;
          range.excess[i] = (float) (reader.count() / denominators[topic]);
          sum += alpha[topic] * range.excess[i];
          range.sums[i] = sum;
        }
        GuideTable.make(range.sums, range.guides, from, size);
        if (DENSE_SHARE * size >= counts.topicCount()) {
          range.makeDense(row, base);
        }
      }
      return range;
    }
  }

  /** The rows of {@link CountRows#RANGE_WORDS} words. */
  static final class Range {
    /** First entry of each row, and the number of entries behind the last. */
    final int[] start;

    /** Topic of each entry, rising within a row. */
    char[] topics;

    /** n_wk / (n_k + V beta) of each entry. */
    float[] excess;

    /** Running sum of alpha_k excess_wk within the row. */
    float[] sums;

    /** Of {@link #sums}, row by row. */
    char[] guides;

    /** Where each row begins in {@link #dense}, or -1. */
    final int[] denseStart;

    /** phi of the words that have many topics. */
    float[] dense = new float[0];

    private final int topicCount;

    Range(int words, int topicCount) {
      this.topicCount = topicCount;
      start = new int[words + 1];
      denseStart = new int[words];
      Arrays.fill(denseStart, -1);
      topics = new char[words];
      excess = new float[words];
      sums = new float[words];
      guides = new char[words];
    }

    private void reserve(int row, int size) {
      int end = start[row] + size;
      start[row + 1] = end;
      if (end > topics.length) {
        int capacity = Math.max(end, 2 * topics.length);
        topics = Arrays.copyOf(topics, capacity);
        excess = Arrays.copyOf(excess, capacity);
        sums = Arrays.copyOf(sums, capacity);
        guides = Arrays.copyOf(guides, capacity);
      }
    }

    private void makeDense(int row, float[] base) {
      int at = row == 0 ? 0 : denseEnd(row);
      if (at + topicCount > dense.length) {
        dense = Arrays.copyOf(dense, Math.max(2 * dense.length, at + topicCount));
      }
      System.arraycopy(base, 0, dense, at, topicCount);
      for (int i = start[row]; i < start[row + 1]; i++) {
        dense[at + topics[i]] += excess[i];
      }
      denseStart[row] = at;
    }

    private int denseEnd(int row) {
      for (int earlier = row - 1; earlier >= 0; earlier--) {
        if (denseStart[earlier] >= 0) {
          return denseStart[earlier] + topicCount;
        }
      }
      return 0;
    }
  }
}
