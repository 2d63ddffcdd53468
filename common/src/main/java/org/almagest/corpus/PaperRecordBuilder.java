package org.almagest.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Collects the fields of a {@link PaperRecord}. Setters take what readers have in hand: a null or
 * blank string means "absent", and counts below zero are refused.
 */
public final class PaperRecordBuilder {
  private final PaperSource idSource;
  private final String sourceId;
  private final CorpusFormat format;
  private final String title;
  private String version = "";
  private Optional<String> abstractText = Optional.empty();
  private OptionalInt authorCount = OptionalInt.empty();
  private List<AuthorName> authors = List.of();
  private Optional<LocalDate> publishedDate = Optional.empty();
  private Optional<LocalDate> updatedDate = Optional.empty();
  private OptionalInt year = OptionalInt.empty();
  private Optional<String> primaryCategory = Optional.empty();
  private List<String> categories = List.of();
  private Optional<String> venue = Optional.empty();
  private Optional<String> doi = Optional.empty();
  private Optional<String> language = Optional.empty();
  private OptionalInt commentCount = OptionalInt.empty();
  private OptionalInt upvotes = OptionalInt.empty();
  private Optional<String> organization = Optional.empty();
  private List<String> references = List.of();

  /** Starts a record with what none may lack. */
  public PaperRecordBuilder(
      PaperSource idSource, String sourceId, CorpusFormat format, String title) {
    this.idSource = idSource;
    this.sourceId = sourceId;
    this.format = format;
    this.title = title;
  }

  /** See {@link PaperRecord#version()}. */
  public PaperRecordBuilder version(String value) {
    version = value;
    return this;
  }

  /** See {@link PaperRecord#abstractText()}. */
  public PaperRecordBuilder abstractText(String value) {
    abstractText = present(value);
    return this;
  }

  /** Author count of a source that does not name its authors. */
  public PaperRecordBuilder authorCount(int value) {
    authorCount = counted("author count", value);
    return this;
  }

  /** Named authors; sets the author count, too. */
  public PaperRecordBuilder authors(List<AuthorName> value) {
    authors = value;
    if (!value.isEmpty()) {
      authorCount = OptionalInt.of(value.size());
    }
    return this;
  }

  /**
   * {@link #authors} as a source names them.
   *
   * @throws RecordFault {@link RejectReason#TOO_MANY_AUTHORS} for more than {@value
   *     PaperRecord#MAX_AUTHORS}
   */
  PaperRecordBuilder authorsAsRead(List<AuthorName> value) throws RecordFault {
    if (value.size() > PaperRecord.MAX_AUTHORS) {
      throw new RecordFault(
          RejectReason.TOO_MANY_AUTHORS,
          String.format(
              Locale.ROOT,
              "The record names %,d authors; the most that a paper can have is %,d.",
              value.size(),
              PaperRecord.MAX_AUTHORS));
    }
    return authors(value);
  }

  /** Publication date; sets the year, too. */
  public PaperRecordBuilder publishedDate(LocalDate value) {
    publishedDate = Optional.of(value);
    year = OptionalInt.of(value.getYear());
    return this;
  }

  /** See {@link PaperRecord#updatedDate()}. */
  public PaperRecordBuilder updatedDate(LocalDate value) {
    updatedDate = Optional.of(value);
    return this;
  }

  /** Publication year of a record without a full date. */
  public PaperRecordBuilder year(int value) {
    year = OptionalInt.of(value);
    return this;
  }

  /** See {@link PaperRecord#primaryCategory()}. */
  public PaperRecordBuilder primaryCategory(String value) {
    primaryCategory = present(value);
    return this;
  }

  /** See {@link PaperRecord#categories()}. */
  public PaperRecordBuilder categories(List<String> value) {
    categories = value;
    return this;
  }

  /** See {@link PaperRecord#venue()}. */
  public PaperRecordBuilder venue(String value) {
    venue = present(value);
    return this;
  }

  /** See {@link PaperRecord#doi()}; {@link Identifiers#normaliseDoi} makes it canonical. */
  public PaperRecordBuilder doi(Optional<String> value) {
    doi = value;
    return this;
  }

  /** See {@link PaperRecord#language()}. */
  public PaperRecordBuilder language(String value) {
    language = present(value);
    return this;
  }

  /** See {@link PaperRecord#commentCount()}. */
  public PaperRecordBuilder commentCount(int value) {
    commentCount = counted("comment count", value);
    return this;
  }

  /** See {@link PaperRecord#upvotes()}. */
  public PaperRecordBuilder upvotes(int value) {
    upvotes = counted("upvotes", value);
    return this;
  }

  /** See {@link PaperRecord#organization()}. */
  public PaperRecordBuilder organization(String value) {
    organization = present(value);
    return this;
  }

  /** See {@link PaperRecord#references()}. */
  public PaperRecordBuilder references(List<String> value) {
    references = value;
    return this;
  }

  /** The finished record. */
  public PaperRecord build() {
    return new PaperRecord(
        idSource,
        sourceId,
        format,
        version,
        title,
        abstractText,
        authorCount,
        authors,
        publishedDate,
        updatedDate,
        year,
        primaryCategory,
        categories,
        venue,
        doi,
        language,
        commentCount,
        upvotes,
        organization,
        references);
  }

  private static Optional<String> present(String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  private static OptionalInt counted(String what, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " is " + value + "; it cannot be negative");
    }
    return OptionalInt.of(value);
  }
}
