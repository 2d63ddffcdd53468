package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One community of authors who write together. */
public final class Communities {
  public static final TableColumn COMMUNITY_ID =
      TableColumn.required(
          "community_id",
          DataTypes.IntegerType,
          "Number of the community, as in author_metrics; those of one author are left out.");
  public static final TableColumn SIZE =
      TableColumn.required("size", DataTypes.LongType, "Authors.");
  public static final TableColumn PAPERS =
      TableColumn.required("papers", DataTypes.LongType, "Papers with an author of it.");
  public static final TableColumn FRACTIONAL_PAPERS =
      TableColumn.required(
          "fractional_papers",
          DataTypes.DoubleType,
          "Sum of its authors' shares of papers, 1 / number of authors each.");
  public static final TableColumn LABEL =
      TableColumn.optional(
          "label",
          DataTypes.StringType,
          "The three terms with the greatest sum of TF-IDF over its authors' shares of papers;"
              + " null if no paper has terms.");
  public static final TableColumn TOP_AUTHORS =
      TableColumn.required(
          "top_authors",
          DataTypes.createArrayType(DataTypes.StringType, false),
          "author_id of up to five authors, by falling PageRank.");
  public static final TableColumn TOP_AUTHOR_NAMES =
      TableColumn.strings("top_author_names", "Their names.");
  public static final TableColumn TOP_TOPICS =
      TableColumn.integers(
          "top_topics",
          "topic_id of up to three topics, by falling paper_weight in community_topics; ties by"
              + " number.");
  public static final TableColumn EDGES =
      TableColumn.required("edges", DataTypes.LongType, "Pairs of its authors who wrote together.");
  public static final TableColumn DENSITY =
      TableColumn.required(
          "density",
          DataTypes.DoubleType,
          "Internal density: edges over those that there could be, n (n - 1) / 2.");
  public static final TableColumn MODULARITY =
      TableColumn.required(
          "modularity",
          DataTypes.DoubleType,
          "What it adds to the modularity of the graph, w / m - (s / 2m)^2: w the weight of the"
              + " edges within, s the strength of its authors, m the weight of all edges.");
  public static final TableColumn FIRST_YEAR =
      TableColumn.optional("first_year", DataTypes.IntegerType, "Year of its first paper.");
  public static final TableColumn LAST_YEAR =
      TableColumn.optional("last_year", DataTypes.IntegerType, "Year of its last paper.");

  public static final TableColumn ACTIVE_YEARS =
      TableColumn.required(
          "active_years",
          DataTypes.LongType,
          "Years in which it has a paper, those unknown left out.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "communities",
          "One community of authors who write together.",
          List.of(COMMUNITY_ID),
          SIZE,
          PAPERS,
          FRACTIONAL_PAPERS,
          LABEL,
          TOP_AUTHORS,
          TOP_AUTHOR_NAMES,
          TOP_TOPICS,
          EDGES,
          DENSITY,
          MODULARITY,
          FIRST_YEAR,
          LAST_YEAR,
          ACTIVE_YEARS);

  private Communities() {}
}
