package org.almagest.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.almagest.table.PaperVectors;
import org.almagest.topic.DocumentTopics;
import org.almagest.topic.FoldIn;
import org.almagest.topic.FrozenTopics;
import org.almagest.topic.SparseDistribution;
import org.almagest.topic.TokenBlock;
import org.almagest.topic.TopicCounts;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import scala.jdk.javaapi.CollectionConverters;

/** A model of {@link GibbsTrainer}. */
final class GibbsModel implements TrainedTopics {
  private static final int BLOCK_PAPERS = 1024;
  private static final int BURN_IN = 10;
  private static final int FOLD_IN_SAMPLES = 20;

  /** Most sweeps of the training whose counts are added up for the model that is kept. */
  static final int MOST_SAMPLES = 10;

  private final TopicCounts counts;
  private final int samples;
  private final List<Double> alpha;
  private final double beta;
  private final FrozenTopics topics;
  private final long seed;
  private final int iterations;
  private final List<TrainingMeasure> course;
  private final OptionalDouble perplexity;

  /**
   * @param counts sum of some sweeps
   * @param samples number of these sweeps
   * @param alpha prior weight of each topic in a paper
   * @param beta prior weight of each word in a topic
   * @param seed of the sampling when papers are weighed
   * @param iterations sweeps that made it
   * @param course how its training went
   */
  GibbsModel(
      TopicCounts counts,
      int samples,
      double[] alpha,
      double beta,
      long seed,
      int iterations,
      List<TrainingMeasure> course) {
    // In an order that follows from the model, so that one read back gives papers the same weights.
    int[] used =
        Arrays.stream(counts.topicsWithTokens())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(topic -> -counts.topicTotal(topic))
                    .thenComparingDouble(topic -> -alpha[topic]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.counts = counts.onlyTopics(used);
    this.samples = samples;
    this.alpha = Arrays.stream(used).mapToObj(topic -> alpha[topic]).toList();
    this.beta = beta;
    // The counts are those of so many sweeps, and so the prior must weigh as many times as much.
    this.topics = new FrozenTopics(this.counts, alpha(), samples * beta);
    this.seed = seed;
    this.iterations = iterations;
    this.course = List.copyOf(course);
    this.perplexity = OptionalDouble.empty();
  }

  private GibbsModel(GibbsModel model, double perplexity) {
    this.counts = model.counts;
    this.samples = model.samples;
    this.alpha = model.alpha;
    this.beta = model.beta;
    this.topics = model.topics;
    this.seed = model.seed;
    this.iterations = model.iterations;
    this.course = model.course;
    this.perplexity = OptionalDouble.of(perplexity);
  }

  /** The same model, of which that is known. */
  GibbsModel withPerplexity(double measured) {
    return new GibbsModel(this, measured);
  }

  @Override
  public List<SparseDistribution> termDistributions() {
    return counts.termDistributions();
  }

  /** P(word | topic) with the prior's share, also of words that no topic has, and alpha. */
  FrozenTopics frozen() {
    return topics;
  }

  @Override
  public OptionalDouble tokens(int topic) {
    return OptionalDouble.of((double) counts.topicTotal(topic) / samples);
  }

  @Override
  public OptionalDouble prior(int topic) {
    return OptionalDouble.of(alpha.get(topic));
  }

  @Override
  public OptionalDouble wordPrior() {
    return OptionalDouble.of(beta);
  }

  /** Number of topics. */
  int size() {
    return counts.topicCount();
  }

  /** Prior weight of each topic in a paper. */
  double[] alpha() {
    return alpha.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Prior weight of each word in a topic. */
  double beta() {
    return beta;
  }

  /** The same for two models only if they are the same. */
  String fingerprint() {
    StringBuilder text = new StringBuilder().append(samples).append(alpha).append(beta);
    counts.forEach(
        (word, topic, count) ->
            text.append('|').append(word).append(',').append(topic).append(',').append(count));
    return DigestUtils.sha256Hex(text.toString());
  }

  @Override
  public Dataset<Row> weigh(Dataset<Row> vectors) {
    Broadcast<FrozenTopics> model =
        JavaSparkContext.fromSparkContext(vectors.sparkSession().sparkContext()).broadcast(topics);
    long foldInSeed = seed;
    return vectors
        .where(PaperVectors.TOKEN_COUNT.col().gt(0))
        .select(
            PaperVectors.PAPER_ID.col(),
            PaperVectors.TOKEN_COUNT.col(),
            functions.xxhash64(PaperVectors.PAPER_ID.col()),
            PaperVectors.TERM_IDS.col(),
            PaperVectors.TERM_COUNTS.col())
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                papers -> new Weights(papers, model.value(), foldInSeed),
            Encoders.row(WEIGHED));
  }

  @Override
  public OptionalDouble perplexity() {
    return perplexity;
  }

  @Override
  public List<TrainingMeasure> course() {
    return course;
  }

  @Override
  public int iterations() {
    return iterations;
  }

  /** Weighs some papers at a time; a paper's weights do not depend on who is with it. */
  private static final class Weights implements Iterator<Row> {
    private final Iterator<Row> papers;
    private final FoldIn foldIn;
    private final double[] alpha;
    private final double alphaSum;
    private final long seed;
    private Iterator<Row> ready = List.<Row>of().iterator();

    Weights(Iterator<Row> papers, FrozenTopics model, long seed) {
      this.papers = papers;
      this.foldIn = new FoldIn(model, BURN_IN, FOLD_IN_SAMPLES);
      this.alpha = model.alpha();
      this.alphaSum = Arrays.stream(alpha).sum();
      this.seed = seed;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext() && papers.hasNext()) {
        ready = next(BLOCK_PAPERS).iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }

    private List<Row> next(int most) {
      List<Row> batch = new ArrayList<>();
      TokenBlock.Builder block = new TokenBlock.Builder(alpha.length);
      while (batch.size() < most && papers.hasNext()) {
        Row paper = papers.next();
        batch.add(paper);
        block.add(paper.getLong(2), BlockedCorpus.ints(paper, 3), BlockedCorpus.ints(paper, 4));
      }
      DocumentTopics[] estimates = foldIn.estimate(block.build(), seed);
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < estimates.length; i++) {
        rows.add(row(batch.get(i), estimates[i]));
      }
      return rows;
    }

    /** theta_k = (n_dk + alpha_k) / (N_d + sum of alpha), for topics that were drawn. */
    private Row row(Row paper, DocumentTopics estimate) {
      List<Integer> drawn = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      for (int i = 0; i < estimate.size(); i++) {
        int topic = estimate.topic(i);
        drawn.add(topic);
        weights.add((estimate.count(i) + alpha[topic]) / (estimate.tokens() + alphaSum));
      }
      // Where a typed step follows, Spark hands the row on as it is: lists must be what it reads.
      return RowFactory.create(
          paper.getString(0),
          paper.getLong(1),
          CollectionConverters.asScala(drawn).toSeq(),
          CollectionConverters.asScala(weights).toSeq());
    }
  }
}
