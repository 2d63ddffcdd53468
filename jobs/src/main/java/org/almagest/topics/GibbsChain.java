package org.almagest.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.almagest.topic.BlockSweep;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.DocumentHistogram;
import org.almagest.topic.DocumentSavings;
import org.almagest.topic.FrozenTopics;
import org.almagest.topic.HeldOutBlock;
import org.almagest.topic.TokenBlock;
import org.almagest.topic.TopicCounts;
import org.almagest.topic.TopicMerging;
import org.almagest.topic.WordPrior;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * A chain of sweeps over the blocks of a corpus, which stay on the executors. What travels in a
 * sweep is the frozen probabilities to all executors, as packed counts of about two bytes for each
 * topic of a word, and the new counts back, added up by ranges of words in a shuffle. Only integers
 * are added up in an order that may vary.
 */
final class GibbsChain implements AutoCloseable {
  private static final int PRIOR_STEPS = 5;

  private final int vocabularySize;
  private final long seed;
  private final JavaSparkContext spark;
  private final List<Broadcast<?>> broadcasts = new ArrayList<>();

  private JavaPairRDD<Integer, TokenBlock> blocks;
  private TrainingStates.Facts facts;
  private TopicCounts counts;

  /** Null where the last sweep was not over-relaxed, or topics have other numbers since. */
  private TopicCounts countsBefore;

  /**
   * @param task what is trained
   * @param start the blocks with the topics to start from
   * @param facts the sweeps so far, and the priors
   * @param countsBefore those before the last sweep, if that is to be gone on from
   */
  GibbsChain(
      TrainingTask task,
      JavaPairRDD<Integer, TokenBlock> start,
      TrainingStates.Facts facts,
      Optional<TopicCounts> countsBefore) {
    this.vocabularySize = task.vocabularySize();
    this.seed = task.seed();
    this.spark = JavaSparkContext.fromSparkContext(task.vectors().sparkSession().sparkContext());
    this.facts = facts;
    this.blocks = start.persist(StorageLevel.MEMORY_AND_DISK());
    this.counts = counted();
    this.countsBefore = countsBefore.orElse(null);
  }

  /** A chain that begins. */
  GibbsChain(
      TrainingTask task, JavaPairRDD<Integer, TokenBlock> start, TrainingStates.Facts facts) {
    this(task, start, facts, Optional.empty());
  }

  TrainingStates.Facts facts() {
    return facts;
  }

  void noteMeasure(TrainingMeasure measure) {
    facts = facts.with(measure);
  }

  JavaPairRDD<Integer, TokenBlock> blocks() {
    return blocks;
  }

  TopicCounts counts() {
    return counts;
  }

  /** Those before the last sweep, if that was over-relaxed. */
  Optional<TopicCounts> countsBefore() {
    return Optional.ofNullable(countsBefore);
  }

  /** Number of topics now. */
  int topicCount() {
    return facts.alphaWeights().size();
  }

  /** Number of tokens in all blocks. */
  long tokens() {
    long tokens = 0;
    for (int topic = 0; topic < counts.topicCount(); topic++) {
      tokens += counts.topicTotal(topic);
    }
    return tokens;
  }

  /** Draws a topic for each token. */
  void sweep() {
    sweep(counts, BlockSweep.Documents.COUNTED);
    countsBefore = null;
  }

  /** The same by counts further on in the direction in which the last sweep changed them. */
  void sweepOverrelaxed(double factor, double noise) {
    TopicCounts now = counts;
    TopicCounts by = countsBefore == null ? now : now.overrelaxed(countsBefore, factor, noise);
    sweep(by, BlockSweep.Documents.COUNTED);
    countsBefore = now;
  }

  /**
   * @param tokens whether they are among those counts
   */
  private void sweep(TopicCounts by, BlockSweep.Documents tokens) {
    facts = facts.afterSweep();
    JavaPairRDD<Integer, TokenBlock> before = blocks;
    blocks = swept(broadcast(new FrozenTopics(by, facts.alpha(), facts.beta())), tokens);
    counts = counted();
    before.unpersist(false);
  }

  private TopicCounts counted() {
    return BlockCounts.ofTopics(blocks, vocabularySize, topicCount());
  }

  private FrozenTopics frozen() {
    return new FrozenTopics(counts, facts.alpha(), facts.beta());
  }

