package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * One paper citing one work. References come from a paper's own record and from lists of citations;
 * one that comes from several counts once. A list may tell of works that are no papers of this
 * corpus: what these cite is kept, so that nothing of the input is lost, but never resolved, so
 * that resolved rows alone are the corpus's citation graph.
 */
public final class Citations {
  public static final TableColumn CITING_ID =
      TableColumn.required(
          "citing_id",
          DataTypes.StringType,
          "The citing paper; from a list of citations also a work outside the corpus.");
  public static final TableColumn CITED_ID =
      TableColumn.required(
          "cited_id", DataTypes.StringType, "The cited work, in the corpus or not.");
  public static final TableColumn RESOLVED =
      TableColumn.required(
          "resolved", DataTypes.BooleanType, "Whether both are papers of this corpus.");
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
