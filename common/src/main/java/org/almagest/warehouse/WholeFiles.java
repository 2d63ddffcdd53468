package org.almagest.warehouse;

/** Tells whether files, published or of a run, are there and as long as they were. */
public interface WholeFiles {
  /** Whether all files of a table are. */
  boolean isWhole(TableSnapshot table);

  /** Whether a file that is no table is. */
  boolean isWhole(DocumentSnapshot document);
}
