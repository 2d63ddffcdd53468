package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One of the most probable terms of a topic. */
public final class TopicTerms {
  public static final TableColumn TOPIC_ID =
      TableColumn.required("topic_id", DataTypes.IntegerType, "The topic.");
  public static final TableColumn RANK =
      TableColumn.required("rank", DataTypes.IntegerType, "Place by falling probability, from 1.");
  public static final TableColumn TERM =
      TableColumn.required("term", DataTypes.StringType, "Written form of the term.");
  public static final TableColumn PROBABILITY =
      TableColumn.required("probability", DataTypes.DoubleType, "P(term | topic).");
  public static final TableColumn RELEVANCE =
      TableColumn.required(
          "relevance",
          DataTypes.DoubleType,
          "0.6 ln P(term | topic) + 0.4 ln (P(term | topic) / P(term)), after "
              + "Sievert and Shirley (2014).");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "topic_terms",
          "One of the most probable terms of a topic.",
          List.of(TOPIC_ID, RANK),
          TERM,
          PROBABILITY,
          RELEVANCE);

  private TopicTerms() {}
}
