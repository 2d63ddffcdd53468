package org.almagest.ingest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * The fields of records on their way from a reader to the tables: papers, references on their own
 * and rejects have one shape, so that the input is read once.
 */
enum RecordField {
  /**
   * Records with the same key are one paper. The key of a reference on its own is made of both ids,
   * and a rejected record's is its place.
   */
  MERGE_KEY(Kind.TEXT),
  /** Newest first decides between records of one paper. */
  VERSION(Kind.TEXT),
  SOURCE(Kind.TEXT),
  SOURCE_ID(Kind.TEXT),
  SOURCE_FILE(Kind.TEXT),
  SOURCE_POSITION(Kind.LONG),
  /** How many records were read for this one. */
  RECORD_COUNT(Kind.LONG),
  /**
   * Of a reference on its own the id of the citing work; the cited one is its only {@link
   * #REFERENCES reference}, until those of a work outside the corpus are brought together. Null in
   * any other record.
   */
  CITING(Kind.TEXT),

  // The content of a paper, in the order of the papers table.
  TITLE(Kind.TEXT),
  ABSTRACT(Kind.TEXT),
  AUTHOR_COUNT(Kind.INT),
  PUBLISHED_DATE(Kind.DAY),
  UPDATED_DATE(Kind.DAY),
  YEAR(Kind.INT),
  PRIMARY_CATEGORY(Kind.TEXT),
  CATEGORIES(Kind.TEXTS),
  VENUE(Kind.TEXT),
  DOI(Kind.TEXT),
  LANGUAGE(Kind.TEXT),
  COMMENT_COUNT(Kind.INT),
  UPVOTES(Kind.INT),
  ORGANIZATION(Kind.TEXT),
  AUTHORS(Kind.AUTHORS),
  REFERENCES(Kind.TEXTS),

  REJECT_REASON(Kind.TEXT),
  REJECT_DETAIL(Kind.TEXT),
  REJECT_RAW(Kind.BYTES);

  /** What values are, in Java. */
  enum Kind {
    /** {@code UTF8String}. */
    TEXT,
    /** {@code Integer}. */
    INT,
    /** {@code Integer}: days since 1970-01-01. */
    DAY,
    /** {@code Long}. */
    LONG,
    /** {@code byte[]}. */
    BYTES,
    /** {@code UTF8String[]}. */
    TEXTS,
    /** {@code RecordAuthor[]}. */
    AUTHORS
  }

  private static final List<RecordField> ALL = List.of(values());

  /** The fields that make up a paper's content. */
  static final List<RecordField> CONTENT = List.copyOf(EnumSet.range(TITLE, REFERENCES));

  private final Kind kind;

  RecordField(Kind kind) {
    this.kind = kind;
  }

  static List<RecordField> all() {
    return ALL;
  }

  Kind kind() {
    return kind;
  }

  /** The field that a column of that name has its values from. */
  static RecordField ofColumn(String name) {
    return Arrays.stream(values())
        .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no field is called " + name));
  }
}
