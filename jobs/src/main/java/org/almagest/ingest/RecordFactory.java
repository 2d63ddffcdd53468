package org.almagest.ingest;

import static org.almagest.ingest.RecordField.ABSTRACT;
import static org.almagest.ingest.RecordField.AUTHORS;
import static org.almagest.ingest.RecordField.AUTHOR_COUNT;
import static org.almagest.ingest.RecordField.CATEGORIES;
import static org.almagest.ingest.RecordField.CITING;
import static org.almagest.ingest.RecordField.COMMENT_COUNT;
import static org.almagest.ingest.RecordField.DOI;
import static org.almagest.ingest.RecordField.LANGUAGE;
import static org.almagest.ingest.RecordField.MERGE_KEY;
import static org.almagest.ingest.RecordField.ORGANIZATION;
import static org.almagest.ingest.RecordField.PRIMARY_CATEGORY;
import static org.almagest.ingest.RecordField.PUBLISHED_DATE;
import static org.almagest.ingest.RecordField.RECORD_COUNT;
import static org.almagest.ingest.RecordField.REFERENCES;
import static org.almagest.ingest.RecordField.REJECT_DETAIL;
import static org.almagest.ingest.RecordField.REJECT_RAW;
import static org.almagest.ingest.RecordField.REJECT_REASON;
import static org.almagest.ingest.RecordField.SOURCE;
import static org.almagest.ingest.RecordField.SOURCE_FILE;
import static org.almagest.ingest.RecordField.SOURCE_ID;
import static org.almagest.ingest.RecordField.SOURCE_POSITION;
import static org.almagest.ingest.RecordField.TITLE;
import static org.almagest.ingest.RecordField.UPDATED_DATE;
import static org.almagest.ingest.RecordField.UPVOTES;
import static org.almagest.ingest.RecordField.VENUE;
import static org.almagest.ingest.RecordField.VERSION;
import static org.almagest.ingest.RecordField.YEAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.almagest.author.AuthorIdentity;
import org.almagest.corpus.PaperRecord;
import org.almagest.corpus.ReadResult;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes records of what readers return. */
final class RecordFactory {
  // No paper id looks like the keys of others, which so meet no paper in the merge.
  private static final String REFERENCE = "reference ";
  private static final UTF8String REFERENCE_KEY = UTF8String.fromString(REFERENCE);

  private RecordFactory() {}

  /** Whether a record of that {@link RecordField#MERGE_KEY} is a reference on its own. */
  static boolean isKeyOfReference(UTF8String mergeKey) {
    return mergeKey.startsWith(REFERENCE_KEY);
  }

  static IngestRecord of(ReadResult result, String sourceFile, AuthorIdentity identity) {
    IngestRecord record =
        new IngestRecord()
            .with(SOURCE_FILE, sourceFile)
            .with(SOURCE_POSITION, result.position())
            .with(RECORD_COUNT, 1L);
    if (result instanceof ReadResult.Accepted accepted) {
      return accepted(record, accepted.paper(), identity);
    }
    return result instanceof ReadResult.Reference reference
        ? reference(record, reference)
        : rejected(record, (ReadResult.Rejected) result, sourceFile);
  }

  private static IngestRecord accepted(
      IngestRecord record, PaperRecord paper, AuthorIdentity identity) {
    return record
        .with(MERGE_KEY, paper.paperId())
        .with(VERSION, paper.version())
        .with(SOURCE, paper.format().label())
        .with(SOURCE_ID, paper.sourceId())
        .with(TITLE, paper.title())
        .with(ABSTRACT, text(paper.abstractText()))
        .with(AUTHOR_COUNT, boxed(paper.authorCount()))
        .with(PUBLISHED_DATE, day(paper.publishedDate()))
        .with(UPDATED_DATE, day(paper.updatedDate()))
        .with(YEAR, boxed(paper.year()))
        .with(PRIMARY_CATEGORY, text(paper.primaryCategory()))
        .with(CATEGORIES, texts(paper.categories()))
        .with(VENUE, text(paper.venue()))
        .with(DOI, text(paper.doi()))
        .with(LANGUAGE, text(paper.language()))
        .with(COMMENT_COUNT, boxed(paper.commentCount()))
        .with(UPVOTES, boxed(paper.upvotes()))
        .with(ORGANIZATION, text(paper.organization()))
        .with(AUTHORS, authors(paper, identity))
        .with(REFERENCES, texts(paper.references()));
  }

  private static IngestRecord reference(IngestRecord record, ReadResult.Reference reference) {
    // The length keeps different pairs apart whatever is in them.
    String key =
        REFERENCE
            + reference.citing().length()
            + " "
            + reference.citing()
            + " "
            + reference.cited();
    return record
        .with(MERGE_KEY, key)
        .with(CITING, reference.citing())
        .with(REFERENCES, texts(List.of(reference.cited())));
  }

  private static IngestRecord rejected(
      IngestRecord record, ReadResult.Rejected rejected, String sourceFile) {
    // By rising key rejects are in the order of their table: no text is before NUL, nor a longer
    // number before a shorter.
    String key = String.format(Locale.ROOT, "reject %s\0%019d", sourceFile, rejected.position());
    return record
        .with(MERGE_KEY, key)
        .with(REJECT_REASON, rejected.reason().label())
        .with(REJECT_DETAIL, rejected.detail())
        .with(REJECT_RAW, rejected.raw());
  }

  private static RecordAuthor[] authors(PaperRecord paper, AuthorIdentity identity) {
    if (paper.authors().isEmpty()) {
      return null;
    }
    RecordAuthor[] authors = new RecordAuthor[paper.authors().size()];
    for (int i = 0; i < authors.length; i++) {
      authors[i] = RecordAuthor.of(paper.authors().get(i), identity);
    }
    return authors;
  }

  private static UTF8String[] texts(List<String> items) {
    if (items.isEmpty()) {
      return null;
    }
    UTF8String[] texts = new UTF8String[items.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = UTF8String.fromString(items.get(i));
    }
    return texts;
  }

  private static UTF8String text(Optional<String> value) {
    return value.map(UTF8String::fromString).orElse(null);
  }

  private static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  private static Integer day(Optional<LocalDate> value) {
    return value.map(date -> (int) date.toEpochDay()).orElse(null);
  }
}
