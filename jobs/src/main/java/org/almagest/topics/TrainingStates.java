package org.almagest.topics;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.almagest.topic.TokenBlock;
import org.almagest.topic.TopicCounts;
import org.almagest.warehouse.Checkpoints;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** The checkpoints of one training. */
final class TrainingStates {
  /** Goes up when the sampler gives other results for the same input. */
  private static final int SAMPLER_VERSION = 10;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(OptionalDouble.class, new OptionalDoubleJson.Writer())
                  .addDeserializer(OptionalDouble.class, new OptionalDoubleJson.Reader()));

  private static final String BLOCK = "block";
  private static final String TOPICS = "topics";
  private static final StructType BLOCK_TOPICS =
      new StructType().add(BLOCK, DataTypes.IntegerType).add(TOPICS, DataTypes.BinaryType);

  private final SparkSession spark;
  private final int vocabularySize;
  private final Checkpoints checkpoints;

  /**
   * All of a training but the topics of its tokens.
   *
   * @param sweep sweeps done
   * @param alphaWeights prior weight of each topic
   * @param beta prior weight of each word
   * @param course the measures so far
   */
  record Facts(int sweep, List<Double> alphaWeights, double beta, List<TrainingMeasure> course) {
    static Facts first(double[] alpha, double beta) {
      return new Facts(0, Arrays.stream(alpha).boxed().toList(), beta, List.of());
    }

    double[] alpha() {
      return alphaWeights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Facts afterSweep() {
      return new Facts(sweep + 1, alphaWeights, beta, course);
    }

    Facts withPriors(double[] newAlpha, double newBeta) {
      return new Facts(sweep, Arrays.stream(newAlpha).boxed().toList(), newBeta, course);
    }

    Facts with(TrainingMeasure measure) {
      return new Facts(
          sweep, alphaWeights, beta, Stream.concat(course.stream(), Stream.of(measure)).toList());
    }

    /** Whether the last perplexities are no better than the best before them by that share. */
    boolean settled(int patience, double tolerance) {
      double[] all =
          course.stream()
              .map(TrainingMeasure::perplexity)
              .flatMapToDouble(OptionalDouble::stream)
              .toArray();
      int last = all.length - patience;
      return last > 0 && best(all, last, all.length) > best(all, 0, last) * (1 - tolerance);
    }

    private static double best(double[] perplexities, int from, int to) {
      return Arrays.stream(perplexities, from, to).min().orElseThrow();
    }
  }

  /**
   * A state that was written.
   *
   * @param topics of each block's tokens
   * @param countsBefore those before the last sweep, where the next one may go by their change
   */
  record State(
      Facts facts, JavaPairRDD<Integer, char[]> topics, Optional<TopicCounts> countsBefore) {}

  /**
   * @param papers follows from the papers' terms
   */
  TrainingStates(TrainingTask task, String papers) {
    spark = task.vectors().sparkSession();
    vocabularySize = task.vocabularySize();
    checkpoints = task.checkpoints().apply(fingerprint(task, papers));
  }

  /** Follows from all that training reads. */
  private static String fingerprint(TrainingTask task, String papers) {
    return DigestUtils.sha256Hex(
            List.of(
                    SAMPLER_VERSION,
                    papers,
                    task.vocabularySize(),
                    task.topicCount(),
                    task.config().trainingKey(),
                    task.start().map(GibbsModel::fingerprint),
                    task.seed())
                .toString())
        .substring(0, 32);
  }

  void write(
      Facts facts, JavaPairRDD<Integer, TokenBlock> blocks, Optional<TopicCounts> countsBefore) {
    JavaRDD<Row> rows =
        blocks.map(block -> RowFactory.create(block._1(), bytes(block._2().topics())));
    Dataset<Row> all = spark.createDataFrame(rows, BLOCK_TOPICS);
    if (countsBefore.isPresent()) {
      all = all.union(spark.createDataFrame(rows(countsBefore.get()), BLOCK_TOPICS));
    }
    checkpoints.write(facts.sweep(), JSON.valueToTree(facts), all);
  }

  /** Ranges of words stand where blocks have their numbers, as -1, -2 and so on. */
  private static List<Row> rows(TopicCounts counts) {
    List<Row> rows = new ArrayList<>();
    counts.packed().forEach(range -> rows.add(RowFactory.create(-1 - rows.size(), range)));
    return rows;
  }

  Optional<State> newest() {
    return checkpoints
        .newest()
        .map(state -> state(JSON.convertValue(state.facts(), Facts.class), state.rows()));
  }

  private State state(Facts facts, Dataset<Row> rows) {
    return new State(
        facts,
        rows.where(col(BLOCK).geq(0))
            .select(col(BLOCK), col(TOPICS))
            .javaRDD()
            .mapToPair(row -> new Tuple2<>(row.getInt(0), chars(row.<byte[]>getAs(1)))),
        counts(
            rows.where(col(BLOCK).lt(0)).orderBy(col(BLOCK).desc()).select(TOPICS).collectAsList(),
            facts.alphaWeights().size()));
  }

  private Optional<TopicCounts> counts(List<Row> ranges, int topicCount) {
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    byte[][] packed = ranges.stream().map(range -> range.<byte[]>getAs(0)).toArray(byte[][]::new);
    return Optional.of(new TopicCounts(vocabularySize, topicCount, packed));
  }

  void clear() {
    checkpoints.clear();
  }

  private static byte[] bytes(char[] topics) {
    ByteBuffer bytes = ByteBuffer.allocate(Character.BYTES * topics.length);
    bytes.asCharBuffer().put(topics);
    return bytes.array();
  }

  private static char[] chars(byte[] bytes) {
    char[] topics = new char[bytes.length / Character.BYTES];
    ByteBuffer.wrap(bytes).asCharBuffer().get(topics);
    return topics;
  }
}
