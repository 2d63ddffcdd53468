package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** What the authors of one community did in a period. */
public final class CommunityPeriods {
  public static final TableColumn COMMUNITY_ID =
      TableColumn.required(
          "community_id", DataTypes.IntegerType, "The community, of the graph of all years.");
  public static final TableColumn PERIOD_START =
      TableColumn.required(
          "period_start",
          DataTypes.IntegerType,
          "First year of the period, a multiple of coauthors.period-years.");
  public static final TableColumn PERIOD_END =
      TableColumn.required("period_end", DataTypes.IntegerType, "Its last year.");
  public static final TableColumn SIZE =
      TableColumn.required(
          "size", DataTypes.LongType, "Authors of it with a paper of the period, at least 1.");
  public static final TableColumn PAPERS =
      TableColumn.required(
          "papers", DataTypes.LongType, "Papers of the period with an author of it.");
  public static final TableColumn FRACTIONAL_PAPERS =
      TableColumn.required(
          "fractional_papers",
          DataTypes.DoubleType,
          "Sum of its authors' shares of these papers, 1 / number of authors each.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "community_periods",
          "What the authors of one community did in a period.",
          List.of(COMMUNITY_ID, PERIOD_START),
          PERIOD_END,
          SIZE,
          PAPERS,
          FRACTIONAL_PAPERS);

  private CommunityPeriods() {}
}
