package org.almagest.terms;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.almagest.table.Papers;
import org.almagest.table.Vocabulary;
import org.almagest.text.Phrases;
import org.almagest.text.StopWords;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** From papers to the vocabulary. */
final class VocabularyTransforms {
  static final String TERM_KEY = "term_key";

  /** Counts kept in a task before they are handed on: bounds its memory to some 100 MB. */
  private static final int FORMS_IN_MEMORY = 500_000;

  private static final StructType FORM_COUNTS =
      new StructType()
          .add(TERM_KEY, DataTypes.StringType)
          .add("form", DataTypes.StringType)
          .add("papers", DataTypes.LongType)
          .add("occurrences", DataTypes.LongType);

  private VocabularyTransforms() {}

  /**
   * The terms within the limits, with key, written form, frequencies and idf = ln((papers + 1) /
   * (document frequency + 1)), numbered from the most frequent one.
   *
   * @param phrases what takes the place of its words
   * @param paperCount number of papers in the corpus
   */
  static Dataset<Row> vocabulary(
      Dataset<Row> papers, Broadcast<Phrases> phrases, TermsConfig config, long paperCount) {
    long mostPapers = (long) Math.floor(config.maxDocumentFrequencyShare() * paperCount);
    Dataset<Row> terms =
        frequencies(papers, phrases, config.stopWords())
            .where(
                Vocabulary.DOCUMENT_FREQUENCY
                    .col()
                    .between(config.minDocumentFrequency(), Math.max(1, mostPapers)));
    return withIdf(terms, paperCount)
        .orderBy(Vocabulary.DOCUMENT_FREQUENCY.col().desc(), col(TERM_KEY))
        .limit(config.vocabularySize());
  }

  /**
   * The terms of an earlier vocabulary, in their order, as {@link #vocabulary}: with the
   * frequencies that they have in these papers, which may be 0.
   *
   * @param kept key, number and written form of each
   */
  static Dataset<Row> recounted(
      Dataset<Row> kept,
      Dataset<Row> papers,
      Broadcast<Phrases> phrases,
      StopWords stopWords,
      long paperCount) {
    Dataset<Row> counted =
        kept.join(
            frequencies(papers, phrases, stopWords).drop(Vocabulary.TERM.name()), TERM_KEY, "left");
    String[] frequencies = {
      Vocabulary.DOCUMENT_FREQUENCY.name(), Vocabulary.COLLECTION_FREQUENCY.name()
    };
    return withIdf(counted.na().fill(0L, frequencies), paperCount)
        .orderBy(Vocabulary.TERM_ID.col());
  }

  private static Dataset<Row> withIdf(Dataset<Row> terms, long paperCount) {
    return terms.withColumn(
        Vocabulary.IDF.name(),
        log(lit((double) paperCount + 1).divide(Vocabulary.DOCUMENT_FREQUENCY.col().plus(1))));
  }

  /** Written form and frequencies of each key that any paper has. */
  private static Dataset<Row> frequencies(
      Dataset<Row> papers, Broadcast<Phrases> phrases, StopWords stopWords) {
    Dataset<Row> forms =
        papers
            .select(Papers.TITLE.col(), Papers.ABSTRACT.col())
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> {
                      TermCounter counter = new TermCounter(stopWords, phrases.value());
                      return new Batches(rows, some -> countForms(some, counter));
                    },
                Encoders.row(FORM_COUNTS));
    return forms
        .groupBy(TERM_KEY, "form")
        .agg(sum("papers").as("papers"), sum("occurrences").as("occurrences"))
        .groupBy(TERM_KEY)
        .agg(
            // The most frequent form; the struct settles ties, so that the choice is stable.
            max_by(col("form"), struct(col("occurrences"), col("form"))).as(Vocabulary.TERM.name()),
            sum("papers").as(Vocabulary.DOCUMENT_FREQUENCY.name()),
            sum("occurrences").as(Vocabulary.COLLECTION_FREQUENCY.name()));
  }

  /** Numbers the terms of a vocabulary, which is small enough for one machine by its setting. */
  static List<Row> numbered(Dataset<Row> vocabulary) {
    List<Row> terms =
        vocabulary
            .select(
                col(TERM_KEY),
                Vocabulary.TERM.col(),
                Vocabulary.DOCUMENT_FREQUENCY.col(),
                Vocabulary.COLLECTION_FREQUENCY.col(),
                Vocabulary.IDF.col())
            .collectAsList();
    return IntStream.range(0, terms.size())
        .mapToObj(
            id -> {
              Row term = terms.get(id);
              return RowFactory.create(
                  term.get(0), id, term.get(1), term.get(2), term.get(3), term.get(4));
            })
        .toList();
  }

  /**
   * Frequencies of each written form. A paper counts once for a key, with the form that it uses
   * first, so that the papers of a key's forms add up to its document frequency.
   */
  private static List<Row> countForms(Iterator<Row> papers, TermCounter counter) {
    Map<String, Map<String, long[]>> counts = new HashMap<>();
    Map<String, Boolean> seen = new HashMap<>();
    int[] forms = new int[1];
    while (papers.hasNext() && forms[0] < FORMS_IN_MEMORY) {
      seen.clear();
      counter.visit(
          papers.next(),
          (key, start, words) -> {
            long[] count =
                counts
                    .computeIfAbsent(key, k -> new HashMap<>(2))
                    .computeIfAbsent(
                        counter.form(start, words),
                        f -> {
                          forms[0]++;
                          return new long[2];
                        });
            count[0] += seen.putIfAbsent(key, true) == null ? 1 : 0;
            count[1]++;
          });
    }
    List<Row> rows = new ArrayList<>(forms[0]);
    counts.forEach(
        (key, ofKey) ->
            ofKey.forEach((form, c) -> rows.add(RowFactory.create(key, form, c[0], c[1]))));
    return rows;
  }
}
