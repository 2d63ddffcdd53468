package org.almagest.warehouse;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** The files that one task has written, as it tells the driver. */
public final class WrittenFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  // A TreeMap, since an immutable map of an unknown size is not declared to be serializable.
  private final TreeMap<String, TableFiles.Facts> byTable;

  WrittenFiles(Map<String, TableFiles.Facts> byTable) {
    this.byTable = new TreeMap<>(byTable);
  }

  Map<String, TableFiles.Facts> byTable() {
    return byTable;
  }
}
