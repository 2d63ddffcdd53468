package org.almagest.topic;

import java.util.Arrays;

/**
 * Draws a new topic for each token of a block: sparse Gibbs sampling of latent Dirichlet allocation
 * with the topic–word probabilities frozen for the sweep.
 *
 * <p>For a token of word w in document d, P(z = k) is proportional to n_dk phi_wk + alpha_k phi_wk,
 * with n_dk the other tokens of the document in topic k, alpha_k the prior weight of the topic, and
 * phi_wk = (n_wk + beta) / (n_k + V beta) of {@link FrozenTopics}. Where the model has counted the
 * token, n_wk is without it in the token's own topic; n_k stays as it is. The first part has only
 * the document's few topics, and is summed up; the second is the same for all tokens of the word,
 * and is a look into running sums that the tables hold. So a token costs a step for each topic of
 * its document, and some more now and then, however many topics there are. (Magnusson et al. 2018
 * for sampling with phi given; Yao et al. 2009 for the parts; Chen et al. 2016 for the order by
 * words. Here phi is the mean of its posterior and not a draw from it.)
 *
 * <p>Each document has random numbers of its own, from the seed, the sweep and the document's key:
 * what a document gets does not depend on which others are in its block. Not for use by several
 * threads.
 */
public final class BlockSweep {
  private final FrozenTopics.Tables tables;
  private final int topicCount;

  /** phi of the word at hand, if its row is not dense; else the base. */
  private final float[] row;

  /** What a token adds to its own topic's phi. */
  private final float[] ownShare;

  private float[] masses = new float[64];

  /** Whether the tokens to be drawn are among those that the model has counted. */
  public enum Documents {
    /** They are: a token must not vote for itself. */
    COUNTED,
    /** They are new to the model. */
    UNSEEN
  }

  /** A sampler with these topics. */
  public BlockSweep(FrozenTopics topics, Documents documents) {
    tables = topics.tables();
    ownShare = documents == Documents.COUNTED ? tables.tokenShare : new float[topics.topicCount()];
    topicCount = topics.topicCount();
    row = tables.base.clone();
  }

  /**
   * Draws a topic for each token from its word alone, P(z = k) proportional to alpha_k phi_wk: the
   * start for documents that the model has not seen.
   */
  public TokenBlock start(TokenBlock block, long seed) {
    long[] random = streams(block, seed, -1);
    char[] topics = new char[block.tokenCount()];
    for (int w = 0; w < block.words.length; w++) {
      TopicRange range = tables.ranges[block.words[w] / CountRows.RANGE_WORDS];
      int r = block.words[w] % CountRows.RANGE_WORDS;
      float smoothing = smoothing(range, r);
      for (int i = block.wordStart[w]; i < block.wordStart[w + 1]; i++) {
        int document = block.documents[i];
        random[document] = RandomStream.next(random[document]);
        topics[i] =
            (char) smoothingTopic(range, r, RandomStream.uniform(random[document]) * smoothing);
      }
    }
    return block.withTopics(topics);
  }

  /** One sweep over the block. */
  public TokenBlock sweep(TokenBlock block, long seed, int sweep) {
    char[] topics = block.topics.clone();
    int[] slots = block.slots.clone();
    block.sortSlots(slots);
    char[] slotCounts = block.slotCounts.clone();
    long[] random = streams(block, seed, sweep);
    for (int w = 0; w < block.words.length; w++) {
      TopicRange range = tables.ranges[block.words[w] / CountRows.RANGE_WORDS];
      int r = block.words[w] % CountRows.RANGE_WORDS;
      int from = range.start[r];
      int to = range.start[r + 1];
      float smoothing = smoothing(range, r);
      boolean dense = range.denseStart[r] >= 0;
      if (!dense) {
        for (int i = from; i < to; i++) {
          row[range.topics[i]] += range.excess[i];
        }
      }
      float[] phi = dense ? range.dense : row;
      int offset = dense ? range.denseStart[r] : 0;
      for (int i = block.wordStart[w]; i < block.wordStart[w + 1]; i++) {
        int document = block.documents[i];
        int first = block.slotStart[document];
        int old = topics[i];
        int ownSlot = slotOf(old, slots, first);
        int size = slotCounts[document];
        if ((--slots[first + ownSlot] & 0xFFFF) == 0) {
          slots[first + ownSlot] = slots[first + --size];
          ownSlot = -1;
        }
        float mass = masses(slots, first, size, phi, offset, ownSlot, ownShare[old]);
        long state = random[document];
        while (true) {
          state = RandomStream.next(state);
          float draw = RandomStream.uniform(state) * (mass + smoothing);
          if (draw < mass) {
            int slot = 0;
            while (masses[slot] <= draw) {
              slot++;
            }
            topics[i] = (char) (slots[first + slot] >>> 16);
            increment(slots, first, slot);
            break;
          }
          int topic = smoothingTopic(range, r, draw - mass);
          if (topic == old && ownShare[old] > 0) {
            // The running sums hold the token itself, too: accept what they hold without it.
            state = RandomStream.next(state);
            if (RandomStream.uniform(state) * phi[offset + old] < ownShare[old]) {
              continue;
            }
          }
          topics[i] = (char) topic;
          size = add(topic, slots, first, size);
          break;
        }
        random[document] = state;
        slotCounts[document] = (char) size;
      }
      if (!dense) {
        for (int i = from; i < to; i++) {
          row[range.topics[i]] = tables.base[range.topics[i]];
        }
      }
    }
    return new TokenBlock(
        block.words,
        block.wordStart,
        block.documents,
        block.documentKeys,
        block.slotStart,
        topics,
        slots,
        slotCounts);
  }

