package org.almagest.corpus;

import java.util.Locale;

/** Why a record, or a whole file, was not read: the {@code reason} column of rejected_records. */
public enum RejectReason {
  /** Not the syntax of its format: broken JSON, a row with too few or too many columns. */
  MALFORMED_RECORD,
  /** No id, or one that no canonical id can be made of. */
  INVALID_ID,
  /** No title. */
  MISSING_TITLE,
  /** Bytes that are not UTF-8, or a lone surrogate in an escape. */
  INVALID_TEXT,
  /** A date or number that cannot be one. */
  INVALID_VALUE,
  /** Longer than the largest record allowed. */
  RECORD_TOO_LONG,
  /** More authors than any paper has. */
  TOO_MANY_AUTHORS,
  /** A Daily Papers paper that is dated after its page's edition. */
  DATE_AFTER_EDITION,
  /** Daily Papers blocks that do not pair up as title and abstract. */
  UNPAIRED_BLOCKS,
  /** The rest of the file could not be read: truncated, corrupt, or of no known format. */
  UNREADABLE_FILE;

  /** The name in tables: lower case with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
