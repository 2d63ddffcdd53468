package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** A paper that is not as the snapshot before had it. */
public final class Changes {
  public static final TableColumn PAPER_ID =
      TableColumn.required("paper_id", DataTypes.StringType, "The paper.").ofDistinctValues();
  public static final TableColumn KIND =
      TableColumn.required(
          "kind",
          DataTypes.StringType,
          "added (the snapshot before did not have it), changed, or gone (only the snapshot before"
              + " had it).");
  public static final TableColumn FIELDS =
      TableColumn.strings(
          "fields",
          "What of a changed paper differs, sorted: columns of papers, authors (names and their"
              + " order), affiliations and references; empty for an added or gone one.");

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "changes",
          "A paper that the last ingest found added, changed or gone, compared with the snapshot on"
              + " which it built.",
          List.of(PAPER_ID),
          KIND,
          FIELDS);

  private Changes() {}
}
