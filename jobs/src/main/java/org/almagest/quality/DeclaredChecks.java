package org.almagest.quality;

import static org.almagest.quality.Severity.ERROR;
import static org.almagest.quality.Severity.WARN;

import java.util.List;
import org.almagest.config.Setting;
import org.almagest.quality.UnresolvedRows.Link;
import org.almagest.table.Affiliations;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Citations;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Cocitation;
import org.almagest.table.Countries;
import org.almagest.table.CountryEdges;
import org.almagest.table.InstitutionEdges;
import org.almagest.table.Institutions;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.almagest.table.TopicMainPaths;
import org.almagest.table.TopicTrends;
import org.almagest.table.Topics;

/** All checks, in the order in which they are told. */
final class DeclaredChecks {
  private static final Threshold NONE = Threshold.of(0);
  private static final Threshold HALF = Threshold.of(0.5);
  private static final Threshold TENTH = Threshold.of(0.1);
  private static final Threshold SHRINK =
      Threshold.of(Setting.QUALITY_MAX_SHRINK, QualityConfig::maxShrink);
  private static final Threshold GROWTH =
      Threshold.of(Setting.QUALITY_MAX_GROWTH, QualityConfig::maxGrowth);
  private static final Threshold DRIFT =
      Threshold.of(Setting.QUALITY_MAX_TOPIC_DRIFT, QualityConfig::maxTopicDrift);
  private static final Threshold REJECTED =
      new Threshold(
          "half of `" + Setting.INGEST_MAX_REJECTED.key() + "`",
          config -> config.maxRejected() / 2);

  static final List<QualityCheck> ALL =
      List.of(
          lost(Papers.TABLE),
          lost(Authorships.TABLE),
          lost(Affiliations.TABLE),
          lost(Citations.TABLE),
          new QualityCheck(
              "papers-gained",
              WARN,
              "Share by which `papers` has grown against the version before.",
              GROWTH,
              List.of(Papers.TABLE),
              new GainedRows(Papers.TABLE)),
          new QualityCheck(
              "tables-emptied",
              WARN,
              "Tables without rows that had some in the version before.",
              NONE,
              List.of(),
              new EmptiedTables()),
          new QualityCheck(
              "keys-broken",
              ERROR,
              "Rows of all tables that are null in a column of the key, or have the key of another"
                  + " row.",
              NONE,
              List.of(),
              new BrokenKeys()),
          unresolved(
              "authorships-unresolved",
              "Authorships of papers that are not in `papers`.",
              toPapers(Authorships.TABLE, Authorships.PAPER_ID)),
          unresolved(
              "authors-unresolved",
              "Authorships of authors who are not in `authors`.",
              toAuthors(Authorships.TABLE, Authorships.AUTHOR_ID)),
          unresolved(
              "citations-unresolved",
              "Ends of citations that count as resolved and are not in `papers`.",
              toPapers(Citations.CITING_ID),
              toPapers(Citations.CITED_ID)),
          unresolved(
              "coauthors-unresolved",
              "Ends of `coauthor_edges` that are not in `authors`.",
              toAuthors(CoauthorEdges.TABLE, CoauthorEdges.AUTHOR_A),
              toAuthors(CoauthorEdges.TABLE, CoauthorEdges.AUTHOR_B)),
          unresolved(
              "institutions-unresolved",
              "Ends of `institution_edges` that are not in `institutions`.",
              toInstitutions(InstitutionEdges.INSTITUTION_A),
              toInstitutions(InstitutionEdges.INSTITUTION_B)),
          unresolved(
              "countries-unresolved",
              "Ends of `country_edges` that are not in `countries`.",
              toCountries(CountryEdges.COUNTRY_A),
              toCountries(CountryEdges.COUNTRY_B)),
          unresolved(
              "coupling-unresolved",
              "Papers of `bibliographic_coupling` and `cocitation` that are not in `papers`.",
              toPapers(BibliographicCoupling.TABLE, BibliographicCoupling.PAPER_ID),
              toPapers(BibliographicCoupling.TABLE, BibliographicCoupling.OTHER_ID),
              toPapers(Cocitation.TABLE, Cocitation.PAPER_ID),
              toPapers(Cocitation.TABLE, Cocitation.OTHER_ID)),
          unresolved(
              "main-paths-unresolved",
              "Papers and topics of `topic_main_paths` that are not in `papers` or `topics`.",
              toPapers(TopicMainPaths.TABLE, TopicMainPaths.CITING_ID),
              toPapers(TopicMainPaths.TABLE, TopicMainPaths.CITED_ID),
              toTopics(TopicMainPaths.TABLE, TopicMainPaths.TOPIC_ID)),
          unresolved(
              "paper-topics-unresolved",
              "Papers and topics of `paper_topics` that are not in `papers` or `topics`.",
              toPapers(PaperTopics.TABLE, PaperTopics.PAPER_ID),
              toTopics(PaperTopics.TABLE, PaperTopics.TOPIC_ID)),
          sums(
              "author-fractions",
              "Papers whose authors' fractions do not sum to 1.",
              new UnevenSums(
                  Authorships.TABLE, Authorships.FRACTION, List.of(Authorships.PAPER_ID))),
          sums(
              "paper-topic-weights",
              "Papers whose weights of topics do not sum to 1.",
              new UnevenSums(PaperTopics.TABLE, PaperTopics.WEIGHT, List.of(PaperTopics.PAPER_ID))),
          sums(
              "topic-shares",
              "1 where the topics' shares of all words do not sum to 1.",
              new UnevenSums(Topics.TABLE, Topics.TOKEN_SHARE, List.of())),
          sums(
              "topic-trend-shares",
              "Years and months in which the shares of topics do not sum to 1.",
              new UnevenSums(TopicTrends.TABLE, TopicTrends.SHARE, List.of(TopicTrends.PERIOD))),
          new QualityCheck(
              "records-rejected",
              WARN,
              "Rejected records over these and the papers.",
              REJECTED,
              List.of(RejectedRecords.TABLE, Papers.TABLE),
              new RejectedShare()),
          papers(
              "dates-missing",
              WARN,
              "Share of papers with neither a day nor a year.",
              HALF,
              new MissingShare(Papers.YEAR)),
          papers(
              "dates-lost",
              ERROR,
              "By how much that share has risen against the version before.",
              TENTH,
              new MissingRise(Papers.YEAR)),
          papers(
              "abstracts-missing",
              WARN,
              "Share of papers without an abstract.",
              HALF,
              new MissingShare(Papers.ABSTRACT)),
          papers(
              "abstracts-lost",
              ERROR,
              "By how much that share has risen against the version before.",
              TENTH,
              new MissingRise(Papers.ABSTRACT)),
          new QualityCheck(
              "topic-drift",
              WARN,
              "Total variation distance between the topics' shares of all words and those of the"
                  + " version before, over topics with the same id: half the sum of the differences.",
              DRIFT,
              List.of(Topics.TABLE),
              new TopicDrift()),
          new QualityCheck(
              "topics-gone",
              WARN,
              "Share of topics of the version before whose id no topic has now.",
              HALF,
              List.of(Topics.TABLE),
              new GoneTopics()));

