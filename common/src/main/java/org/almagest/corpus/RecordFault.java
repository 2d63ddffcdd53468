package org.almagest.corpus;

/** A fault inside one record; the reader turns it into a {@link ReadResult.Rejected}. */
final class RecordFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  RecordFault(RejectReason reason, String detail) {
    // Without a stack trace: it is control flow, and a bad file throws one a record.
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** The record as rejected for this fault. */
  ReadResult.Rejected at(long position, byte[] raw) {
    return new ReadResult.Rejected(reason, getMessage(), position, raw);
  }
}
