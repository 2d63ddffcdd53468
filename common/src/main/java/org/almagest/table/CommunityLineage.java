package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** What became of a community of authors since the snapshot before. */
public final class CommunityLineage {
  public static final TableColumn EVENT =
      TableColumn.required("event", DataTypes.IntegerType, "Number of the event, from 0.");
  public static final TableColumn KIND =
      TableColumn.required(
          "kind",
          DataTypes.StringType,
          "continued (each is the other's best match by jaccard, and they share more than half of"
              + " the smaller), split (more than half of the community was in the previous one,"
              + " which has other parts or lives on elsewhere), merged (more than half of the"
              + " previous one is in the community, which takes in others or continues another),"
              + " born or died (none of these).");
  public static final TableColumn PREVIOUS_COMMUNITY_ID =
      TableColumn.optional(
          "previous_community_id",
          DataTypes.IntegerType,
          "The community before; null for one that is born.");
  public static final TableColumn COMMUNITY_ID =
      TableColumn.optional(
          "community_id", DataTypes.IntegerType, "The community now; null for one that died.");
  public static final TableColumn SHARED_AUTHORS =
      TableColumn.required(
          "shared_authors", DataTypes.LongType, "Authors of both; 0 where there is only one.");
  public static final TableColumn JACCARD =
      TableColumn.required(
          "jaccard",
          DataTypes.DoubleType,
          "shared_authors over the authors of at least one of them; 0 where there is only one.");
  public static final TableColumn PREVIOUS_SIZE =
      TableColumn.required(
          "previous_size", DataTypes.LongType, "Authors before; 0 for one that is born.");
  public static final TableColumn SIZE =
      TableColumn.required("size", DataTypes.LongType, "Authors now; 0 for one that died.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "community_lineage",
          "What became of a community of authors since the snapshot before; none of one author.",
          List.of(EVENT),
          KIND,
          PREVIOUS_COMMUNITY_ID,
          COMMUNITY_ID,
          SHARED_AUTHORS,
          JACCARD,
          PREVIOUS_SIZE,
          SIZE);

  private CommunityLineage() {}
}
