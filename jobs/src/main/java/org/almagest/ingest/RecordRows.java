package org.almagest.ingest;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.almagest.author.AuthorIdentity;
import org.almagest.corpus.AuthorName;
import org.almagest.corpus.PaperRecord;
import org.almagest.corpus.ReadResult;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What readers return, as rows of {@link RecordSchema}. */
final class RecordRows {
  private RecordRows() {}

  static Row of(ReadResult result, String sourceFile, AuthorIdentity identity) {
    if (result instanceof ReadResult.Accepted accepted) {
      return accepted(accepted, sourceFile, identity);
    }
    ReadResult.Rejected rejected = (ReadResult.Rejected) result;
    Object[] values = new Object[RecordSchema.SCHEMA.size()];
    // No paper id looks like this, so a reject meets nothing in the merge.
    values[0] = "reject " + sourceFile + " " + rejected.position();
    int at = RecordSchema.CONTENT_END;
    values[at++] = sourceFile;
    values[at++] = rejected.position();
    values[at++] = 1L;
    values[at++] = rejected.reason().label();
    values[at++] = rejected.detail();
    values[at] = rejected.raw();
    return RowFactory.create(values);
  }

  private static Row accepted(
      ReadResult.Accepted accepted, String sourceFile, AuthorIdentity identity) {
    PaperRecord paper = accepted.paper();
    Object[] values = new Object[RecordSchema.SCHEMA.size()];
    values[0] = paper.paperId();
    values[1] = paper.version();
    values[4] = paper.format().label();
    values[5] = paper.sourceId();
    int at = RecordSchema.CONTENT_START;
    values[at++] = paper.title();
    values[at++] = paper.abstractText().orElse(null);
    values[at++] = boxed(paper.authorCount());
    values[at++] = date(paper.publishedDate());
    values[at++] = date(paper.updatedDate());
    values[at++] = boxed(paper.year());
    values[at++] = paper.primaryCategory().orElse(null);
    values[at++] = paper.categories().toArray();
    values[at++] = paper.venue().orElse(null);
    values[at++] = paper.doi().orElse(null);
    values[at++] = paper.language().orElse(null);
    values[at++] = boxed(paper.commentCount());
    values[at++] = boxed(paper.upvotes());
    values[at++] = paper.organization().orElse(null);
    values[at++] = authors(paper.authors(), identity);
    values[at++] = paper.references().toArray();
    values[at++] = sourceFile;
    values[at++] = accepted.position();
    values[at] = 1L;
    values[2] = filledFields(values);
    values[3] = ContentHash.of(values);
    return RowFactory.create(values);
  }

  private static Object[] authors(List<AuthorName> names, AuthorIdentity identity) {
    return names.stream()
        .map(
            name ->
                RowFactory.create(
                    identity.authorId(name), name.rawName(), name.affiliation().orElse(null)))
        .toArray();
  }

  private static int filledFields(Object[] values) {
    int filled = 0;
    for (int i = RecordSchema.CONTENT_START; i < RecordSchema.CONTENT_END; i++) {
      if (values[i] instanceof Object[] items ? items.length > 0 : values[i] != null) {
        filled++;
      }
    }
    return filled;
  }

  private static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  private static Date date(Optional<LocalDate> value) {
    return value.map(Date::valueOf).orElse(null);
  }
}
