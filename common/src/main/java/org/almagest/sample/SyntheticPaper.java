package org.almagest.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper before it is written in a format.
 *
 * @param number its place in the universe; everything else follows from the seed and this
 * @param arxivId the id arXiv would give
 * @param coinedName a word that no other paper's title has
 * @param topics main topic first; the weights sum to 1
 * @param group the group that wrote it
 * @param references cited papers and works outside the universe, all different
 */
record SyntheticPaper(
    long number,
    String arxivId,
    String coinedName,
    String title,
    String abstractText,
    LocalDate date,
    List<TopicWeight> topics,
    long group,
    List<Author> authors,
    List<Reference> references) {
  /** A topic's share in a paper. */
  record TopicWeight(int topic, double weight) {}

  /**
   * An author of a paper.
   *
   * @param number the same on all papers
   * @param name the usual spelling
   * @param written the spelling on this paper
   */
  record Author(long number, PersonName name, PersonName written) {}

  /**
   * A cited work.
   *
   * @param number of a paper, or of a work outside where {@code inCorpus} is false
   */
  record Reference(long number, boolean inCorpus) {}

  SyntheticPaper {
    topics = List.copyOf(topics);
    authors = List.copyOf(authors);
    references = List.copyOf(references);
  }

  int mainTopic() {
    return topics.get(0).topic();
  }

  /** The abstract of an older version: its last sentence is missing. */
  String olderAbstract() {
    int end = abstractText.lastIndexOf(". ", abstractText.length() - 2);
    return end < 0 ? abstractText : abstractText.substring(0, end + 1);
  }
}
