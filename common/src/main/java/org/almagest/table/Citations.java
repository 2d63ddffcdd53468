package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One paper citing one work. */
public final class Citations {
  public static final TableColumn CITING_ID =
      TableColumn.required("citing_id", DataTypes.StringType, "The citing paper.");
  public static final TableColumn CITED_ID =
      TableColumn.required(
          "cited_id", DataTypes.StringType, "The cited work, in the corpus or not.");
  public static final TableColumn RESOLVED =
      TableColumn.required(
          "resolved", DataTypes.BooleanType, "Whether the cited work is a paper of this corpus.");
  public static final TableColumn SELF_CITATION =
      TableColumn.optional(
          "self_citation",
          DataTypes.BooleanType,
          "Whether the two share an author; null where not resolved, or where the authors of one are not"
              + " known.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "citations",
          "One paper citing one work.",
          List.of(CITING_ID, CITED_ID),
          RESOLVED,
          SELF_CITATION);

  private Citations() {}
}
