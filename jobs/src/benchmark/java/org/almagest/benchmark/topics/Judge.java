package org.almagest.benchmark.topics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.TopicDiversity;

/**
 * Measures models of all trainers in the same way.
 *
 * <p>Perplexity is that of document completion (Wallach et al. 2009). Every second token of a
 * held-out paper, ordered by term, tells its topics; the others are scored: exp(-sum of ln p(w) /
 * number of scored tokens), p(w) = sum over topics k of theta_k phi_wk. The weights come from
 * {@value #STEPS} steps of expectation-maximisation with phi as it is,
 *
 * <pre>theta_k = (n_k + alpha_k) / (n + sum of alpha),
 * n_k = sum over tokens w of theta_k phi_wk / sum over j of theta_j phi_wj,</pre>
 *
 * from theta_k in proportion to alpha_k. Coherence is over the training papers.
 */
final class Judge {
  private static final int STEPS = 50;
  private static final int COHERENCE_WORDS = 10;

  private final BenchmarkCorpus corpus;

  Judge(BenchmarkCorpus corpus) {
    this.corpus = corpus;
  }

  Quality judge(TopicWordModel model) {
    int[][] top = model.topWords(COHERENCE_WORDS);
    Documents papers = corpus.training();
    CoherenceCounts counts = new CoherenceCounts(top, corpus.vocabularySize());
    boolean[] scratch = new boolean[counts.slots()];
    for (int paper = 0; paper < papers.size(); paper++) {
      counts.count(papers.terms(paper), scratch);
    }
    return new Quality(
        perplexity(model, corpus.heldOut()),
        mean(top.length, counts::npmi),
        mean(top.length, counts::cv),
        TopicDiversity.of(model.topWords(TopicDiversity.TERMS)).orElse(Double.NaN));
  }

  private static double mean(int topics, IntFunction<OptionalDouble> measure) {
    return IntStream.range(0, topics)
        .mapToObj(measure)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average()
        .orElse(Double.NaN);
  }

  static double perplexity(TopicWordModel model, Documents heldOut) {
    double[] logLikelihoods =
        IntStream.range(0, heldOut.size())
            .parallel()
            .mapToDouble(document -> logLikelihood(model, heldOut.sequence(document)))
            .toArray();
    long scored =
        IntStream.range(0, heldOut.size())
            .mapToLong(document -> Arrays.stream(heldOut.counts(document)).sum() / 2)
            .sum();
    return Math.exp(-Arrays.stream(logLikelihoods).sum() / scored);
  }

  private static double logLikelihood(TopicWordModel model, int[] tokens) {
    double[] theta = weights(model, tokens);
    double sum = 0;
    for (int token = 1; token < tokens.length; token += 2) {
      sum += Math.log(mixture(model, theta, tokens[token]));
    }
    return sum;
  }

  private static double[] weights(TopicWordModel model, int[] tokens) {
    int topics = model.topicCount();
    int given = (tokens.length + 1) / 2;
    double alphaSum = 0;
    for (int topic = 0; topic < topics; topic++) {
      alphaSum += model.alpha(topic);
    }
    double[] theta = new double[topics];
    for (int topic = 0; topic < topics; topic++) {
      theta[topic] = model.alpha(topic) / alphaSum;
    }
    double[] shares = new double[topics];
    for (int step = 0; step < STEPS; step++) {
      Arrays.fill(shares, 0);
      for (int token = 0; token < tokens.length; token += 2) {
        double all = mixture(model, theta, tokens[token]);
        for (int topic = 0; topic < topics; topic++) {
          shares[topic] += theta[topic] * model.probability(tokens[token], topic) / all;
        }
      }
      for (int topic = 0; topic < topics; topic++) {
        theta[topic] = (shares[topic] + model.alpha(topic)) / (given + alphaSum);
      }
    }
    return theta;
  }

  private static double mixture(TopicWordModel model, double[] theta, int word) {
    double sum = 0;
    for (int topic = 0; topic < theta.length; topic++) {
      sum += theta[topic] * model.probability(word, topic);
    }
    return sum;
  }
}
