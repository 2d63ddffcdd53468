package org.almagest.topic;

import java.util.Arrays;

/** The symmetric Dirichlet prior of topics over words. */
public final class WordPrior {
  private static final int STEPS = 5;

  /** Counts up to here are gathered in a histogram. */
  private static final int SMALL_COUNTS = 4096;

  private WordPrior() {}

  /**
   * Moves the weight of each word towards the greatest likelihood by {@value #STEPS} steps of
   * Minka's (2000) fixed point
   *
   * <p>beta = beta · Σ_kw [ψ(n_wk + beta) - ψ(beta)] / (V Σ_k [ψ(n_k + V beta) - ψ(V beta)]),
   *
   * <p>with n_wk the tokens of word w in topic k, n_k those of the topic, V the number of words.
   *
   * @param beta weight to start from, positive
   */
  public static double reestimate(TopicCounts counts, double beta) {
    int[] small = new int[SMALL_COUNTS];
    int[] large = {0};
    long[][] largeCounts = {new long[64]};
    counts.forEach(
        (word, topic, count) -> {
          if (count < SMALL_COUNTS) {
            small[count]++;
          } else {
            if (large[0] == largeCounts[0].length) {
              largeCounts[0] = Arrays.copyOf(largeCounts[0], 2 * large[0]);
            }
            largeCounts[0][large[0]++] = count;
          }
        });
    double result = beta;
    int words = counts.vocabularySize();
    for (int step = 0; step < STEPS; step++) {
      double numerator = 0;
      double difference = 0;
      for (int n = 1; n < SMALL_COUNTS; n++) {
        difference += 1 / (result + n - 1);
        numerator += small[n] * difference;
      }
      for (int i = 0; i < large[0]; i++) {
        numerator += digamma(largeCounts[0][i] + result) - digamma(result);
      }
      double denominator = 0;
      for (int topic = 0; topic < counts.topicCount(); topic++) {
        denominator += digamma(counts.topicTotal(topic) + words * result) - digamma(words * result);
      }
      if (denominator == 0) {
        return result; // There is no token.
      }
      result *= numerator / (words * denominator);
    }
    return result;
  }

  /** ψ(x) for positive x: the recurrence up to 6, then the asymptotic series, to about 1e-11. */
  static double digamma(double x) {
    double shifted = x;
    double result = 0;
    while (shifted < 6) {
      result -= 1 / shifted;
      shifted++;
    }
    double inverse = 1 / (shifted * shifted);
    double series =
        inverse
            * (1.0 / 12
                - inverse
                    * (1.0 / 120 - inverse * (1.0 / 252 - inverse * (1.0 / 240 - inverse / 132))));
    return result + Math.log(shifted) - 0.5 / shifted - series;
  }
}
