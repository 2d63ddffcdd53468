package org.almagest.digest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A paper as an edition tells of it. All text is as the tables have it, and so anybody's.
 *
 * @param id its paper_id
 * @param title its title
 * @param summary its abstract, which may be empty
 * @param published day of publication
 * @param categories all categories, the main one first
 * @param doi its DOI, if it has one
 * @param authors names, in order
 * @param authorIds ids of the authors
 * @param topic its main topic, if topics are known
 * @param attention upvotes and comments
 * @param trend its place among the trending papers of the period, if it is one of them
 */
public record DigestPaper(
    String id,
    String title,
    String summary,
    LocalDate published,
    List<String> categories,
    Optional<String> doi,
    List<String> authors,
    List<String> authorIds,
    Optional<Topic> topic,
    long attention,
    Optional<Trend> trend) {
  public DigestPaper {
    categories = List.copyOf(categories);
    authors = List.copyOf(authors);
    authorIds = List.copyOf(authorIds);
  }

  /** A topic and its label. */
  public record Topic(int id, String label) {}

  /**
   * Why a paper is trending.
   *
   * @param rank place in the period, from 1
   * @param score its score
   * @param attentionPart what upvotes and comments add
   * @param citationPart what recent citations add
   * @param topicPart what the growth of its topics adds
   */
  public record Trend(
      int rank, double score, double attentionPart, double citationPart, double topicPart) {}

  /** Where to read it: made from the id, and from nothing else that the source says. */
  public Optional<String> link() {
    int colon = id.indexOf(':');
    String place =
        switch (id.substring(0, Math.max(colon, 0))) {
          case "arxiv" -> "https://arxiv.org/abs/";
          case "doi" -> "https://doi.org/";
          case "openalex" -> "https://openalex.org/";
          default -> "";
        };
    if (!place.isEmpty()) {
      return Optional.of(place + PathText.encode(id.substring(colon + 1)));
    }
    return doi.filter(text -> text.startsWith("10."))
        .map(text -> "https://doi.org/" + PathText.encode(text));
  }
}
