package org.almagest.ingest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Merged records without references on their own. Those are at the end of their paper's list, by
 * rising id, each once and only where the paper's own record does not have it. Where the citing
 * work is no paper of the corpus, its references are one record, with the work's id as {@link
 * RecordField#MERGE_KEY} and {@link RecordField#CITING}, and no field of a paper but these.
 *
 * <p>Both inputs rise, so that no more than one work's references are held.
 */
final class ListedReferences implements Iterator<IngestRecord> {
  private final Iterator<IngestRecord> merged;
  private final Iterator<Tuple2<UTF8String, UTF8String>> cited;
  private IngestRecord record;
  private Tuple2<UTF8String, UTF8String> pair;

  /**
   * @param merged records by rising {@link RecordField#MERGE_KEY}; references on their own are
   *     passed over
   * @param cited what {@link ReferenceLists#of} has for the same partition
   */
  ListedReferences(Iterator<IngestRecord> merged, Iterator<Tuple2<UTF8String, UTF8String>> cited) {
    this.merged = merged;
    this.cited = cited;
    advanceRecord();
    advancePair();
  }

  @Override
  public boolean hasNext() {
    return record != null || pair != null;
  }

  @Override
  public IngestRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int order = order();
    if (order > 0) {
      return outside();
    }
    IngestRecord next = record;
    if (order == 0) {
      Set<UTF8String> all = new LinkedHashSet<>(Arrays.asList(next.texts(RecordField.REFERENCES)));
      all.addAll(list());
      next.with(RecordField.REFERENCES, all.toArray(UTF8String[]::new));
    }
    advanceRecord();
    return next;
  }

  /** Below 0 where the record comes before the pair. */
  private int order() {
    if (record == null) {
      return 1;
    }
    return pair == null ? -1 : record.text(RecordField.MERGE_KEY).compareTo(pair._1());
  }

  private IngestRecord outside() {
    UTF8String citing = pair._1();
    return new IngestRecord()
        .with(RecordField.MERGE_KEY, (Object) citing)
        .with(RecordField.CITING, (Object) citing)
        .with(RecordField.REFERENCES, list().toArray(UTF8String[]::new));
  }

  /** What the work of the pair at hand cites, by rising id; the next pair is of another. */
  private Set<UTF8String> list() {
    UTF8String citing = pair._1();
    Set<UTF8String> list = new TreeSet<>();
    while (pair != null && pair._1().equals(citing)) {
      list.add(pair._2());
      advancePair();
    }
    return list;
  }

  private void advanceRecord() {
    do {
      record = merged.hasNext() ? merged.next() : null;
    } while (record != null && record.isReference());
  }

  private void advancePair() {
    pair = cited.hasNext() ? cited.next() : null;
  }
}
