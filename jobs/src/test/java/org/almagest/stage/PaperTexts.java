package org.almagest.stage;

import java.util.ArrayList;
import java.util.List;
import org.almagest.table.Papers;
import org.apache.spark.sql.Row;

/** A corpus of titles and abstracts. */
public final class PaperTexts {
  private final List<Row> rows = new ArrayList<>();

  /** A paper whose year and abstract may be null. */
  public PaperTexts add(String id, Integer year, String title, String abstractText) {
    rows.add(
        ContractRow.of(Papers.TABLE)
            .with(Papers.PAPER_ID, id)
            .with(Papers.YEAR, year)
            .with(Papers.TITLE, title)
            .with(Papers.ABSTRACT, abstractText)
            .build());
    return this;
  }

  public PaperTexts add(String id, String title) {
    return add(id, 2020, title, null);
  }

  /** Rows of the papers table. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }
}
