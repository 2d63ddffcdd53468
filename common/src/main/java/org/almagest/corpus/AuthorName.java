package org.almagest.corpus;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One author as a source names them on one paper.
 *
 * @param rawName the name exactly as written, which is never blank
 * @param sourceAuthorId the source's own canonical author id such as {@code openalex:A123}, where
 *     it has one
 * @param affiliation affiliations as written, joined with {@code "; "}, where given
 * @param affiliations institutions and countries that the source knows, in its order, each once
 */
public record AuthorName(
    String rawName,
    Optional<String> sourceAuthorId,
    Optional<String> affiliation,
    List<Affiliation> affiliations) {
  public AuthorName {
    Objects.requireNonNull(sourceAuthorId);
    Objects.requireNonNull(affiliation);
    if (rawName.isBlank()) {
      throw new IllegalArgumentException("an author's name is blank");
    }
    affiliations = List.copyOf(affiliations);
  }

  /** An author of a source that knows no institutions. */
  public AuthorName(String rawName, Optional<String> sourceAuthorId, Optional<String> affiliation) {
    this(rawName, sourceAuthorId, affiliation, List.of());
  }

  /** An author of whom only the name is known. */
  public static AuthorName of(String rawName) {
    return new AuthorName(rawName, Optional.empty(), Optional.empty());
  }
}
