package org.almagest.topic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * In how many documents each topic has 1, 2, 3, … tokens, and how many documents there are of each
 * length: all that the prior of documents depends on. Histograms of disjoint parts of a corpus can
 * be {@link #add added}.
 */
public final class DocumentHistogram implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Below it a topic could not come back. */
  private static final double LEAST_ALPHA = 1e-5;

  private final int[][] documentsWithCount;
  private int[] documentsOfLength = new int[256];

  private DocumentHistogram(int topicCount) {
    documentsWithCount = new int[topicCount][8];
  }

  /** The histogram of some blocks. */
  public static DocumentHistogram of(List<TokenBlock> blocks, int topicCount) {
    DocumentHistogram histogram = new DocumentHistogram(topicCount);
    for (TokenBlock block : blocks) {
      for (int document = 0; document < block.documentCount(); document++) {
        int from = block.slotStart[document];
        int length = 0;
        for (int slot = from; slot < from + block.slotCounts[document]; slot++) {
          int topic = block.slots[slot] >>> 16;
          int count = block.slots[slot] & 0xFFFF;
          histogram.documentsWithCount[topic] =
              incremented(histogram.documentsWithCount[topic], count, 1);
          length += count;
        }
        histogram.documentsOfLength = incremented(histogram.documentsOfLength, length, 1);
      }
    }
    return histogram;
  }

  private static int[] incremented(int[] histogram, int at, int by) {
    int[] result =
        at < histogram.length
            ? histogram
            : Arrays.copyOf(histogram, Math.max(at + 1, 2 * histogram.length));
    result[at] += by;
    return result;
  }

  /** Adds the histogram of other documents. */
  public DocumentHistogram add(DocumentHistogram other) {
    for (int topic = 0; topic < documentsWithCount.length; topic++) {
      documentsWithCount[topic] = sum(documentsWithCount[topic], other.documentsWithCount[topic]);
    }
    documentsOfLength = sum(documentsOfLength, other.documentsOfLength);
    return this;
  }

  private static int[] sum(int[] a, int[] b) {
    int[] result = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int i = 0; i < b.length; i++) {
      result[i] += b[i];
    }
    return result;
  }

  /**
   * Moves the weights of an asymmetric Dirichlet prior towards the greatest likelihood by Minka's
   * (2000) fixed point
   *
   * <p>alpha_k = alpha_k · Σ_d [ψ(n_dk + alpha_k) - ψ(alpha_k)] / Σ_d [ψ(n_d + A) - ψ(A)],
   *
   * <p>with A the sum of alpha, where differences of the digamma function ψ are finite sums, taken
   * up for all documents at once (Wallach 2008).
   *
   * @param alpha weights to start from, all positive
   * @param steps of the fixed point
   */
  public double[] reestimate(double[] alpha, int steps) {
    double[] result = alpha.clone();
    for (int step = 0; step < steps; step++) {
      double denominator = digammaDifferences(documentsOfLength, Arrays.stream(result).sum());
      if (denominator == 0) {
        return result; // No document has a token.
      }
      for (int topic = 0; topic < result.length; topic++) {
        double numerator = digammaDifferences(documentsWithCount[topic], result[topic]);
        result[topic] = Math.max(LEAST_ALPHA, result[topic] * numerator / denominator);
      }
    }
    return result;
  }

  /** Σ_n h_n [ψ(n + x) - ψ(x)] for a histogram h. */
  private static double digammaDifferences(int[] histogram, double x) {
    double difference = 0;
    double sum = 0;
    for (int n = 1; n < histogram.length; n++) {
      difference += 1 / (x + n - 1);
      sum += histogram[n] * difference;
    }
    return sum;
  }
}
