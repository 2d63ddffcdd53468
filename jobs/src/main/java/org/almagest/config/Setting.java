package org.almagest.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting there is: its key, default and meaning. A setting comes from its flag, else from
 * the environment, else from the YAML file, else from the default written here.
 */
public enum Setting {
  RUN_SEED("run.seed", "20260101", "Seed of everything random; the same seed gives the same rows."),
  RUN_STAGES(
      "run.stages",
      "ingest,terms,topics,coauthors,communities,citations,main-paths,trending,report",
      "Stages to run, in any order; each reads the tables of those before it."),
  RUN_REUSE(
      "run.reuse",
      "true",
      "Whether a stage takes over the tables that the warehouse has of the same work (same code, settings,"
          + " input and tables read): true, or false to do the work again."),

  PUBLISH_ICEBERG(
      "publish.iceberg",
      "",
      "A catalog of Spark's and a namespace in it, such as lake.almagest: each version is copied to Iceberg"
          + " tables there, too. Empty: it is not."),

  INGEST_FORMAT(
      "ingest.format",
      "auto",
      "Format of every input file: auto (told apart by content), daily-papers, arxiv-tsv,"
          + " arxiv-json, openalex, aan or citation-edges."),
  INGEST_PAGE_YEAR(
      "ingest.page-year",
      "auto",
      "Year of Daily Papers dates that name none; auto is one more than the latest year that a page"
          + " of the run names."),
  INGEST_MAX_REJECTED(
      "ingest.max-rejected",
      "0.001",
      "Largest accepted share of rejected records, from 0 to 1; more ends the run with exit code"
          + " 3."),
  INGEST_MAX_UNREADABLE_FILES(
      "ingest.max-unreadable-files",
      "0",
      "Most files that may be truncated, corrupt or of no known format; more ends the run with exit"
          + " code 3."),
  INGEST_MAX_RECORD_BYTES(
      "ingest.max-record-bytes",
      "16777216",
      "Longest record in bytes; a longer one is rejected without being held in memory."),

  AUTHORS_IDENTITY(
      "authors.identity",
      "folded-name",
      "Who is one author: folded-name (the source's author id where it has one, else the name"
          + " without regard to case, accents and spacing) or raw-name (each distinct name"
          + " string)."),

  TERMS_MIN_DOCUMENT_FREQUENCY(
      "terms.min-document-frequency",
      "3",
      "Fewest papers that a term must stand in to be in the vocabulary."),
  TERMS_MAX_DOCUMENT_FREQUENCY(
      "terms.max-document-frequency",
      "0.4",
      "Largest share of papers that a term may stand in, from 0 to 1."),
  TERMS_VOCABULARY_SIZE(
      "terms.vocabulary-size", "20000", "Largest number of terms; those in most papers are kept."),
  TERMS_TERMS_PER_PAPER(
      "terms.terms-per-paper", "10", "Number of top terms by TF-IDF kept for each paper."),
  TERMS_STOP_WORDS(
      "terms.stop-words",
      "",
      "File with further stop words, one a line; they are added to the built-in ones."),

  TERMS_PHRASES(
      "terms.phrases",
      "triples",
      "Longest phrases among the terms: none, pairs (of words) or triples."),
  TERMS_PHRASE_MIN_NPMI(
      "terms.phrase-min-npmi",
      "0.25",
      "Smallest normalised pointwise mutual information of a phrase's words, from -1 to 1; higher"
          + " keeps fewer and firmer phrases."),
  TERMS_PHRASE_MIN_DOCUMENT_FREQUENCY(
      "terms.phrase-min-document-frequency",
      "auto",
      "Fewest papers that a phrase must stand in; auto is terms.min-document-frequency, or one paper"
          + " in 10,000 where that is more."),
  TERMS_REFRESH(
      "terms.refresh",
      "auto",
      "What becomes of the vocabulary that the warehouse has: renew (terms are found anew), keep (the"
          + " same terms and phrases, counted in the papers of today) or auto (keep where"
          + " topics.refresh is fold-in and the warehouse has topics, else renew)."),

