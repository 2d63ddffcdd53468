package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One of the most characteristic terms of a paper. */
public final class PaperTerms {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn RANK =
      TableColumn.required(
          "rank", DataTypes.IntegerType, "Place by falling tfidf, from 1; ties by term_id.");
  public static final TableColumn TERM_ID =
      TableColumn.required("term_id", DataTypes.IntegerType, "The term.");
  public static final TableColumn TERM =
      TableColumn.required("term", DataTypes.StringType, "Its written form.");
  public static final TableColumn TF =
      TableColumn.required("tf", DataTypes.IntegerType, "Occurrences in title and abstract.");
  public static final TableColumn TFIDF =
      TableColumn.required("tfidf", DataTypes.DoubleType, "tf times idf.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "paper_terms",
          "One of the most characteristic terms of a paper.",
          List.of(PAPER_ID, RANK),
          TERM_ID,
          TERM,
          TF,
          TFIDF);

  private PaperTerms() {}
}
