package org.almagest.topics;

import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.almagest.table.TopicModels;
import org.almagest.table.TopicWords;
import org.almagest.table.Topics;
import org.almagest.table.Vocabulary;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TopicCounts;
import org.almagest.warehouse.StagedSnapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The topics of the snapshot before, in terms of today's vocabulary. A term that is gone keeps its
 * place in the distributions, behind those there are.
 */
final class PreviousTopics {
  private final int[] ids;
  private final List<SparseDistribution> distributions;
  private final double[] tokens;
  private final Dataset<Row> topics;
  private final Dataset<Row> models;
  private final String[] terms;
  private final Optional<Dataset<Row>> vocabularyBefore;

  private PreviousTopics(
      String[] terms,
      Dataset<Row> words,
      Dataset<Row> topics,
      Dataset<Row> models,
      Optional<Dataset<Row>> vocabularyBefore) {
    Map<String, Integer> termIds = new HashMap<>();
    for (int id = 0; id < terms.length; id++) {
      termIds.put(terms[id], id);
    }
    Map<Integer, Weights> byTopic = new TreeMap<>();
    words
        .select(
            TopicWords.TOPIC_ID.col(),
            TopicWords.TERM.col(),
            TopicWords.PROBABILITY.col(),
            TopicWords.TOKENS.col())
        // So that terms that are gone get the same places each time.
        .orderBy(TopicWords.TOPIC_ID.col(), TopicWords.TERM.col())
        .toLocalIterator()
        .forEachRemaining(
            row ->
                byTopic
                    .computeIfAbsent(row.getInt(0), topic -> new Weights())
                    .add(
                        termIds.computeIfAbsent(row.getString(1), term -> termIds.size()),
                        row.getDouble(2),
                        row.isNullAt(3) ? Double.NaN : row.getDouble(3)));
    this.ids = byTopic.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.distributions = byTopic.values().stream().map(Weights::distribution).toList();
    this.tokens = byTopic.values().stream().mapToDouble(weights -> weights.tokens).toArray();
    this.topics = topics;
    this.models = models;
    this.terms = terms;
    this.vocabularyBefore = vocabularyBefore;
  }

  /** The terms of a topic while they are read. */
  private static final class Weights {
    private int[] terms = new int[64];
    private double[] weights = new double[64];
    private int size;
    private double tokens;

    void add(int term, double probability, double tokensOfTerm) {
      if (size == terms.length) {
        terms = Arrays.copyOf(terms, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      terms[size] = term;
      weights[size++] = probability;
      tokens += tokensOfTerm;
    }

    SparseDistribution distribution() {
      long[] order = new long[size];
      for (int i = 0; i < size; i++) {
        order[i] = (long) terms[i] << Integer.SIZE | i;
      }
      Arrays.sort(order);
      return SparseDistribution.ofWeights(
          Arrays.stream(order).mapToInt(at -> (int) (at >>> Integer.SIZE)).toArray(),
          Arrays.stream(order).mapToDouble(at -> weights[(int) at]).toArray());
    }
  }

  /**
   * Those of the snapshot on which this one builds, if it has any.
   *
   * @param terms written form of each term of today's vocabulary
   */
  static Optional<PreviousTopics> in(StagedSnapshot snapshot, String[] terms) {
    return snapshot
        .readBase(TopicWords.TABLE)
        .map(
            words ->
                new PreviousTopics(
                    terms,
                    words,
                    snapshot.readBase(Topics.TABLE).orElseThrow(),
                    snapshot.readBase(TopicModels.TABLE).orElseThrow(),
                    snapshot.readBase(Vocabulary.TABLE)))
        .filter(previous -> previous.ids.length > 0);
  }

  /** Number of topics. */
  int size() {
    return ids.length;
  }

  /** Published id of each topic, rising. */
  int[] ids() {
    return ids.clone();
  }

  /** The largest id that a topic has had so far, also one that is gone. */
  int largestId() {
    Row given = models.agg(max(TopicModels.LARGEST_TOPIC_ID.col())).head();
    int largest = ids[ids.length - 1];
    return given.isNullAt(0) ? largest : Math.max(largest, given.getInt(0));
  }

  /** P(term | topic) of each topic. */
  List<SparseDistribution> distributions() {
    return distributions;
  }

  /** What is not as it was in the vocabulary of the model, in a sentence; empty if nothing is. */
  Optional<String> changeOfVocabulary() {
    if (vocabularyBefore.isEmpty()) {
      return Optional.empty();
    }
    Set<String> before = new HashSet<>();
    vocabularyBefore
        .get()
        .select(Vocabulary.TERM.col())
        .collectAsList()
        .forEach(row -> before.add(row.getString(0)));
    long kept = Arrays.stream(terms).filter(before::contains).count();
    long lost = before.size() - kept;
    long unknown = terms.length - kept;
    return lost + unknown == 0
        ? Optional.empty()
        : Optional.of(
            ("The last model is not quite as it was: of the %,d terms of its vocabulary %,d are not"
                    + " in that of today, and it is without them; %,d terms of today are new to it."
                    + " Set terms.refresh to auto to keep its vocabulary.")
                .formatted(before.size(), lost, unknown));
  }

  /**
   * The model, if the trainer that made it is one that tells all.
   *
   * @param seed of the sampling when papers are weighed
   */
  Optional<GibbsModel> model(long seed) {
    List<Double> alpha = new ArrayList<>();
    topics
        .orderBy(Topics.TOPIC_ID.col())
        .select(Topics.PRIOR.col())
        .collectAsList()
        .forEach(row -> alpha.add(row.isNullAt(0) ? Double.NaN : row.getDouble(0)));
    Row model =
        models.where(TopicModels.SELECTED.col()).select(TopicModels.WORD_PRIOR.col()).head();
    if (model.isNullAt(0) || alpha.stream().anyMatch(a -> a.isNaN())) {
      return Optional.empty();
    }
    long[] sampled =
        Arrays.stream(tokens)
            .mapToLong(mean -> Math.round(mean * GibbsModel.MOST_SAMPLES))
            .toArray();
    return Optional.of(
        new GibbsModel(
            TopicCounts.of(terms.length, distributions, sampled),
            GibbsModel.MOST_SAMPLES,
            alpha.stream().mapToDouble(Double::doubleValue).toArray(),
            model.getDouble(0),
            seed,
            0,
            List.of()));
  }
}
