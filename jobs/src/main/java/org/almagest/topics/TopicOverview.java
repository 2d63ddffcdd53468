package org.almagest.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.TopicLabels;
import org.almagest.topics.TopicTransforms.TopicSize;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What a person sees of a model: topics in order of size, their terms and labels. Small: topics
 * times terms listed.
 */
final class TopicOverview {
  /** λ of Sievert and Shirley (2014), who found 0.6 to serve people best. */
  private static final double RELEVANCE_LAMBDA = 0.6;

  /** Terms a label may draw on. */
  private static final int LABEL_TERMS = 20;

  private final double[][] probability;
  private final double[] corpusProbability;
  private final String[] terms;
  private final int[] topicOfId;

  /**
   * @param probability P(term | topic) as [topic][term id]
   * @param corpusProbability P(term)
   * @param terms written form of each term
   * @param sizes size of each topic, which decides its id
   */
  TopicOverview(
      double[][] probability, double[] corpusProbability, String[] terms, TopicSize[] sizes) {
    this.probability = probability;
    this.corpusProbability = corpusProbability;
    this.terms = terms;
    this.topicOfId =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(topic -> -sizes[topic].tokenShare())
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Published id of each topic of the trainer. */
  int[] idOfTopic() {
    int[] ids = new int[topicOfId.length];
    for (int id = 0; id < ids.length; id++) {
      ids[topicOfId[id]] = id;
    }
    return ids;
  }

  /** The most probable terms of each topic, by published id. */
  int[][] topTerms(int count) {
    return Arrays.stream(topicOfId)
        .mapToObj(topic -> largest(probability[topic], count))
        .toArray(int[][]::new);
  }

  /** Rows of the topics table. */
  List<Row> topicRows(TopicSize[] sizes, CoherenceCounts coherence) {
    List<List<String>> byRelevance = new ArrayList<>();
    for (int topic : topicOfId) {
      double[] relevance = new double[terms.length];
      Arrays.setAll(relevance, term -> relevance(topic, term));
      byRelevance.add(
          Arrays.stream(largest(relevance, LABEL_TERMS)).mapToObj(term -> terms[term]).toList());
    }
    List<String> labels = TopicLabels.of(byRelevance);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < topicOfId.length; id++) {
      TopicSize size = sizes[topicOfId[id]];
      var npmi = coherence.npmi(id);
      rows.add(
          RowFactory.create(
              id,
              labels.get(id),
              size.tokenShare(),
              size.papers(),
              npmi.isPresent() ? npmi.getAsDouble() : null));
    }
    return rows;
  }

  /** Rows of the topic_terms table. */
  List<Row> termRows(int[][] topTerms) {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < topTerms.length; id++) {
      int topic = topicOfId[id];
      for (int rank = 1; rank <= topTerms[id].length; rank++) {
        int term = topTerms[id][rank - 1];
        rows.add(
            RowFactory.create(
                id, rank, terms[term], probability[topic][term], relevance(topic, term)));
      }
    }
    return rows;
  }

  private double relevance(int topic, int term) {
    double logProbability = Math.log(probability[topic][term]);
    double logLift = logProbability - Math.log(corpusProbability[term]);
    return RELEVANCE_LAMBDA * logProbability + (1 - RELEVANCE_LAMBDA) * logLift;
  }

  /** Indices of the largest values, largest first; of equal ones the smaller index first. */
  private static int[] largest(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> -values[i])
                .thenComparing(Comparator.naturalOrder()))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
