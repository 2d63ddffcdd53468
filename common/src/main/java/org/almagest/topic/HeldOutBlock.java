package org.almagest.topic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Documents that measure a model by completion: of the tokens of each, ordered by term, every
 * second one is scored with the topics that the others suggest (Wallach et al. 2009). Perplexity is
 * exp(-{@link #logLikelihood} / {@link #scoredTokens}), over all blocks.
 */
public final class HeldOutBlock implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BURN_IN = 10;
  private static final int SAMPLES = 10;

  private final TokenBlock given;
  private final List<int[]> scored;

  private HeldOutBlock(TokenBlock given, List<int[]> scored) {
    this.given = given;
    this.scored = scored;
  }

  /** Number of tokens that are scored. */
  public long scoredTokens() {
    return scored.stream().mapToLong(words -> words.length).sum();
  }

  /** The natural logarithm of the probability of all scored tokens. */
  public double logLikelihood(FrozenTopics model, long seed) {
    FoldIn foldIn = new FoldIn(model, BURN_IN, SAMPLES);
    DocumentTopics[] documents = foldIn.estimate(given, seed);
    double sum = 0;
    for (int document = 0; document < documents.length; document++) {
      sum += foldIn.logLikelihood(documents[document], scored.get(document));
    }
    return sum;
  }

  /** Gathers documents. */
  public static final class Builder {
    private final TokenBlock.Builder given;
    private final List<int[]> scored = new ArrayList<>();

    /** Documents for models of so many topics. */
    public Builder(int topicCount) {
      given = new TokenBlock.Builder(topicCount);
    }

    /** Adds a document, as to {@link TokenBlock.Builder#add}. */
    public Builder add(long key, int[] termIds, int[] termCounts) {
      int[] givenCounts = new int[termIds.length];
      int[] toScore = new int[Arrays.stream(termCounts).sum() / 2];
      int token = 0;
      for (int i = 0; i < termIds.length; i++) {
        for (int left = termCounts[i]; left > 0; left--, token++) {
          if (token % 2 == 0) {
            givenCounts[i]++;
          } else {
            toScore[token / 2] = termIds[i];
          }
        }
      }
      given.add(key, termIds, givenCounts);
      scored.add(toScore);
      return this;
    }

    /** The block. */
    public HeldOutBlock build() {
      return new HeldOutBlock(given.build(), List.copyOf(scored));
    }
  }
}
