package org.almagest.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.almagest.stats.BenjaminiHochberg;
import org.almagest.stats.ClassicalScaling;
import org.almagest.stats.ShareTrend;
import org.almagest.topic.BackgroundTopics;
import org.almagest.topic.LargestTerms;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TopicAreas;
import org.almagest.topic.TopicDistances;
import org.almagest.topic.TopicFlag;
import org.almagest.topic.TopicLabels;
import org.almagest.topic.TopicSignificance;
import org.almagest.topics.TopicTransforms.TopicSize;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What a person sees of a model: terms, labels, map, areas. Small: topics times terms listed. */
final class TopicOverview {
  /** λ of Sievert and Shirley (2014), who found 0.6 to serve people best. */
  private static final double RELEVANCE_LAMBDA = 0.6;

  /** Terms a label may draw on. */
  private static final int LABEL_TERMS = 20;

  private final MeasuredModel model;
  private final List<SparseDistribution> topics;
  private final SparseDistribution corpus;
  private final double[] corpusProbability;
  private final String[] terms;
  private final TopicSize[] sizes;
  private final int[] idOfTopic;
  private final List<Integer> byId;
  private final double[][] distances;

  /**
   * @param corpusProbability P(term)
   * @param terms written form of each term
   * @param sizes size of each topic
   * @param idOfTopic published id of each topic
   */
  TopicOverview(
      MeasuredModel model,
      double[] corpusProbability,
      String[] terms,
      TopicSize[] sizes,
      int[] idOfTopic) {
    this.model = model;
    this.topics = model.terms();
    this.corpusProbability = corpusProbability;
    this.corpus = SparseDistribution.ofDense(corpusProbability);
    this.terms = terms;
    this.sizes = sizes;
    this.idOfTopic = idOfTopic;
    this.byId =
        IntStream.range(0, topics.size())
            .boxed()
            .sorted(Comparator.comparingInt(topic -> idOfTopic[topic]))
            .toList();
    this.distances = TopicDistances.distances(topics);
  }

  /** Distances between topics, in the trainer's order. */
  double[][] distances() {
    return distances;
  }

  /** The trainer's topic of each published id. */
  Map<Integer, Integer> topicOfId() {
    Map<Integer, Integer> result = new HashMap<>();
    byId.forEach(topic -> result.put(idOfTopic[topic], topic));
    return result;
  }

  /**
   * Rows of the topics table.
   *
   * @param growth over the years, by published id
   */
  List<Row> topicRows(Map<Integer, ShareTrend.Growth> growth) {
    List<String> labels = labels();
    double[][] map = ClassicalScaling.plane(distances);
    TopicAreas areas =
        TopicAreas.of(distances, Arrays.stream(sizes).mapToDouble(TopicSize::tokenShare).toArray());
    List<OptionalDouble> q =
        BenjaminiHochberg.adjusted(
            byId.stream()
                .map(topic -> Optional.ofNullable(growth.get(idOfTopic[topic])))
                .map(g -> g.map(x -> OptionalDouble.of(x.pValue())).orElse(OptionalDouble.empty()))
                .toList());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < byId.size(); i++) {
      int topic = byId.get(i);
      ShareTrend.Growth trend = growth.get(idOfTopic[topic]);
      rows.add(
          RowFactory.create(
              idOfTopic[topic],
              labels.get(i),
              sizes[topic].tokenShare(),
              sizes[topic].papers(),
              OrNull.of(model.coherence().npmi(topic)),
              OrNull.of(model.coherence().cv(topic)),
              OrNull.of(model.stability().of(topic)),
              flag(topic),
              areas.areaOf(topic),
              map[topic][0],
              map[topic][1],
              trend == null ? null : trend.relative(),
              OrNull.of(q.get(i)),
              OrNull.of(model.topics().prior(topic))));
    }
    return rows;
  }

  private String flag(int topic) {
    TopicSignificance significance =
        TopicSignificance.of(topics.get(topic), corpus, terms.length, sizes[topic].spread());
    return BackgroundTopics.standard()
        .flag(significance, sizes[topic].spread(), model.coherence().npmi(topic))
        .map(TopicFlag::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  private List<String> labels() {
    return TopicLabels.of(
        byId.stream()
            .map(
                topic -> {
                  SparseDistribution distribution = topics.get(topic);
                  int[] relevant =
                      LargestTerms.by(
                          distribution,
                          at -> relevance(distribution.index(at), distribution.value(at)),
                          LABEL_TERMS);
                  return IntStream.of(relevant).mapToObj(term -> terms[term]).toList();
                })
            .toList());
  }

  /** Rows of the topic_terms table. */
  List<Row> termRows(int termsPerTopic) {
    List<Row> rows = new ArrayList<>();
    for (int topic : byId) {
      SparseDistribution distribution = topics.get(topic);
      Map<Integer, Double> probability = new HashMap<>();
      for (int at = 0; at < distribution.size(); at++) {
        probability.put(distribution.index(at), distribution.value(at));
      }
      int rank = 1;
      for (int term : LargestTerms.of(distribution, termsPerTopic)) {
        double p = probability.get(term);
        rows.add(RowFactory.create(idOfTopic[topic], rank++, terms[term], p, relevance(term, p)));
      }
    }
    return rows;
  }

  private double relevance(int term, double probability) {
    double logProbability = Math.log(probability);
    double logLift = logProbability - Math.log(corpusProbability[term]);
    return RELEVANCE_LAMBDA * logProbability + (1 - RELEVANCE_LAMBDA) * logLift;
  }
}
