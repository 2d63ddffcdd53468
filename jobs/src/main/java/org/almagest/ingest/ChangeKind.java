package org.almagest.ingest;

import java.util.Locale;

/** What became of a paper since the snapshot before. */
enum ChangeKind {
  ADDED,
  CHANGED,
  GONE;

  /** As the table changes has it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
