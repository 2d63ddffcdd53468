package org.almagest.corpus;

import java.util.Objects;
import java.util.Optional;

/**
 * One author as a source names them on one paper.
 *
 * @param rawName the name exactly as written, which is never blank
 * @param sourceAuthorId the source's own canonical author id such as {@code openalex:A123}, where
 *     it has one
 * @param affiliation affiliations as written, joined with {@code "; "}, where given
 */
public record AuthorName(
    String rawName, Optional<String> sourceAuthorId, Optional<String> affiliation) {
  public AuthorName {
    Objects.requireNonNull(sourceAuthorId);
    Objects.requireNonNull(affiliation);
    if (rawName.isBlank()) {
      throw new IllegalArgumentException("an author's name is blank");
    }
  }

  /** An author of whom only the name is known. */
  public static AuthorName of(String rawName) {
    return new AuthorName(rawName, Optional.empty(), Optional.empty());
  }
}
