package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One term of the corpus. */
public final class Vocabulary {
  public static final TableColumn TERM_ID =
      TableColumn.required(
          "term_id",
          DataTypes.IntegerType,
          "Number of the term, from 0; more frequent terms come first.");
  public static final TableColumn TERM =
      TableColumn.required(
          "term", DataTypes.StringType, "The word in its most frequent written form.");
  public static final TableColumn DOCUMENT_FREQUENCY =
      TableColumn.required("document_frequency", DataTypes.LongType, "Papers that hold the term.");
  public static final TableColumn COLLECTION_FREQUENCY =
      TableColumn.required(
          "collection_frequency", DataTypes.LongType, "Occurrences over all papers.");
  public static final TableColumn IDF =
      TableColumn.required(
          "idf", DataTypes.DoubleType, "ln((papers + 1) / (document_frequency + 1)).");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "vocabulary",
          "One term of the corpus.",
          List.of(TERM_ID),
          TERM,
          DOCUMENT_FREQUENCY,
          COLLECTION_FREQUENCY,
          IDF);

  private Vocabulary() {}
}
