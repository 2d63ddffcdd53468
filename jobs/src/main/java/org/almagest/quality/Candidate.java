package org.almagest.quality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that are to be published, and the snapshot on which they build. */
public interface Candidate {
  /** The tables that the run wrote. */
  List<TableContract> written();

  /** Whether the candidate has that table, be it new or taken over. */
  boolean has(TableContract contract);

  /** Number of rows of a table that it has. */
  long rows(TableContract contract);

  /** A table that it has. */
  Dataset<Row> read(TableContract contract);

  /**
   * Number of rows of a table in the snapshot before, if it had it. That is the last accepted one:
   * what was refused was never published.
   */
  OptionalLong rowsBefore(TableContract contract);

  /** A table of the snapshot before, if it had it. */
  Optional<Dataset<Row>> readBefore(TableContract contract);

  /** The snapshot before in words, such as {@code version 7}. */
  String before();
}
