package org.almagest.digest;

import java.util.List;

/**
 * An edition as it was written: what is sent is this, also when the tables have become others.
 *
 * @param key which one
 * @param subject of a message
 * @param html the HTML edition
 * @param text the plain-text edition
 * @param papers ids of the papers that it tells of
 * @param version of the warehouse from which it was made
 */
public record WrittenEdition(
    EditionKey key, String subject, String html, String text, List<String> papers, long version) {
  public WrittenEdition {
    papers = List.copyOf(papers);
  }

  /** Writes an edition out. */
  public static WrittenEdition of(Edition edition, long version) {
    return new WrittenEdition(
        edition.key(),
        edition.subject(),
        EditionHtml.of(edition),
        EditionText.of(edition),
        edition.papers().stream().map(DigestPaper::id).toList(),
        version);
  }
}
