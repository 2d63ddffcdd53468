package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One term of the corpus: a word or a phrase. */
public final class Vocabulary {
  public static final TableColumn TERM_ID =
      TableColumn.required(
          "term_id",
          DataTypes.IntegerType,
          "Number of the term, from 0; more frequent terms come first, at the time when the vocabulary"
              + " was found.");
  public static final TableColumn TERM =
      TableColumn.required(
          "term",
          DataTypes.StringType,
          "The word, or phrase of two or three words, in its most frequent written form.");
  public static final TableColumn DOCUMENT_FREQUENCY =
      TableColumn.required(
          "document_frequency",
          DataTypes.LongType,
          "Papers that hold the term; a word inside a phrase does not count. 0 only where"
              + " terms.refresh kept the term.");
  public static final TableColumn COLLECTION_FREQUENCY =
      TableColumn.required(
          "collection_frequency",
          DataTypes.LongType,
          "Occurrences over all papers, counted in the same way.");
  public static final TableColumn IDF =
      TableColumn.required(
          "idf", DataTypes.DoubleType, "ln((papers + 1) / (document_frequency + 1)).");
  public static final TableColumn WORDS =
      TableColumn.required(
          "words", DataTypes.IntegerType, "Number of words: 1 for a word, 2 or 3 for a phrase.");
  public static final TableColumn NPMI =
      TableColumn.optional(
          "npmi",
          DataTypes.DoubleType,
          "How much more often than by chance the words of a phrase stand side by side: normalised"
              + " pointwise mutual information, at most 1; null for a word.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "vocabulary",
          "One term of the corpus: a word or a phrase.",
          List.of(TERM_ID),
          TERM,
          DOCUMENT_FREQUENCY,
          COLLECTION_FREQUENCY,
          IDF,
          WORDS,
          NPMI);

  private Vocabulary() {}
}
