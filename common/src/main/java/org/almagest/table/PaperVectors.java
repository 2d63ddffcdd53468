package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The bag of words of one paper: what topic models train on. */
public final class PaperVectors {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn TERM_IDS =
      TableColumn.integers("term_ids", "Terms of the vocabulary in the paper, rising.");
  public static final TableColumn TERM_COUNTS =
      TableColumn.integers("term_counts", "Occurrences of each, in the same order.");
  public static final TableColumn TOKEN_COUNT =
      TableColumn.required(
          "token_count",
          DataTypes.LongType,
          "Sum of term_counts; 0 for a paper without a term of the vocabulary.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "paper_vectors",
          "The bag of words of one paper: what topic models train on.",
          List.of(PAPER_ID),
          TERM_IDS,
          TERM_COUNTS,
          TOKEN_COUNT);

  private PaperVectors() {}
}
