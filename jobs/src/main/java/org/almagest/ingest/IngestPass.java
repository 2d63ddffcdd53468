package org.almagest.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Changes;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableContract;
import org.almagest.warehouse.TaskTables;
import org.almagest.warehouse.TaskWriter;
import org.almagest.warehouse.WrittenFiles;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * The pass over all records in which tasks bring those of a paper together, merge them and write
 * every table. Each record is parsed once and sent once.
 */
final class IngestPass {
  /** Name of the rows that {@link CitationJoin} takes. */
  static final String REFERENCES = "references";

  private final JavaPairRDD<UTF8String, byte[]> records;
  private final Partitioner partitioner;

  /**
   * What one task did.
   *
   * @param files what it wrote
   * @param totals what it counted
   */
  private record Part(WrittenFiles files, ReadTotals totals) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What the pass did.
   *
   * @param files what was written
   * @param totals what was counted
   */
  record Outcome(List<WrittenFiles> files, ReadTotals totals) {}

  /**
   * @param read encoded records by key, in any order
   * @param tasks in how many parts to merge
   */
  IngestPass(JavaPairRDD<UTF8String, byte[]> read, int tasks) {
    partitioner = new HashPartitioner(tasks);
    records = read.repartitionAndSortWithinPartitions(partitioner, Comparator.naturalOrder());
  }

  /** The tables that the pass writes; of changes only where there is nothing to compare with. */
  static List<TableContract> tables(boolean isFirstSnapshot) {
    List<TableContract> tables =
        new ArrayList<>(
            List.of(Papers.TABLE, Authorships.TABLE, Affiliations.TABLE, RejectedRecords.TABLE));
    if (isFirstSnapshot) {
      tables.add(Changes.TABLE);
    }
    return tables;
  }

  /**
   * Writes the tables.
   *
   * @param expectsLists whether references on their own are expected; where they come unexpected,
   *     as in an archive behind other files, all is written a second time
   * @param check of what was read, which may throw
   */
  Outcome run(TaskTables tables, boolean expectsLists, Consumer<ReadTotals> check) {
    Outcome outcome = once(tables, expectsLists);
    check.accept(outcome.totals());
    return !expectsLists && outcome.totals().listedReferences() > 0 ? once(tables, true) : outcome;
  }

  private Outcome once(TaskTables tables, boolean withLists) {
    JavaRDD<Part> written =
        withLists
            ? records.zipPartitions(
                ReferenceLists.of(records, partitioner),
                (part, lists) -> write(part, lists, tables))
            : records.mapPartitions(part -> write(part, Collections.emptyIterator(), tables));
    List<Part> parts = written.collect();
    ReadTotals totals = new ReadTotals();
    parts.forEach(part -> totals.add(part.totals()));
    return new Outcome(parts.stream().map(Part::files).toList(), totals);
  }

  private static Iterator<Part> write(
      Iterator<Tuple2<UTF8String, byte[]>> records,
      Iterator<Tuple2<UTF8String, UTF8String>> lists,
      TaskTables tables)
      throws IOException {
    ReadTotals totals = new ReadTotals();
    Iterator<IngestRecord> merged =
        RecordMerge.stream(records, key -> true).peek(totals::add).iterator();
    try (TaskWriter writer = tables.open(TaskContext.getPartitionId())) {
      Iterator<IngestRecord> joined = new ListedReferences(merged, lists);
      while (joined.hasNext()) {
        IngestRecord record = joined.next();
        totals.addReferences(record);
        write(record, writer);
      }
      return List.of(new Part(writer.finish(), totals)).iterator();
    }
  }

  private static void write(IngestRecord record, TaskWriter writer) {
    if (record.isReject()) {
      writer.write(RejectedRecords.TABLE.name(), IngestTables.rejected(record));
      return;
    }
    IngestTables.references(record).forEach(row -> writer.write(REFERENCES, row));
    if (record.isReference()) {
      return;
    }
    writer.write(Papers.TABLE.name(), IngestTables.paper(record));
    IngestTables.authorships(record).forEach(row -> writer.write(Authorships.TABLE.name(), row));
    IngestTables.affiliations(record).forEach(row -> writer.write(Affiliations.TABLE.name(), row));
    if (writer.writes(Changes.TABLE.name())) {
      writer.write(Changes.TABLE.name(), IngestTables.added(record));
    }
  }
}
