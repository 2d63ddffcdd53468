package org.almagest.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
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

/** Records as the parser hands them to the merge. */
final class Records {
  private Records() {}

  /** A record of an OpenAlex work in line {@code position} of a file. */
  static Row of(String id, String file, long position, UnaryOperator<PaperRecordBuilder> fields) {
    PaperRecordBuilder builder =
        new PaperRecordBuilder(PaperSource.OPENALEX, id, CorpusFormat.OPENALEX, "Title of " + id);
    return RecordRows.of(
        new ReadResult.Accepted(fields.apply(builder).build(), position),
        file,
        AuthorIdentity.FOLDED_NAME);
  }

  /** A reference on its own in line {@code position} of a file. */
  static Row reference(String citing, String cited, String file, long position) {
    return RecordRows.of(
        new ReadResult.Reference(citing, cited, position), file, AuthorIdentity.FOLDED_NAME);
  }

  static Row rejected(String file, long position, String raw) {
    return RecordRows.of(
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

  /** Merged, having come in that many partitions. */
  static Dataset<Row> merged(SparkSession spark, List<Row> records, int partitions, int tasks) {
    Dataset<Row> read = spark.createDataFrame(records, RecordSchema.SCHEMA).repartition(partitions);
    return RecordMerge.all(read, RecordMerge.repeated(read, tasks));
  }
}
