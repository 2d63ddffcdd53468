package org.almagest.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One paper as one record of one source gives it, before papers that come more than once are
 * merged.
 *
 * @param idSource where {@code sourceId} comes from
 * @param sourceId the canonical id within that source, without prefix
 * @param format the format it was read from, which is the {@code source} column of the papers table
 * @param version orders records of the same paper: the greatest (as a string) is the newest; empty
 *     where the source does not tell. ISO dates by convention.
 * @param title in one line, trimmed, never empty
 * @param abstractText as written apart from outer white space; empty where the source has none
 * @param authorCount number of authors; may be known without their names
 * @param authors in order; empty where the source does not name them
 * @param publishedDate first publication
 * @param updatedDate last change of the content, where the source has one
 * @param year year of publication; may be known without a date
 * @param primaryCategory the source's main category
 * @param categories all categories in the source's order, the primary one included
 * @param venue journal or conference as written
 * @param doi lower-case, without resolver prefix; the first one where the source gives several
 * @param language ISO 639-1 code where the source gives it
 * @param commentCount comments or discussion posts at capture time
 * @param upvotes votes at capture time
 * @param organization the organisation a page shows in place of authors
 * @param references {@code paper_id}s of the cited papers, in order, without duplicates
 */
public record PaperRecord(
    PaperSource idSource,
    String sourceId,
    CorpusFormat format,
    String version,
    String title,
    Optional<String> abstractText,
    OptionalInt authorCount,
    List<AuthorName> authors,
    Optional<LocalDate> publishedDate,
    Optional<LocalDate> updatedDate,
    OptionalInt year,
    Optional<String> primaryCategory,
    List<String> categories,
    Optional<String> venue,
    Optional<String> doi,
    Optional<String> language,
    OptionalInt commentCount,
    OptionalInt upvotes,
    Optional<String> organization,
    List<String> references) {
  /** Records that name more authors are rejected; the longest lists there are have some 15,000. */
  public static final int MAX_AUTHORS = 100_000;

  public PaperRecord {
    Objects.requireNonNull(idSource);
    Objects.requireNonNull(format);
    Objects.requireNonNull(version);
    if (sourceId.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a paper needs an id and a title");
    }
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    references = List.copyOf(references);
  }

  /** {@code <source>:<id>}: unique over all sources. */
  public String paperId() {
    return idSource.prefix() + ":" + sourceId;
  }
}
