package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One of the papers whose references are most like those of a paper. */
public final class BibliographicCoupling {
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
          "shared_references",
          DataTypes.IntegerType,
          "Works that both cite, in the corpus or not, at least citations.coupling-min-shared; those"
              + " that more than citations.coupling-max-papers papers cite are left out here and"
              + " below.");
  public static final TableColumn COSINE =
      TableColumn.required(
          "cosine",
          DataTypes.DoubleType,
          "shared_references over the geometric mean of the two numbers of references, from above 0"
              + " to 1.");
  public static final TableColumn ASSOCIATION =
      TableColumn.required(
          "association_strength",
          DataTypes.DoubleType,
          "shared_references over what they would share by chance: the product of the two numbers of"
              + " references over the number of all cited works.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "bibliographic_coupling",
          "One of the papers whose references are most like those of a paper; references to works"
              + " outside the corpus count as all others do.",
          List.of(PAPER_ID, RANK),
          OTHER_ID,
          SHARED,
          COSINE,
          ASSOCIATION);

  private BibliographicCoupling() {}
}
