package org.almagest.topic;

import java.util.Arrays;

/**
 * A mixture of unigrams: each document is of one topic alone (Nigam et al. 2000). Fitted to some
 * documents of a corpus, it gives topics that are told apart from each other, from which sampling
 * starts.
 *
 * <p>It is fitted by classification EM (Celeux and Govaert 1992). First each topic is a document
 * drawn at random; then, again and again, each document goes to the topic k of the greatest P(k)
 * P(d | k), and topics are made anew from their documents. P(w | k) = (n_wk + m p_w) / (n_k + m),
 * where p_w is the word's share of all tokens and m is {@value #SMOOTHING_TOKENS} (Dirichlet
 * smoothing, Zhai and Lafferty 2004): so words that all documents have decide nothing.
 *
 * <p>A round takes a step for each token and topic, and 4 bytes for each document and topic.
 */
public final class UnigramMixture {
  private static final int SMOOTHING_TOKENS = 200;

  private static final int MOST_ROUNDS = 5;

  private static final int START_SWEEP = -1;
  private static final int NO_TOPIC = -1;

  private final TokenBlock block;
  private final int topicCount;

  /** Topic of each document. */
  private final int[] topicOf;

  private UnigramMixture(TokenBlock block, int topicCount, long seed) {
    this.block = block;
    this.topicCount = topicCount;
    topicOf = new int[block.documentCount()];
    drawFirst(seed);
  }

  /**
   * The block with all tokens of a document in the same topic.
   *
   * @param block some documents, as a sample of a corpus
   * @param topicCount number of topics, of which some are left without a document where there are
   *     hardly more documents
   */
  public static TokenBlock fit(TokenBlock block, int topicCount, long seed) {
    UnigramMixture mixture = new UnigramMixture(block, topicCount, seed);
    for (int round = 0; round < MOST_ROUNDS && mixture.reassign(); round++) {
      // Until no document moves, or nearly.
    }
    char[] topics = new char[block.tokenCount()];
    for (int token = 0; token < topics.length; token++) {
      topics[token] = (char) mixture.topicOf[block.documents[token]];
    }
    return block.withTopics(topics);
  }

  /** Gives each topic a document of its own, and the other documents none. */
  private void drawFirst(long seed) {
    Arrays.fill(topicOf, NO_TOPIC);
    long random = RandomStream.start(seed, START_SWEEP, topicCount);
    for (int topic = 0; topic < Math.min(topicCount, topicOf.length); topic++) {
      random = RandomStream.next(random);
      int document = (int) (RandomStream.uniform(random) * topicOf.length);
      while (topicOf[document] != NO_TOPIC) {
        document = (document + 1) % topicOf.length;
      }
      topicOf[document] = topic;
    }
  }

  /** Sends each document to the topic that suits it best, and tells whether any has moved. */
  private boolean reassign() {
    float[] scores = startScores();
    addWords(scores);
    boolean moved = false;
    for (int document = 0; document < topicOf.length; document++) {
      int first = document * topicCount;
      int best = 0;
      for (int topic = 1; topic < topicCount; topic++) {
        if (scores[first + topic] > scores[first + best]) {
          best = topic;
        }
      }
      moved |= topicOf[document] != best;
      topicOf[document] = best;
    }
    return moved;
  }

  /** log P(k), and what a document's length has to do with log P(d | k): N_d log(m / (n_k + m)). */
  private float[] startScores() {
    int[] lengths = new int[topicOf.length];
    long[] tokens = new long[topicCount];
    for (char document : block.documents) {
      lengths[document]++;
      if (topicOf[document] != NO_TOPIC) {
        tokens[topicOf[document]]++;
      }
    }
    int[] documents = new int[topicCount];
    for (int topic : topicOf) {
      if (topic != NO_TOPIC) {
        documents[topic]++;
      }
    }
    float[] scores = new float[topicOf.length * topicCount];
    for (int topic = 0; topic < topicCount; topic++) {
      double logShare = Math.log(documents[topic] + 1.0);
      double logSmoothing = Math.log1p((double) tokens[topic] / SMOOTHING_TOKENS);
      for (int document = 0; document < lengths.length; document++) {
        scores[document * topicCount + topic] =
            (float) (logShare - lengths[document] * logSmoothing);
      }
    }
    return scores;
  }

  /** Adds log(1 + n_wk / (m p_w)) for each token, which is 0 for words that a topic lacks. */
  private void addWords(float[] scores) {
    int[] counts = new int[topicCount];
    float[] row = new float[topicCount];
    for (int w = 0; w < block.words.length; w++) {
      int from = block.wordStart[w];
      int to = block.wordStart[w + 1];
      Arrays.fill(counts, 0);
      for (int token = from; token < to; token++) {
        int topic = topicOf[block.documents[token]];
        if (topic != NO_TOPIC) {
          counts[topic]++;
        }
      }
      double expected = (double) SMOOTHING_TOKENS * (to - from) / block.tokenCount();
      for (int topic = 0; topic < topicCount; topic++) {
        row[topic] = counts[topic] == 0 ? 0 : (float) Math.log1p(counts[topic] / expected);
      }
      for (int token = from; token < to; token++) {
        int first = block.documents[token] * topicCount;
        for (int topic = 0; topic < topicCount; topic++) {
          scores[first + topic] += row[topic];
        }
      }
    }
  }
}
