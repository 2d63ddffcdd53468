package org.almagest.ingest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Makes one record of all those of a paper, field by field: of each field the first value in the
 * order newest version, most fields filled, content digest. None of these depends on the order or
 * the number of files; only where the very same content stands in several places does the first
 * path count.
 */
final class RecordMerge implements Iterator<IngestRecord> {
  private static final Comparator<IngestRecord> LEADING_FIRST =
      comparing((IngestRecord r) -> r.text(RecordField.VERSION), nullsLast(reverseOrder()))
          .thenComparing(IngestRecord::filledFields, reverseOrder())
          .thenComparing(IngestRecord::digest)
          .thenComparing(r -> r.text(RecordField.SOURCE), nullsFirst(naturalOrder()))
          .thenComparing(r -> r.text(RecordField.SOURCE_FILE))
          .thenComparing(r -> r.number(RecordField.SOURCE_POSITION));

  private final Iterator<Tuple2<UTF8String, byte[]>> sorted;
  private Tuple2<UTF8String, byte[]> next;

  /**
   * @param sorted encoded records by rising {@link RecordField#MERGE_KEY}
   */
  RecordMerge(Iterator<Tuple2<UTF8String, byte[]>> sorted) {
    this.sorted = sorted;
    this.next = sorted.hasNext() ? sorted.next() : null;
  }

  /**
   * The merged records of some keys, one after the other.
   *
   * @param sorted as above
   */
  static Stream<IngestRecord> stream(
      Iterator<Tuple2<UTF8String, byte[]>> sorted, Predicate<UTF8String> keys) {
    Iterable<Tuple2<UTF8String, byte[]>> all = () -> sorted;
    Iterable<IngestRecord> merged =
        () ->
            new RecordMerge(
                StreamSupport.stream(all.spliterator(), false)
                    .filter(record -> keys.test(record._1()))
                    .iterator());
    return StreamSupport.stream(merged.spliterator(), false);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public IngestRecord next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    UTF8String key = next._1();
    IngestRecord first = RecordCodec.decode(next._2());
    advance();
    if (next == null || !next._1().equals(key)) {
      return consistent(first);
    }
    List<IngestRecord> group = new ArrayList<>(List.of(first));
    while (next != null && next._1().equals(key)) {
      group.add(RecordCodec.decode(next._2()));
      advance();
    }
    return consistent(merged(group));
  }

  private void advance() {
    next = sorted.hasNext() ? sorted.next() : null;
  }

  private static IngestRecord merged(List<IngestRecord> group) {
    group.sort(LEADING_FIRST);
    IngestRecord merged = new IngestRecord();
    for (IngestRecord record : group) {
      for (RecordField field : RecordField.all()) {
        if (!merged.has(field)) {
          merged.with(field, record.get(field));
        }
      }
    }
    return merged.with(
        RecordField.RECORD_COUNT,
        group.stream().mapToLong(record -> record.number(RecordField.RECORD_COUNT)).sum());
  }

  /** Fields that say the same must not come from different records, nor differ within one. */
  private static IngestRecord consistent(IngestRecord merged) {
    if (merged.has(RecordField.PUBLISHED_DATE)) {
      LocalDate published = LocalDate.ofEpochDay(merged.number(RecordField.PUBLISHED_DATE));
      merged.with(RecordField.YEAR, published.getYear());
    }
    if (merged.has(RecordField.AUTHORS)) {
      merged.with(RecordField.AUTHOR_COUNT, merged.authors().length);
    }
    return merged;
  }
}
