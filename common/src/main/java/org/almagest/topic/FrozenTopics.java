package org.almagest.topic;

import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Topic–word probabilities that stay the same for a sweep: phi_wk = (n_wk + beta) / (n_k + V beta),
 * with n_wk the tokens of word w in topic k, n_k those of the topic, V the number of words.
 *
 * <p>They are kept as what the counts add to the base beta / (n_k + V beta), so that a word takes
 * memory for the topics that it has: {@value #BYTES_PER_COUNT} bytes each, and 4 bytes for each
 * topic there is where it has a quarter of all or more. What travels is the packed counts; the
 * tables are made on first use, by all threads that wait for them, and once for all of a JVM.
 *
 * <p>Of many of these, as a chain of sweeps leaves them behind, only the one whose tables were made
 * last keeps them. The tables of another stay for as long as a sampler is at work with them, and
 * are made again if one asks for them later.
 */
public final class FrozenTopics implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Memory of one non-zero count, in bytes. */
  public static final int BYTES_PER_COUNT = 12;

  /**
   * Memory of a range beside what its words and counts take: itself and the heads of its arrays.
   */
  private static final int RANGE_BYTES = 256;

  /** Memory of the tables beside ranges and topics. */
  private static final int TABLES_BYTES = 512;

  /** The one of this JVM whose tables were made last. */
  private static final AtomicReference<WeakReference<FrozenTopics>> LATEST =
      new AtomicReference<>(new WeakReference<>(null));

  private final TopicCounts counts;
  private final double[] alpha;
  private final double beta;

  /** Those that were made, while anybody has them. */
  private transient volatile WeakReference<Tables> made;

  /** The same, or null if those of another were made since. */
  private transient volatile Tables kept;

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
   * Most memory that the tables can take, in bytes, whatever the counts are. Packed, the same
   * counts take some two bytes each.
   *
   * @param tokens tokens that are counted: there are no more counts than that
   */
  public static long mostBytes(long words, long topics, long tokens) {
    long most = words * topics;
    long entries = Math.min(most, tokens);
    long dense = Math.min(most, TopicRange.DENSE_SHARE * entries);
    long ranges = words / CountRows.RANGE_WORDS + 1;
    return BYTES_PER_COUNT * entries
        + Float.BYTES * dense
        + 2 * Integer.BYTES * words
        + (4 * Float.BYTES + Double.BYTES + Character.BYTES) * topics
        + RANGE_BYTES * ranges
        + TABLES_BYTES;
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
    return tables().probability(word, topic);
  }

  /** The tables, which the calling thread helps to make if they are not there. */
  Tables tables() {
    Tables result = made();
    if (result == null) {
      synchronized (this) {
        result = made();
        if (result == null) {
          result = new Tables(counts, alpha, beta);
          made = new WeakReference<>(result);
          kept = result;
          becomeLatest();
        }
      }
    }
    result.complete();
    return result;
  }

  private Tables made() {
    WeakReference<Tables> reference = made;
    return reference == null ? null : reference.get();
  }

  private void becomeLatest() {
    FrozenTopics before = LATEST.getAndSet(new WeakReference<>(this)).get();
    if (before != null && before != this) {
      before.kept = null;
    }
  }

  /** Whether the tables stay while nobody uses them. */
  boolean keepsTables() {
    return kept != null;
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

    final TopicRange[] ranges;

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
      ranges = new TopicRange[CountRows.ranges(counts.vocabularySize())];
      open = new CountDownLatch(ranges.length);
    }

    double probability(int word, int topic) {
      TopicRange range = ranges[word / CountRows.RANGE_WORDS];
      int row = word % CountRows.RANGE_WORDS;
      int at =
          Arrays.binarySearch(range.topics, range.start[row], range.start[row + 1], (char) topic);
      return base[topic] + (at < 0 ? 0 : range.excess[at]);
    }

    private void complete() {
      if (nextRange.get() < ranges.length) {
        TopicRange.Builder builder = new TopicRange.Builder(counts, base, alpha, denominators);
        for (int range = nextRange.getAndIncrement();
            range < ranges.length;
            range = nextRange.getAndIncrement()) {
          ranges[range] = builder.build(range);
          open.countDown();
        }
      }
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the topic tables were made", e);
      }
    }
  }
}