  TOPICS_COUNT(
      "topics.count",
      "12",
      "Number of topics, at least 2; several with commas between them are all trained and compared,"
          + " and the best is kept."),
  TOPICS_ALGORITHM(
      "topics.algorithm",
      "gibbs",
      "Trainer: gibbs (sparse Gibbs sampling, ours), mllib-online or mllib-em (Spark MLlib's, for"
          + " comparison; from a million papers on their last digits depend on the machine)."),
  TOPICS_ITERATIONS(
      "topics.iterations",
      "auto",
      "Sweeps over the corpus (gibbs), mini-batches of about 2,000 papers (mllib-online) or passes"
          + " (mllib-em); auto goes on until held-out papers gain no more, or as long as the corpus"
          + " is worth."),
  TOPICS_TOLERANCE(
      "topics.tolerance",
      "0.002",
      "Training by gibbs ends when held-out perplexity falls by a smaller share in 30 sweeps."),
  TOPICS_CHECKPOINT_SWEEPS(
      "topics.checkpoint-sweeps",
      "50",
      "Sweeps of gibbs between checkpoints, from which the same training goes on if it is killed."),
  TOPICS_REFRESH(
      "topics.refresh",
      "retrain",
      "What becomes of the topics that the warehouse has: retrain (a new model, in which topics that"
          + " are the same keep their ids), train-on (from the last model) or fold-in (the last"
          + " model, unchanged, weighs all papers)."),
  TOPICS_STABILITY_SEEDS(
      "topics.stability-seeds",
      "0",
      "Further trainings with other seeds that tell how stable each topic is; each takes as long as"
          + " the first."),
  TOPICS_TERMS_PER_TOPIC("topics.terms-per-topic", "20", "Number of terms listed for each topic."),
  TOPICS_MIN_WEIGHT(
      "topics.min-weight",
      "0.01",
      "Smallest topic weight kept for a paper, from 0 to 1; the kept ones are scaled to sum to 1."),

  GRAPH_MAX_LOCAL_EDGES(
      "graph.max-local-edges",
      "200000000",
      "Most edges of a co-author graph, and citations of a citation graph, that one task of one"
          + " executor computes, in some 60 bytes an edge or 40 a citation; a larger graph is computed"
          + " in blocks over all executors, with the same results;"
          + " communities and periods only up to graph.max-community-edges."),
  GRAPH_MAX_COMMUNITY_EDGES(
      "graph.max-community-edges",
      "1000000000",
      "Most edges of a co-author graph in blocks whose communities and periods are found, which one"
          + " task of one executor does, in some 60 bytes an edge; a larger graph has none. Lower it"
          + " where no executor has the memory."),

  COAUTHORS_MAX_AUTHORS_PER_PAPER(
      "coauthors.max-authors-per-paper",
      "100",
      "Papers with more authors (hyper-authorship) make no edges between authors, institutions or"
          + " countries, and no collaborators; all else counts them. The summary tells how many"
          + " papers and pairs of authors that leaves out."),
  COAUTHORS_PAGERANK_TOLERANCE(
      "coauthors.pagerank-tolerance",
      "1e-10",
      "PageRank stops when the ranks change by less than this in sum."),
  COAUTHORS_COMMUNITY_RESOLUTION(
      "coauthors.community-resolution",
      "1",
      "Resolution of communities (Leiden): 1 for modularity as it is mostly defined, more for smaller"
          + " communities."),
  COAUTHORS_CENTRALITY_SAMPLES(
      "coauthors.centrality-samples",
      "100",
      "Authors from whom betweenness and harmonic closeness are estimated, at least 2; as many as"
          + " there are authors, or more, make them exact."),
  COAUTHORS_PERIOD_YEARS(
      "coauthors.period-years",
      "5",
      "Length in years of the periods by which the co-author graph and its communities are told;"
          + " periods start at multiples of it, such as 2020."),

