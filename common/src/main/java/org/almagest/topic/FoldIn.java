package org.almagest.topic;

import java.util.Arrays;

/**
 * Estimates the topics of documents with a frozen model: sweeps over them alone ({@link
 * BlockSweep}), which samples P(z | w) ∝ Π_i phi_{w_i z_i} · Π_k Γ(n_dk + alpha_k), and takes the
 * mean of n_dk over the last sweeps (Griffiths and Steyvers 2004, with phi given). The document's
 * topic weights are theta_k = (n_dk + alpha_k) / (N_d + Σ alpha); without a token, the shares of
 * alpha. A document's estimate depends on the model, the seed and its own tokens and key, and on no
 * other document. Not for use by several threads.
 */
public final class FoldIn {
  private final BlockSweep sampler;
  private final FrozenTopics model;
  private final int burnIn;
  private final int samples;

  /**
   * @param burnIn sweeps before the first that counts
   * @param samples sweeps whose mean is taken, at least 1
   */
  public FoldIn(FrozenTopics model, int burnIn, int samples) {
    this.model = model;
    this.sampler = new BlockSweep(model, BlockSweep.Documents.UNSEEN);
    this.burnIn = burnIn;
    this.samples = samples;
  }

  /** Estimates each document of a block; what topics its tokens have now does not matter. */
  public DocumentTopics[] estimate(TokenBlock block, long seed) {
    TokenBlock state = sampler.start(block, seed);
    int[][] sums = new int[block.documentCount()][];
    int[] tokens = new int[block.documentCount()];
    for (int sweep = 0; sweep < burnIn + samples; sweep++) {
      state = sampler.sweep(state, seed, sweep);
      if (sweep >= burnIn) {
        add(state, sums);
      }
    }
    for (char document : block.documents) {
      tokens[document]++;
    }
    DocumentTopics[] result = new DocumentTopics[sums.length];
    Arrays.setAll(result, document -> mean(sums[document], tokens[document]));
    return result;
  }

  /** Appends the slots of each document to what it has, so that memory goes with its topics. */
  private static void add(TokenBlock state, int[][] sums) {
    for (int document = 0; document < sums.length; document++) {
      int from = state.slotStart[document];
      int[] now = Arrays.copyOfRange(state.slots, from, from + state.slotCounts[document]);
      if (sums[document] == null) {
        sums[document] = now;
      } else {
        int size = sums[document].length;
        sums[document] = Arrays.copyOf(sums[document], size + now.length);
        System.arraycopy(now, 0, sums[document], size, now.length);
      }
    }
  }

  private DocumentTopics mean(int[] entries, int tokens) {
    if (entries == null) {
      return new DocumentTopics(new int[0], new double[0], tokens);
    }
    // Unsigned by topic, since a topic may reach into the sign.
    long[] sorted = Arrays.stream(entries).mapToLong(Integer::toUnsignedLong).sorted().toArray();
    int[] topics = new int[sorted.length];
    double[] counts = new double[sorted.length];
    int size = 0;
    for (long entry : sorted) {
      int topic = (int) (entry >>> 16);
      if (size == 0 || topics[size - 1] != topic) {
        topics[size++] = topic;
      }
      counts[size - 1] += entry & 0xFFFF;
    }
    for (int i = 0; i < size; i++) {
      counts[i] /= samples;
    }
    return new DocumentTopics(Arrays.copyOf(topics, size), Arrays.copyOf(counts, size), tokens);
  }

  /**
   * The natural logarithm of the probability of further tokens of a document, with topic weights
   * theta_k = (n_dk + alpha_k) / (N_d + sum of alpha).
   *
   * @param document estimate from the document's other tokens
   * @param words the further tokens
   */
  public double logLikelihood(DocumentTopics document, int[] words) {
    double weight = document.tokens() + Arrays.stream(model.alpha()).sum();
    double sum = 0;
    for (int word : words) {
      double mass = sampler.smoothing(word);
      for (int i = 0; i < document.size(); i++) {
        mass += document.count(i) * sampler.probability(word, document.topic(i));
      }
      sum += Math.log(mass / weight);
    }
    return sum;
  }
}
