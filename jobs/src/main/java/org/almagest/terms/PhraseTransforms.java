package org.almagest.terms;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.almagest.table.Papers;
import org.almagest.text.OccurrenceCounts;
import org.almagest.text.StopWords;
import org.almagest.text.WordSequence;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** From papers to counts of words, of their sequences, and of what may be a phrase. */
final class PhraseTransforms {
  static final String KEY = "key";
  static final String PAPERS = "papers";
  static final String OCCURRENCES = "occurrences";
  static final String NPMI = "npmi";
  static final String SEQUENCE = "sequence";
  static final String TOKENS = "tokens";

  /** Counts kept in a task before they are handed on: bounds its memory to some 100 MB. */
  private static final int WORDS_IN_MEMORY = 500_000;

  /** The same for counts of numbers, which are smaller: some 50 MB. */
  private static final int NUMBERS_IN_MEMORY = 1_000_000;

  private static final StructType WORD_COUNTS = counts(DataTypes.StringType);
  private static final StructType NUMBER_COUNTS = counts(DataTypes.LongType);
  private static final StructType SCORED = NUMBER_COUNTS.add(NPMI, DataTypes.DoubleType);
  private static final StructType SEQUENCES =
      new StructType().add(SEQUENCE, DataTypes.BinaryType).add(TOKENS, DataTypes.LongType);

  private PhraseTransforms() {}

  private static StructType counts(DataType key) {
    return new StructType()
        .add(KEY, key)
        .add(PAPERS, DataTypes.LongType)
        .add(OCCURRENCES, DataTypes.LongType);
  }

  /** Papers and occurrences of each word, by its key. */
  static Dataset<Row> words(Dataset<Row> papers, StopWords stopWords) {
    return sums(
        papers
            .select(Papers.TITLE.col(), Papers.ABSTRACT.col())
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> {
                      WordReader reader = new WordReader(stopWords, Map.of());
                      return new Batches(rows, some -> countWords(some, reader));
                    },
                Encoders.row(WORD_COUNTS)));
  }

  private static List<Row> countWords(Iterator<Row> papers, WordReader reader) {
    Map<String, long[]> counts = new HashMap<>();
    for (long paper = 1; papers.hasNext() && counts.size() < WORDS_IN_MEMORY; paper++) {
      reader.read(papers.next());
      for (int i = 0; i < reader.sequence().length(); i++) {
        if (reader.isWord(i)) {
          // Papers, occurrences, and the last paper seen with the word.
          long[] count = counts.computeIfAbsent(reader.key(i), k -> new long[3]);
          count[0] += count[2] == paper ? 0 : 1;
          count[1]++;
          count[2] = paper;
        }
      }
    }
    List<Row> rows = new ArrayList<>(counts.size());
    counts.forEach((key, c) -> rows.add(RowFactory.create(key, c[0], c[1])));
    return rows;
  }

  /**
   * The words of each paper as {@link WordSequence#encodeRuns} writes them, and its number of
   * tokens that are no stop words.
   *
   * @param numbers number of each word that may be in a phrase
   */
  static Dataset<Row> sequences(
      Dataset<Row> papers, StopWords stopWords, Broadcast<Map<String, Integer>> numbers) {
    return papers
        .select(Papers.TITLE.col(), Papers.ABSTRACT.col())
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> {
                  WordReader reader = new WordReader(stopWords, numbers.value());
                  return new Batches(rows, some -> List.of(sequence(some.next(), reader)));
                },
            Encoders.row(SEQUENCES));
  }

  private static Row sequence(Row paper, WordReader reader) {
    reader.read(paper);
    long tokens = 0;
    for (int i = 0; i < reader.sequence().length(); i++) {
      tokens += reader.isWord(i) ? 1 : 0;
    }
    return RowFactory.create(reader.sequence().encodeRuns(), tokens);
  }

  /** Counts something of a paper's words. */
  @FunctionalInterface
  interface SequenceCounter extends Serializable {
    void count(WordSequence sequence, OccurrenceCounts counts);
  }

  /** Papers and occurrences of what the counter counts. */
  static Dataset<Row> numbers(Dataset<Row> sequences, SequenceCounter counter) {
    return sums(
        sequences
            .select(SEQUENCE)
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> new Batches(rows, some -> countNumbers(some, counter)),
                Encoders.row(NUMBER_COUNTS)));
  }

  private static List<Row> countNumbers(Iterator<Row> sequences, SequenceCounter counter) {
    OccurrenceCounts counts = new OccurrenceCounts();
    WordSequence sequence = new WordSequence();
    while (sequences.hasNext() && counts.size() < NUMBERS_IN_MEMORY) {
      sequence.decode(sequences.next().getAs(0));
      counts.startPaper();
      counter.count(sequence, counts);
    }
    List<Row> rows = new ArrayList<>(counts.size());
    counts.forEach((key, papers, times) -> rows.add(RowFactory.create(key, papers, times)));
    return rows;
  }

  private static Dataset<Row> sums(Dataset<Row> counts) {
    return counts.groupBy(KEY).agg(sum(PAPERS).as(PAPERS), sum(OCCURRENCES).as(OCCURRENCES));
  }

  /** Scores what was counted. */
  @FunctionalInterface
  interface Scorer extends Serializable {
    /** The score of a number that occurs so often; empty if it is no phrase. */
    OptionalDouble npmi(long key, long occurrences);
  }

  /** Those counts that are phrases, with their scores. */
  static Dataset<Row> scored(Dataset<Row> counts, Scorer scorer) {
    return counts
        .select(KEY, PAPERS, OCCURRENCES)
        .flatMap(
            (FlatMapFunction<Row, Row>)
                row -> {
                  OptionalDouble npmi = scorer.npmi(row.getLong(0), row.getLong(2));
                  return npmi.isEmpty()
                      ? List.<Row>of().iterator()
                      : List.of(
                              RowFactory.create(
                                  row.get(0), row.get(1), row.get(2), npmi.getAsDouble()))
                          .iterator();
                },
            Encoders.row(SCORED));
  }

  /** The rows of counts in most papers, at least so many; ties are cut by the key. */
  static List<Row> mostFrequent(Dataset<Row> counts, long minPapers, int most) {
    return counts
        .where(col(PAPERS).geq(minPapers))
        .orderBy(col(PAPERS).desc(), col(KEY))
        .limit(most)
        .collectAsList();
  }
}
