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
  public static final TableColumn IN_GIANT_COMPONENT =
      TableColumn.required(
          "in_giant_component",
          DataTypes.BooleanType,
          "Whether its component is larger than any other.");
  public static final TableColumn COMMUNITY_ID =
      TableColumn.optional(
          "community_id",
          DataTypes.IntegerType,
          "Community by the Leiden algorithm with modularity, from 0; in a first snapshot larger ones"
              + " come first, and later a community keeps its number as long as it continues, by"
              + " the rule of community_lineage. Null in a graph of more edges than"
              + " graph.max-local-edges and graph.max-community-edges.");
  public static final TableColumn CORE_NUMBER =
      TableColumn.required(
          "core_number",
          DataTypes.IntegerType,
          "Largest k such that the author is in a group in which all have k co-authors.");
  public static final TableColumn CLUSTERING =
      TableColumn.optional(
          "clustering",
          DataTypes.DoubleType,
          "Share of pairs of co-authors who wrote together, too, from 0 to 1; null with fewer than"
              + " two co-authors.");
  public static final TableColumn BETWEENNESS =
      TableColumn.optional(
          "betweenness",
          DataTypes.DoubleType,
          "Pairs of authors whose shortest paths go through the author, in parts where there are"
              + " several paths; estimated from coauthors.centrality-samples authors.");
  public static final TableColumn BETWEENNESS_ERROR =
      TableColumn.optional(
          "betweenness_error", DataTypes.DoubleType, "Standard error of betweenness.");
  public static final TableColumn HARMONIC_CLOSENESS =
      TableColumn.optional(
          "harmonic_closeness",
          DataTypes.DoubleType,
          "Mean of 1 / distance to all other authors, 0 for those not reached; estimated as"
              + " betweenness.");
  public static final TableColumn HARMONIC_CLOSENESS_ERROR =
      TableColumn.optional(
          "harmonic_closeness_error",
          DataTypes.DoubleType,
          "Standard error of harmonic_closeness.");
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
          IN_GIANT_COMPONENT,
          COMMUNITY_ID,
          CORE_NUMBER,
          CLUSTERING,
          BETWEENNESS,
          BETWEENNESS_ERROR,
          HARMONIC_CLOSENESS,
          HARMONIC_CLOSENESS_ERROR,
          PAPERS,
          FRACTIONAL_PAPERS);

  private AuthorMetrics() {}
}
