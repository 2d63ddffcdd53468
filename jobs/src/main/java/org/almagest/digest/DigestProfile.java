package org.almagest.digest;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to read. A paper is in the digest if any query, topic, author or category
 * matches it; where there are none of these, every paper is.
 *
 * @param name tells profiles apart in the ledger and in names of files: lower-case letters, digits
 *     and hyphens
 * @param title stands above each edition
 * @param queries words that all stand in title or abstract; words in quotation marks stand together
 * @param topics ids of topics, or words of their labels
 * @param authors names, without regard to case and accents, or author ids
 * @param categories such as {@code cs.DB}, or {@code cs.*} for all that begin so
 * @param newPapers most new papers of an edition
 * @param trendingPapers most trending papers of an edition
 * @param mail how to send it, where it is to be sent
 */
public record DigestProfile(
    String name,
    String title,
    List<String> queries,
    List<String> topics,
    List<String> authors,
    List<String> categories,
    int newPapers,
    int trendingPapers,
    Optional<MailSettings> mail) {
  /** Of the profile where no file is given. */
  public static final String DEFAULT_NAME = "all";

  static final String DEFAULT_TITLE = "Almagest digest";
  static final int DEFAULT_NEW_PAPERS = 30;
  static final int DEFAULT_TRENDING_PAPERS = 10;

  public DigestProfile {
    queries = List.copyOf(queries);
    topics = List.copyOf(topics);
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** All papers, for nobody in particular. */
  public static DigestProfile ofEverything() {
    return new DigestProfile(
        DEFAULT_NAME,
        DEFAULT_TITLE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        DEFAULT_NEW_PAPERS,
        DEFAULT_TRENDING_PAPERS,
        Optional.empty());
  }
}
