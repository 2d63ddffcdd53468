package org.almagest.report;

import java.util.List;

/**
 * What the page shows; it is embedded in it as JSON. A view whose tables are not there is absent,
 * and the page says which stage writes them.
 */
record ReportData(
    Corpus corpus, Topics topics, Trends trends, People people, Papers papers, Terms terms) {

  /**
   * The corpus and the run.
   *
   * @param years of publication without a gap, up to the latest
   * @param sources where papers come from, by falling number of papers
   * @param papersByYear one list a source, one number a year
   * @param earlier papers of years before the first of these
   * @param undated papers without a year
   */
  record Corpus(
      String version,
      String runId,
      long papers,
      long authors,
      long citations,
      long rejected,
      List<Integer> years,
      List<String> sources,
      List<List<Long>> papersByYear,
      long earlier,
      long undated,
      List<Counted> categories,
      List<Counted> rejectedBy,
      List<Input> inputs,
      long furtherInputs,
      List<Check> checks,
      List<TableRows> tables) {}

  /** Something and how often it is there. */
  record Counted(String name, long count) {}

  /** An input file by its name alone: where it lay is nobody's business who gets the page. */
  record Input(String name, long bytes, String format) {}

  /** A quality check. */
  record Check(
      String name,
      String severity,
      boolean passed,
      boolean accepted,
      double observed,
      double threshold,
      String detail) {}

  /** A table of the snapshot. */
  record TableRows(String name, long rows, String meaning) {}

  /**
   * Topics, the largest first.
   *
   * @param total how many the model has
   */
  record Topics(int total, List<Topic> list) {}

  /**
   * A topic.
   *
   * @param words in no order: {@link Word}
   * @param authors leading authors with their part of the topic's weight in papers
   */
  record Topic(
      int id,
      String label,
      double share,
      long papers,
      Double coherence,
      String flag,
      int area,
      double x,
      double y,
      Double growth,
      Double growthQ,
      List<Word> words,
      List<Weighted> authors,
      List<Facet> categories,
      List<Example> examples) {}

  /**
   * A word or phrase of a topic; its relevance for a λ is λ logProbability + (1 - λ) logLift.
   *
   * @param p ln P(term | topic)
   * @param l ln (P(term | topic) / P(term))
   */
  record Word(String w, double p, double l) {}

  /** A name with a weight. */
  record Weighted(String name, double weight) {}

  /** A category of a topic's papers. */
  record Facet(String name, long papers, double share, double lift) {}

  /** A paper that represents a topic. */
  record Example(String id, String title, Integer year, double weight) {}

  /**
   * Shares of topics.
   *
   * @param unit year or month
   * @param papers papers with topics in each period
   */
  record Trends(String unit, List<String> periods, List<Long> papers, List<Series> series) {}

  /** The share of one topic in each period; low and high are null for a period of one paper. */
  record Series(int topic, List<Double> share, List<Double> low, List<Double> high) {}

  /**
   * The co-author network.
   *
   * @param authors all authors of the corpus' graph
   * @param edges all pairs of co-authors
   * @param allCommunities how many communities there are
   */
  record People(
      long authors,
      long edges,
      long allCommunities,
      List<Community> communities,
      Network network) {}

  /** A community of authors; topics as ids with their part of its work. */
  record Community(
      int id,
      String label,
      long size,
      long papers,
      Integer firstYear,
      Integer lastYear,
      double density,
      List<String> leaders,
      List<TopicPart> topics) {}

  /** A topic's part in something. */
  record TopicPart(int topic, double share) {}

  /**
   * Chosen authors as columns, and the edges among them.
   *
   * @param community -1 where there is none
   * @param h h-index, 0 where citations are not computed
   * @param ends two places in the columns for each edge
   * @param weights papers together, one for each edge
   */
  record Network(
      List<String> names,
      List<Double> x,
      List<Double> y,
      List<Integer> community,
      List<Long> papers,
      List<Integer> coauthors,
      List<Integer> h,
      List<Integer> ends,
      List<Long> weights) {}

  /**
   * Papers worth a look.
   *
   * @param lists of which lists of papers there are: cited, ranked, trending, voted, recent
   * @param trendingOf the period of the trending list, such as {@code month 2026-01-01}
   */
  record Papers(long total, List<String> lists, String trendingOf, List<Paper> list) {}

  /**
   * A paper.
   *
   * @param authors the first names, and how many more there are
   * @param in places in {@link Papers#lists} of the lists in which it is
   */
  record Paper(
      String id,
      String title,
      String authors,
      Integer year,
      String category,
      Integer topic,
      Integer citations,
      Double attention,
      Double percentile,
      Double trend,
      Integer votes,
      List<Integer> in) {}

  /**
   * Terms.
   *
   * @param bursts terms and topics that stand in more papers than before; absent without the table
   * @param ofCategories the terms of the largest categories
   * @param ofYears the terms of the latest years
   */
  record Terms(List<Burst> bursts, List<TermGroup> ofCategories, List<TermGroup> ofYears) {}

  /** A term or topic that bursts. */
  record Burst(
      String period,
      String start,
      String kind,
      String label,
      long papers,
      long before,
      double ratio,
      double low,
      double high,
      double q) {}

  /** The papers of a category or year and what they are about. */
  record TermGroup(String name, long papers, List<GroupTerm> terms) {}

  /**
   * A term of a group.
   *
   * @param papers papers of the group that have it among their top terms
   * @param lift how many times as often as over all papers
   */
  record GroupTerm(String term, long papers, double lift) {}
}