  private DeclaredChecks() {}

  private static QualityCheck lost(TableContract table) {
    return new QualityCheck(
        table.name() + "-lost",
        ERROR,
        "Share of the rows of `" + table.name() + "` in the version before that it has fewer now.",
        SHRINK,
        List.of(table),
        new LostRows(table));
  }

  private static QualityCheck papers(
      String name, Severity severity, String meaning, Threshold threshold, Measure measure) {
    return new QualityCheck(name, severity, meaning, threshold, List.of(Papers.TABLE), measure);
  }

  private static QualityCheck unresolved(String name, String meaning, Link... links) {
    UnresolvedRows measure = new UnresolvedRows(List.of(links));
    return new QualityCheck(name, ERROR, meaning, NONE, measure.tables(), measure);
  }

  private static QualityCheck sums(String name, String meaning, UnevenSums measure) {
    return new QualityCheck(name, ERROR, meaning, NONE, List.of(measure.table()), measure);
  }

  private static Link toPapers(TableContract table, TableColumn column) {
    return Link.of(table, column, Papers.TABLE, Papers.PAPER_ID);
  }

  private static Link toPapers(TableColumn endOfCitation) {
    return new Link(
        Citations.TABLE, endOfCitation, Citations.RESOLVED.col(), Papers.TABLE, Papers.PAPER_ID);
  }

  private static Link toAuthors(TableContract table, TableColumn column) {
    return Link.of(table, column, Authors.TABLE, Authors.AUTHOR_ID);
  }

  private static Link toTopics(TableContract table, TableColumn column) {
    return Link.of(table, column, Topics.TABLE, Topics.TOPIC_ID);
  }

  private static Link toInstitutions(TableColumn end) {
    return Link.of(InstitutionEdges.TABLE, end, Institutions.TABLE, Institutions.INSTITUTION_ID);
  }

  private static Link toCountries(TableColumn end) {
    return Link.of(CountryEdges.TABLE, end, Countries.TABLE, Countries.COUNTRY_CODE);
  }
}
