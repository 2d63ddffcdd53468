package org.almagest.ingest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.almagest.author.AuthorIdentity;
import org.almagest.corpus.AuthorName;
import org.almagest.corpus.CorpusFormat;
import org.almagest.corpus.PaperRecordBuilder;
import org.almagest.corpus.PaperSource;
import org.almagest.corpus.ReadResult;
import org.almagest.corpus.RejectReason;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Function1;
import scala.Tuple2;

/** Records as the parser hands them to the merge. */
final class Records {
  private Records() {}

  /** A record of an OpenAlex work in line {@code position} of a file. */
  static IngestRecord of(
      String id, String file, long position, UnaryOperator<PaperRecordBuilder> fields) {
    PaperRecordBuilder builder =
        new PaperRecordBuilder(PaperSource.OPENALEX, id, CorpusFormat.OPENALEX, "Title of " + id);
    return RecordFactory.of(
        new ReadResult.Accepted(fields.apply(builder).build(), position),
        file,
        AuthorIdentity.FOLDED_NAME);
  }

  /** A reference on its own in line {@code position} of a file. */
  static IngestRecord reference(String citing, String cited, String file, long position) {
    return RecordFactory.of(
        new ReadResult.Reference(citing, cited, position), file, AuthorIdentity.FOLDED_NAME);
  }

  static IngestRecord rejected(String file, long position, String raw) {
    return RecordFactory.of(
        new ReadResult.Rejected(
            RejectReason.MALFORMED_RECORD,
            "It is broken.",
            position,
            raw.getBytes(StandardCharsets.UTF_8)),
        file,
        AuthorIdentity.FOLDED_NAME);
  }

  static List<AuthorName> authors(String... names) {
    return Arrays.stream(names).map(AuthorName::of).toList();
  }

  /** One of few papers, with few distinct values, so that ties are common. */
  static IngestRecord random(Random random, int i) {
    if (random.nextInt(30) == 0) {
      return rejected("file" + random.nextInt(4), i, "raw");
    }
    return of(
        "W" + random.nextInt(45),
        "file" + random.nextInt(4),
        i,
        p -> {
          p.version(random.nextBoolean() ? "" : "202" + random.nextInt(3));
          if (random.nextBoolean()) {
            p.abstractText("abstract " + random.nextInt(3));
          }
          if (random.nextBoolean()) {
            p.authors(authors("Ann Lee", "Bo Ek " + random.nextInt(2)));
          }
          if (random.nextBoolean()) {
            p.publishedDate(LocalDate.of(2000 + random.nextInt(3), 1, 1));
          }
          if (random.nextBoolean()) {
            p.references(List.of("openalex:W" + random.nextInt(3)));
          }
          if (random.nextBoolean()) {
            p.upvotes(random.nextInt(2));
          }
          return p;
        });
  }

  /** As they travel between tasks. */
  static List<Tuple2<UTF8String, byte[]>> encoded(List<IngestRecord> records) {
    return records.stream()
        .map(record -> new Tuple2<>(record.text(RecordField.MERGE_KEY), RecordCodec.encode(record)))
        .toList();
  }

  /** Merged, by rising key. */
  static List<IngestRecord> merged(List<IngestRecord> records) {
    List<IngestRecord> merged = new ArrayList<>();
    new RecordMerge(
            encoded(records).stream()
                .sorted(Comparator.comparing((Tuple2<UTF8String, byte[]> pair) -> pair._1()))
                .iterator())
        .forEachRemaining(merged::add);
    return merged;
  }

  /** The rows that those records make, as a table that was written. */
  static Dataset<Row> dataset(
      SparkSession spark,
      StructType schema,
      List<IngestRecord> records,
      Function<IngestRecord, List<InternalRow>> rowsOf) {
    Function1<Object, Object> toRow = CatalystTypeConverters.createToScalaConverter(schema);
    return spark.createDataFrame(
        records.stream()
            .flatMap(record -> rowsOf.apply(record).stream())
            .map(row -> (Row) toRow.apply(row))
            .toList(),
        schema);
  }

  /** The same values as text, for comparison. */
  static String comparable(InternalRow row, StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> String.valueOf(row.get(schema.fieldIndex(field.name()), field.dataType())))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
