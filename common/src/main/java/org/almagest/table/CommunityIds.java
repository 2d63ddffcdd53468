package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** How far the ids of communities of authors have come. */
public final class CommunityIds {
  public static final TableColumn LARGEST_COMMUNITY_ID =
      TableColumn.required(
          "largest_community_id",
          DataTypes.IntegerType,
          "Largest community_id that the warehouse has given so far, also to communities that are"
              + " gone: none is given twice.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "community_ids",
          "How far the ids of communities of authors have come: one row, or none as long as there"
              + " was no community.",
          List.of(LARGEST_COMMUNITY_ID));

  private CommunityIds() {}
}
