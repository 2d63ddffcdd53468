package org.almagest.warehouse;

/** Tells whether files, published or of a run, are there, and as long as they were. */
public interface WholeFiles {
  /**
   * Whether a file is.
   *
   * @param path below the warehouse, once it is published
   */
  boolean isWhole(String path, long bytes);

  /** Whether all files of a table are. */
  default boolean isWhole(TableSnapshot table) {
    return table.files().stream().allMatch(file -> isWhole(file.path(), file.bytes()));
  }

  /** Whether a file that is no table is. */
  default boolean isWhole(DocumentSnapshot document) {
    return isWhole(document.path(), document.bytes());
  }
}
