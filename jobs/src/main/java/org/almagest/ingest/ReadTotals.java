package org.almagest.ingest;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.corpus.RejectReason;

/** What was read, counted by each task while it writes, so that nothing is read again for it. */
final class ReadTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  private long records;
  private long rejected;
  private long unreadableFiles;
  private long listedReferences;
  private long references;
  private long referencesOfOthers;
  private FirstReject firstRejected;
  private FirstReject firstUnreadable;

  /**
   * A record that could not be read, for a message.
   *
   * @param file where it stands
   * @param position line, from 1
   * @param detail why
   */
  record FirstReject(String file, long position, String detail) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Counts a merged record. */
  void add(IngestRecord record) {
    long count = record.number(RecordField.RECORD_COUNT);
    if (record.isReject()) {
      reject(record, count);
    } else if (record.isReference()) {
      listedReferences += count;
      records += count;
    } else {
      records += count;
    }
  }

  private void reject(IngestRecord record, long count) {
    FirstReject reject =
        new FirstReject(
            record.text(RecordField.SOURCE_FILE).toString(),
            record.number(RecordField.SOURCE_POSITION),
            record.text(RecordField.REJECT_DETAIL).toString());
    if (record
        .text(RecordField.REJECT_REASON)
        .toString()
        .equals(RejectReason.UNREADABLE_FILE.label())) {
      unreadableFiles += count;
      firstUnreadable = earlier(firstUnreadable, reject);
    } else {
      records += count;
      rejected += count;
      firstRejected = earlier(firstRejected, reject);
    }
  }

  /** Counts the references of a paper, or of a work outside the corpus. */
  void addReferences(IngestRecord record) {
    int count = record.texts(RecordField.REFERENCES).length;
    references += count;
    referencesOfOthers += record.isReference() ? count : 0;
  }

  void add(ReadTotals other) {
    records += other.records;
    rejected += other.rejected;
    unreadableFiles += other.unreadableFiles;
    listedReferences += other.listedReferences;
    references += other.references;
    referencesOfOthers += other.referencesOfOthers;
    firstRejected = earlier(firstRejected, other.firstRejected);
    firstUnreadable = earlier(firstUnreadable, other.firstUnreadable);
  }

  private static FirstReject earlier(FirstReject one, FirstReject other) {
    return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(FirstReject::file).thenComparing(FirstReject::position))
        .orElse(null);
  }

  /** Records that were read, with the rejected ones and references on their own. */
  long records() {
    return records;
  }

  /** Records that could not be read. */
  long rejected() {
    return rejected;
  }

  /** Files that could not be read to their end. */
  long unreadableFiles() {
    return unreadableFiles;
  }

  /** References that came on their own. */
  long listedReferences() {
    return listedReferences;
  }

  /** References of papers and of works outside the corpus. */
  long references() {
    return references;
  }

  /** References by works outside the corpus. */
  long referencesOfOthers() {
    return referencesOfOthers;
  }

  /** The first rejected record by file and line; there must be one. */
  FirstReject firstRejected() {
    return firstRejected;
  }

  /** The first unreadable file; there must be one. */
  FirstReject firstUnreadable() {
    return firstUnreadable;
  }
}
