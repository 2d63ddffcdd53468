package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One of the papers that are most cited together with a paper. */
public final class Cocitation {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.");
  public static final TableColumn RANK =
      TableColumn.required(
          "rank",
          DataTypes.IntegerType,
          "Place by falling cosine, from 1; among equal ones by falling number shared, then by id.");
  public static final TableColumn OTHER_ID =
      TableColumn.required("other_id", DataTypes.StringType, "The other paper of the corpus.");
  public static final TableColumn SHARED =
      TableColumn.required(
          "shared_citations",
          DataTypes.IntegerType,
          "Papers that cite both, at least citations.coupling-min-shared; those that cite more than"
              + " citations.coupling-max-papers papers of the corpus are left out here and below.");
  public static final TableColumn COSINE =
      TableColumn.required(
          "cosine",
          DataTypes.DoubleType,
          "shared_citations over the geometric mean of the two numbers of citations, from above 0 to"
              + " 1.");
  public static final TableColumn ASSOCIATION =
      TableColumn.required(
          "association_strength",
          DataTypes.DoubleType,
          "shared_citations over what they would share by chance: the product of the two numbers of"
              + " citations over the number of all citing papers.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "cocitation",
          "One of the papers that are most cited together with a paper.",
          List.of(PAPER_ID, RANK),
          OTHER_ID,
          SHARED,
          COSINE,
          ASSOCIATION);

  private Cocitation() {}
}
