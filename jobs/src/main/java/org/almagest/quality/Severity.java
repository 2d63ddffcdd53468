package org.almagest.quality;

import java.util.Locale;

/** What follows from a check that fails. */
enum Severity {
  /** Nothing is published, unless a person accepts it. */
  ERROR,
  /** It is recorded and told. */
  WARN;

  /** As tables and documents have it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
