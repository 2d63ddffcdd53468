package org.almagest.ingest;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.almagest.author.AuthorIdentity;
import org.almagest.corpus.Affiliation;
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
      return accepted(accepted.paper(), accepted.position(), sourceFile, identity);
    }
    return result instanceof ReadResult.Reference reference
        ? reference(reference, sourceFile)
        : rejected((ReadResult.Rejected) result, sourceFile);
  }

  private static Row accepted(
      PaperRecord paper, long position, String sourceFile, AuthorIdentity identity) {
    return RowFactory.create(
        paper.paperId(),
        paper.version(),
        paper.format().label(),
        paper.sourceId(),
        sourceFile,
        position,
        1L,
        null,
        paper.title(),
        paper.abstractText().orElse(null),
        boxed(paper.authorCount()),
        date(paper.publishedDate()),
        date(paper.updatedDate()),
        boxed(paper.year()),
        paper.primaryCategory().orElse(null),
        listed(paper.categories()),
        paper.venue().orElse(null),
        paper.doi().orElse(null),
        paper.language().orElse(null),
        boxed(paper.commentCount()),
        boxed(paper.upvotes()),
        paper.organization().orElse(null),
        listed(paper.authors().stream().map(name -> author(name, identity)).toList()),
        listed(paper.references()),
        null,
        null,
        null);
  }

  private static Row reference(ReadResult.Reference reference, String sourceFile) {
    Object[] values = new Object[RecordSchema.SCHEMA.size()];
    // No paper id looks like this, and the length keeps different pairs apart whatever is in them.
    set(
        values,
        RecordSchema.MERGE_KEY,
        "reference "
            + reference.citing().length()
            + " "
            + reference.citing()
            + " "
            + reference.cited());
    set(values, RecordSchema.CITING, reference.citing());
    set(values, RecordSchema.REFERENCES, new String[] {reference.cited()});
    set(values, RecordSchema.SOURCE_FILE, sourceFile);
    set(values, RecordSchema.SOURCE_POSITION, reference.position());
    set(values, RecordSchema.RECORD_COUNT, 1L);
    return RowFactory.create(values);
  }

  private static Row rejected(ReadResult.Rejected rejected, String sourceFile) {
    Object[] values = new Object[RecordSchema.SCHEMA.size()];
    // No paper id looks like this, so a reject meets nothing in the merge.
    set(values, RecordSchema.MERGE_KEY, "reject " + sourceFile + " " + rejected.position());
    set(values, RecordSchema.SOURCE_FILE, sourceFile);
    set(values, RecordSchema.SOURCE_POSITION, rejected.position());
    set(values, RecordSchema.RECORD_COUNT, 1L);
    set(values, RecordSchema.REJECT_REASON, rejected.reason().label());
    set(values, RecordSchema.REJECT_DETAIL, rejected.detail());
    set(values, RecordSchema.REJECT_RAW, rejected.raw());
    return RowFactory.create(values);
  }

  private static void set(Object[] values, String field, Object value) {
    values[RecordSchema.SCHEMA.fieldIndex(field)] = value;
  }

  private static Row author(AuthorName name, AuthorIdentity identity) {
    return RowFactory.create(
        identity.authorId(name),
        name.rawName(),
        name.affiliation().orElse(null),
        listed(name.affiliations().stream().map(RecordRows::affiliation).toList()));
  }

  private static Row affiliation(Affiliation affiliation) {
    return RowFactory.create(
        affiliation.institutionId().orElse(null),
        affiliation.institutionName().orElse(null),
        affiliation.countryCode().orElse(null));
  }

  private static Object[] listed(List<?> items) {
    return items.isEmpty() ? null : items.toArray();
  }

  private static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  private static Date date(Optional<LocalDate> value) {
    return value.map(Date::valueOf).orElse(null);
  }
}
