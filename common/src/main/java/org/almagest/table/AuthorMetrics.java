package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One author in the co-author graph. */
public final class AuthorMetrics {
  public static final TableColumn AUTHOR_ID =
      TableColumn.required("author_id", DataTypes.StringType, "The author.");
  public static final TableColumn DEGREE =
      TableColumn.required("degree", DataTypes.IntegerType, "Co-authors.");
  public static final TableColumn STRENGTH =
      TableColumn.required("strength", DataTypes.DoubleType, "Sum of weight_full over the edges.");
  public static final TableColumn PAGERANK =
      TableColumn.required(
          "pagerank",
          DataTypes.DoubleType,
          "PageRank with damping 0.85 over edges weighted by papers together; " + "sums to 1.");
  public static final TableColumn COMPONENT_ID =
      TableColumn.required(
          "component_id",
          DataTypes.IntegerType,
          "Connected component, from 0; larger ones come first, ties by smallest " + "author_id.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers.");
  public static final TableColumn FRACTIONAL_PAPERS =
      TableColumn.required(
          "fractional_papers",
          DataTypes.DoubleType,
          "Sum of 1 / number of authors over the papers.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "author_metrics",
          "One author in the co-author graph.",
          List.of(AUTHOR_ID),
          DEGREE,
          STRENGTH,
          PAGERANK,
          COMPONENT_ID,
          PAPERS,
          FRACTIONAL_PAPERS);

  private AuthorMetrics() {}
}
