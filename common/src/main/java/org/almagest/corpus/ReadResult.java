package org.almagest.corpus;

import java.util.Arrays;
import java.util.Objects;

/** What a reader makes of one record: a paper, a reference of one, or why it is neither. */
public sealed interface ReadResult {
  /** Most bytes of a rejected record that are kept. */
  int MAX_KEPT_BYTES = 4096;

  /** 1-based line of the decompressed file or archive member on which the record starts. */
  long position();

  /** A paper that was read. */
  record Accepted(PaperRecord paper, long position) implements ReadResult {
    public Accepted {
      Objects.requireNonNull(paper);
    }
  }

  /**
   * A reference on its own, as lists of citations have them. The citing paper stands in another
   * record, perhaps in another file, or nowhere.
   *
   * @param citing as {@link WorkIds#canonical} writes it
   * @param cited as {@link WorkIds#canonical} writes it
   */
  record Reference(String citing, String cited, long position) implements ReadResult {
    public Reference {
      Objects.requireNonNull(citing);
      Objects.requireNonNull(cited);
    }
  }

  /**
   * A record that could not be read. It costs no other record anything.
   *
   * @param reason what kind of fault
   * @param detail one sentence on the fault, without the record's text
   * @param raw the first {@link #MAX_KEPT_BYTES} bytes of the record as they stand in the file
   */
  @SuppressWarnings("ArrayRecordComponent") // equals and hashCode below compare the bytes
  record Rejected(RejectReason reason, String detail, long position, byte[] raw)
      implements ReadResult {
    public Rejected {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(detail);
      if (raw.length > MAX_KEPT_BYTES) {
        raw = Arrays.copyOf(raw, MAX_KEPT_BYTES);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rejected that
          && reason == that.reason
          && detail.equals(that.detail)
          && position == that.position
          && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
      return Objects.hash(reason, detail, position, Arrays.hashCode(raw));
    }
  }
}