  /** Sum over all topics of alpha_k phi_wk. */
  float smoothing(int word) {
    return smoothing(tables.ranges[word / CountRows.RANGE_WORDS], word % CountRows.RANGE_WORDS);
  }

  /** phi_wk. */
  double probability(int word, int topic) {
    return tables.probability(word, topic);
  }

  private float smoothing(TopicRange range, int r) {
    return tables.baseSums[topicCount - 1] + excessMass(range, r);
  }

  private static float excessMass(TopicRange range, int r) {
    return range.start[r + 1] > range.start[r] ? range.sums[range.start[r + 1] - 1] : 0;
  }

  /** The topic in whose part of alpha_k phi_wk the draw lies. */
  private int smoothingTopic(TopicRange range, int r, float draw) {
    float excess = excessMass(range, r);
    if (draw < excess) {
      int size = range.start[r + 1] - range.start[r];
      return range
          .topics[GuideTable.firstAbove(range.sums, range.guides, range.start[r], size, draw)];
    }
    return GuideTable.firstAbove(tables.baseSums, tables.baseGuides, 0, topicCount, draw - excess);
  }

  /**
   * Fills the running sums of n_dk phi_wk over a document's slots, and returns the whole.
   *
   * @param ownSlot slot of the topic in whose phi the token itself still counts, or -1
   * @param ownShare what it adds there
   */
  private float masses(
      int[] slots, int first, int size, float[] phi, int offset, int ownSlot, float ownShare) {
    if (size > masses.length) {
      masses = new float[Math.max(size, 2 * masses.length)];
    }
    float mass = 0;
    for (int slot = 0; slot < size; slot++) {
      int entry = slots[first + slot];
      float probability = phi[offset + (entry >>> 16)] - (slot == ownSlot ? ownShare : 0);
      mass += (entry & 0xFFFF) * probability;
      masses[slot] = mass;
    }
    return mass;
  }

  private static int slotOf(int topic, int[] slots, int first) {
    int slot = 0;
    while (slots[first + slot] >>> 16 != topic) {
      slot++;
    }
    return slot;
  }

  /** Adds one token to a topic that may be new, and returns the number of slots. */
  private static int add(int topic, int[] slots, int first, int size) {
    for (int slot = 0; slot < size; slot++) {
      if (slots[first + slot] >>> 16 == topic) {
        increment(slots, first, slot);
        return size;
      }
    }
    slots[first + size] = topic << 16 | 1;
    return size + 1;
  }

  /** Keeps large counts in front, where searches begin. */
  private static void increment(int[] slots, int first, int slot) {
    int at = first + slot;
    int entry = slots[at] + 1;
    if (slot > 0 && (slots[at - 1] & 0xFFFF) < (entry & 0xFFFF)) {
      slots[at] = slots[at - 1];
      slots[at - 1] = entry;
    } else {
      slots[at] = entry;
    }
  }

  private static long[] streams(TokenBlock block, long seed, int sweep) {
    long[] random = new long[block.documentCount()];
    Arrays.setAll(random, d -> RandomStream.start(seed, sweep, block.documentKeys[d]));
    return random;
  }
}
