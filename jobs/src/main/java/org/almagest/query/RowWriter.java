package org.almagest.query;

import java.io.IOException;
import java.util.List;

/** Writes the rows of a query's result as they come. */
public interface RowWriter {
  /**
   * A column of the result.
   *
   * @param numeric whether its values are numbers
   */
  record Column(String name, boolean numeric) {}

  /** Called once, before the rows. */
  void begin(List<Column> columns) throws IOException;

  /** One row: a value for each column, null where there is none. */
  void row(Object[] values) throws IOException;

  /** Called once, after the rows. */
  void end() throws IOException;
}