  CITATIONS_COUPLING_TOP(
      "citations.coupling-top",
      "10",
      "Papers listed for each paper in bibliographic_coupling, and in cocitation."),
  CITATIONS_COUPLING_MIN_SHARED(
      "citations.coupling-min-shared",
      "2",
      "Fewest references, or citing papers, that two papers must share to be listed."),
  CITATIONS_COUPLING_MAX_PAPERS(
      "citations.coupling-max-papers",
      "1000",
      "A work that more papers cite, or a paper that cites more papers, ties everything to"
          + " everything: it is left out of coupling, and counted in the summary."),
  CITATIONS_ATTRANK_ALPHA(
      "citations.attrank-alpha",
      "0.2",
      "Share of citations in AttRank, from 0 to 0.99; alpha, beta and gamma sum to 1."),
  CITATIONS_ATTRANK_BETA(
      "citations.attrank-beta", "0.5", "Share of recent attention in AttRank, from 0 to 1."),
  CITATIONS_ATTRANK_GAMMA(
      "citations.attrank-gamma", "0.3", "Share of youth in AttRank, from 0 to 1."),
  CITATIONS_ATTRANK_YEARS(
      "citations.attrank-years",
      "3",
      "Years whose citations are recent attention, the latest year of the corpus included."),
  CITATIONS_ATTRANK_DECAY(
      "citations.attrank-decay",
      "0.16",
      "How fast youth falls with age a in years, as e^(-decay a); 0 makes all papers alike."),

  TRENDING_PERIODS(
      "trending.periods",
      "12",
      "Latest days, weeks and months with papers that trending tells of, and years that bursts"
          + " does."),
  TRENDING_TOP(
      "trending.top", "50", "Most papers of a period in trending, and bursts of one kind."),
  TRENDING_HALF_LIFE(
      "trending.half-life",
      "1",
      "Time in which half of an event's weight goes, in periods: days, weeks or months of 30"
          + " days."),
  TRENDING_ATTENTION_WEIGHT(
      "trending.attention-weight",
      "1",
      "What a doubling of upvotes and comments adds to the score of a paper."),
  TRENDING_CITATION_WEIGHT(
      "trending.citation-weight", "1", "What a doubling of recent citations adds to it."),
  TRENDING_TOPIC_WEIGHT(
      "trending.topic-weight",
      "1",
      "What a doubling of its topics, as far as it is sure, adds to it."),
  TRENDING_BASELINE(
      "trending.baseline",
      "12",
      "Periods right before one with which its terms and topics are compared."),
  TRENDING_BURST_Q(
      "trending.burst-q",
      "0.05",
      "Largest q-value of a burst, from 0 to 1: the share of bursts that may be chance."),
  TRENDING_BURST_MIN_PAPERS(
      "trending.burst-min-papers", "3", "Fewest papers of a burst in its period."),

  REPORT_MAX_AUTHORS(
      "report.max-authors",
      "2000",
      "Most authors in the report's network, from 1 to 2000: the first by PageRank of the main"
          + " communities."),
  REPORT_MAX_PAPERS(
      "report.max-papers", "1000", "Most papers in the report's list of papers, from 1 to 1000."),

  QUALITY_MAX_SHRINK(
      "quality.max-shrink",
      "0.1",
      "Largest share of the rows of papers, authorships, affiliations or citations that a run may"
          + " lose against the version before, from 0 to 1; more ends it with exit code 7."),
  QUALITY_MAX_GROWTH(
      "quality.max-growth",
      "1",
      "Papers may grow by this share of the version before without a warning; 1 is twice as many."),
  QUALITY_MAX_TOPIC_DRIFT(
      "quality.max-topic-drift",
      "0.2",
      "Largest total variation distance between the shares of topics and those of the version"
          + " before without a warning, from 0 to 1.");

  private final String key;
  private final String defaultValue;
  private final String meaning;

  Setting(String key, String defaultValue, String meaning) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** The dotted key, which is its path in the YAML file. */
  public String key() {
    return key;
  }

  /** The value where nobody says otherwise. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it does, in a sentence or two. */
  public String meaning() {
    return meaning;
  }

  /** The environment variable, such as {@code ALMAGEST_TOPICS_COUNT}. */
  public String environmentName() {
    return "ALMAGEST_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The setting of that key. */
  public static Optional<Setting> withKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }
}
