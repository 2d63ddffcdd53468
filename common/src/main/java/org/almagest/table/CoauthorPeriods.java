package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The co-author graph of a period. */
public final class CoauthorPeriods {
  public static final TableColumn SPAN =
      TableColumn.required(
          "span",
          DataTypes.StringType,
          "window: papers of the years of the period; cumulative: of all years up to its last.");
  public static final TableColumn PERIOD_START =
      TableColumn.required(
          "period_start",
          DataTypes.IntegerType,
          "First year of the period, a multiple of coauthors.period-years.");
  public static final TableColumn PERIOD_END =
      TableColumn.required("period_end", DataTypes.IntegerType, "Its last year.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers that name their authors.");
  public static final TableColumn AUTHORS =
      TableColumn.required(
          "authors", DataTypes.IntegerType, "Authors of these papers: the nodes of the graph.");
  public static final TableColumn EDGES =
      TableColumn.required(
          "edges",
          DataTypes.IntegerType,
          "Pairs of them who share one of the papers, but for those of more than"
              + " coauthors.max-authors-per-paper authors.");
  public static final TableColumn COMPONENTS =
      TableColumn.required(
          "components",
          DataTypes.IntegerType,
          "Connected components, authors without co-authors included.");
  public static final TableColumn GIANT_SHARE =
      TableColumn.required(
          "giant_share",
          DataTypes.DoubleType,
          "Authors of the largest component over all authors.");
  public static final TableColumn DENSITY =
      TableColumn.optional(
          "density",
          DataTypes.DoubleType,
          "Edges over those that there could be, n (n - 1) / 2; null for one author.");
  public static final TableColumn MEAN_CLUSTERING =
      TableColumn.optional(
          "mean_clustering",
          DataTypes.DoubleType,
          "Mean local clustering coefficient (Watts and Strogatz 1998) of the authors with two"
              + " co-authors; null without any.");
  public static final TableColumn TRANSITIVITY =
      TableColumn.optional(
          "transitivity",
          DataTypes.DoubleType,
          "Three times the triangles over the connected triples (Newman, Watts and Strogatz 2002);"
              + " null without any.");
  public static final TableColumn COMMUNITIES =
      TableColumn.required(
          "communities",
          DataTypes.IntegerType,
          "Communities of two authors and more that the Leiden algorithm finds in this graph.");
  public static final TableColumn MODULARITY =
      TableColumn.optional(
          "modularity",
          DataTypes.DoubleType,
          "Modularity of these communities, edges weighted by papers together; null without"
              + " edges.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "coauthor_periods",
          "The co-author graph of a period.",
          List.of(SPAN, PERIOD_START),
          PERIOD_END,
          PAPERS,
          AUTHORS,
          EDGES,
          COMPONENTS,
          GIANT_SHARE,
          DENSITY,
          MEAN_CLUSTERING,
          TRANSITIVITY,
          COMMUNITIES,
          MODULARITY);

  private CoauthorPeriods() {}
}