  private JavaPairRDD<Integer, TokenBlock> swept(
      Broadcast<FrozenTopics> frozen, BlockSweep.Documents tokens) {
    long sweepSeed = seed;
    int sweep = facts.sweep();
    return blocks
        .mapPartitionsToPair(
            all -> {
              BlockSweep sampler = new BlockSweep(frozen.value(), tokens);
              List<Tuple2<Integer, TokenBlock>> result = new ArrayList<>();
              all.forEachRemaining(
                  block ->
                      result.add(
                          new Tuple2<>(block._1(), sampler.sweep(block._2(), sweepSeed, sweep))));
              return result.iterator();
            },
            true)
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Estimates the priors from the topics as they are. */
  void reestimatePriors() {
    DocumentHistogram histogram = BlockCounts.ofDocuments(blocks, topicCount());
    facts =
        facts.withPriors(
            histogram.reestimate(facts.alpha(), PRIOR_STEPS),
            WordPrior.reestimate(counts, facts.beta()));
  }

  /** Merges topics until so many are left. */
  void mergeTo(int topicCount) {
    renumber(TopicMerging.numbers(counts, savings(), topicCount));
  }

  /**
   * Dissolves the least coherent topics until so many are left, and draws a topic for each token.
   * The likelihood would keep such topics, as they gather words that no other has. Within a paper
   * their tokens count for the topic that is nearest to theirs, but that topic's words remain what
   * they were: else it would be told apart from what it got only many sweeps later.
   */
  void sweepDissolving(int topicCount) {
    CoherenceCounts coherence =
        BlockCounts.coherence(blocks, counts.topWords(CoherenceCounts.TERMS), vocabularySize);
    BitSet dissolved = new BitSet();
    IntStream.range(0, topicCount())
        .boxed()
        .sorted(Comparator.comparingDouble(topic -> coherence.npmi(topic).orElse(-1)))
        .limit(topicCount() - topicCount)
        .forEach(dissolved::set);
    int[] staying =
        IntStream.range(0, topicCount()).filter(topic -> !dissolved.get(topic)).toArray();
    TopicCounts theirs = counts.onlyTopics(staying);
    renumber(TopicMerging.numbersWithout(dissolved, counts, savings()));
    sweep(theirs, BlockSweep.Documents.UNSEEN);
  }

  private DocumentSavings savings() {
    return BlockCounts.savings(blocks, topicCount());
  }

  /** Gives topics other numbers, from 0 without gaps; those with the same one become one. */
  private void renumber(int[] numbers) {
    double[] alpha = new double[Arrays.stream(numbers).max().orElseThrow() + 1];
    double[] before = facts.alpha();
    for (int topic = 0; topic < before.length; topic++) {
      alpha[numbers[topic]] += before[topic];
    }
    facts = facts.withPriors(alpha, facts.beta());
    replace(blocks.mapValues(block -> block.renumbered(numbers)));
    countsBefore = null;
  }

  /**
   * Goes on with all these papers. Those that are new to the chain get topics by those of the
   * others.
   *
   * @param papers blocks of all, those of the chain with any topics
   * @param sweeps over new papers with these topics
   */
  void join(JavaPairRDD<Integer, TokenBlock> papers, int sweeps) {
    LikelyTopics likely = new LikelyTopics(broadcast(frozen()), sweeps, seed);
    replace(
        papers
            .leftOuterJoin(blocks)
            .mapValues(both -> both._2().isPresent() ? both._2().get() : likely.of(both._1())));
    countsBefore = null;
  }

  /** Goes on from topics that were stored, after which no block depends on the sweeps before. */
  void goOnFrom(JavaPairRDD<Integer, TokenBlock> stored) {
    replace(stored);
    forgetBroadcasts();
  }

  private void replace(JavaPairRDD<Integer, TokenBlock> others) {
    JavaPairRDD<Integer, TokenBlock> before = blocks;
    blocks = others.persist(StorageLevel.MEMORY_AND_DISK());
    counts = counted();
    before.unpersist(false);
  }

  /** Perplexity of papers that the topics as they are have to complete. */
  double perplexity(JavaPairRDD<Integer, HeldOutBlock> papers) {
    return perplexity(frozen(), papers);
  }

  /** Perplexity of papers that some topics have to complete. */
  double perplexity(FrozenTopics topics, JavaPairRDD<Integer, HeldOutBlock> papers) {
    long measureSeed = seed;
    Broadcast<FrozenTopics> model = spark.broadcast(topics);
    List<Tuple2<Integer, Tuple2<Double, Long>>> parts =
        new ArrayList<>(
            papers
                .mapValues(
                    block ->
                        new Tuple2<>(
                            block.logLikelihood(model.value(), measureSeed), block.scoredTokens()))
                .collect());
    model.destroy(false); // No block depends on it, as they do on those of sweeps.
    // Doubles are added up in one order, so that the stop does not depend on the machine.
    parts.sort(Comparator.comparingInt(Tuple2::_1));
    double logLikelihood = parts.stream().mapToDouble(part -> part._2()._1()).sum();
    long scored = parts.stream().mapToLong(part -> part._2()._2()).sum();
    return Math.exp(-logLikelihood / scored);
  }

  private <T> Broadcast<T> broadcast(T value) {
    Broadcast<T> broadcast = spark.broadcast(value);
    broadcasts.add(broadcast);
    return broadcast;
  }

  private void forgetBroadcasts() {
    broadcasts.forEach(broadcast -> broadcast.destroy(false));
    broadcasts.clear();
  }

  /** Frees what the executors hold. */
  @Override
  public void close() {
    blocks.unpersist(false);
    forgetBroadcasts();
  }
}
