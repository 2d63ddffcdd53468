-- The tables of Almagest for duckdb, made from their contracts by ./mvnw -Pdocs verify.
-- ${papers} and the like stand for the directories of the tables of one version; with these filled in:
--   submit/almagest tables --warehouse warehouse --ddl duckdb

CREATE OR REPLACE VIEW "papers" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("source" AS VARCHAR) AS "source",
  CAST("source_id" AS VARCHAR) AS "source_id",
  CAST("title" AS VARCHAR) AS "title",
  CAST("abstract" AS VARCHAR) AS "abstract",
  CAST("author_count" AS INTEGER) AS "author_count",
  CAST("published_date" AS DATE) AS "published_date",
  CAST("updated_date" AS DATE) AS "updated_date",
  CAST("year" AS INTEGER) AS "year",
  CAST("primary_category" AS VARCHAR) AS "primary_category",
  CAST("categories" AS VARCHAR[]) AS "categories",
  CAST("venue" AS VARCHAR) AS "venue",
  CAST("doi" AS VARCHAR) AS "doi",
  CAST("language" AS VARCHAR) AS "language",
  CAST("comment_count" AS INTEGER) AS "comment_count",
  CAST("upvotes" AS INTEGER) AS "upvotes",
  CAST("organization" AS VARCHAR) AS "organization",
  CAST("reference_count" AS INTEGER) AS "reference_count",
  CAST("content_hash" AS VARCHAR) AS "content_hash",
  CAST("source_file" AS VARCHAR) AS "source_file",
  CAST("source_position" AS BIGINT) AS "source_position"
FROM read_parquet('${papers}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "papers" IS 'One paper, merged from all its records. Key: paper_id.';
COMMENT ON COLUMN "papers"."paper_id" IS 'Identity over all sources: <source>:<id>, such as arxiv:0704.0001. Never null.';
COMMENT ON COLUMN "papers"."source" IS 'Format of the record that won the merge: daily-papers, arxiv-tsv, arxiv-json, openalex or aan. Never null.';
COMMENT ON COLUMN "papers"."source_id" IS 'Id within its source; a title digest where the source has none. Never null.';
COMMENT ON COLUMN "papers"."title" IS 'Title in one line. Never null.';
COMMENT ON COLUMN "papers"."abstract" IS 'Abstract as the source gives it.';
COMMENT ON COLUMN "papers"."author_count" IS 'Number of authors; may be known without their names.';
COMMENT ON COLUMN "papers"."published_date" IS 'Day of first publication.';
COMMENT ON COLUMN "papers"."updated_date" IS 'Day of the last change of the content.';
COMMENT ON COLUMN "papers"."year" IS 'Year of first publication.';
COMMENT ON COLUMN "papers"."primary_category" IS 'Main category in the scheme of the source.';
COMMENT ON COLUMN "papers"."categories" IS 'All categories, in the order of the source. Never null.';
COMMENT ON COLUMN "papers"."venue" IS 'Journal or conference as written.';
COMMENT ON COLUMN "papers"."doi" IS 'DOI, lower case, without a resolver address; what is no DOI stands as the source has it.';
COMMENT ON COLUMN "papers"."language" IS 'ISO 639-1 code, where the source gives it.';
COMMENT ON COLUMN "papers"."comment_count" IS 'Comments at the time of capture.';
COMMENT ON COLUMN "papers"."upvotes" IS 'Votes at the time of capture.';
COMMENT ON COLUMN "papers"."organization" IS 'Organisation that a page shows in place of authors.';
COMMENT ON COLUMN "papers"."reference_count" IS 'Distinct works that the paper cites; 0 where the source does not tell. Never null.';
COMMENT ON COLUMN "papers"."content_hash" IS 'SHA-256 in hex of the paper''s content with its authors and references, without ids and places: equal where nothing changed. Never null.';
COMMENT ON COLUMN "papers"."source_file" IS 'File, or archive and member, of the record that won the merge. Never null.';
COMMENT ON COLUMN "papers"."source_position" IS 'Line on which that record starts, from 1. Never null.';

CREATE OR REPLACE VIEW "authorships" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("position" AS INTEGER) AS "position",
  CAST("author_id" AS VARCHAR) AS "author_id",
  CAST("raw_name" AS VARCHAR) AS "raw_name",
  CAST("fraction" AS DOUBLE) AS "fraction",
  CAST("affiliation" AS VARCHAR) AS "affiliation"
FROM read_parquet('${authorships}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "authorships" IS 'One author of one paper. Key: paper_id, position.';
COMMENT ON COLUMN "authorships"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "authorships"."position" IS 'Place in the list of authors, from 1. Never null.';
COMMENT ON COLUMN "authorships"."author_id" IS 'The author, by the rule of authors.identity. Never null.';
COMMENT ON COLUMN "authorships"."raw_name" IS 'Name as written on this paper. Never null.';
COMMENT ON COLUMN "authorships"."fraction" IS 'Share of the paper: 1 / number of its authors. Never null.';
COMMENT ON COLUMN "authorships"."affiliation" IS 'Affiliations as written, joined with "; ".';

CREATE OR REPLACE VIEW "affiliations" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("position" AS INTEGER) AS "position",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("author_id" AS VARCHAR) AS "author_id",
  CAST("institution_id" AS VARCHAR) AS "institution_id",
  CAST("institution_name" AS VARCHAR) AS "institution_name",
  CAST("country_code" AS VARCHAR) AS "country_code"
FROM read_parquet('${affiliations}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "affiliations" IS 'One institution or country that an author gives on one paper. Key: paper_id, position, rank.';
COMMENT ON COLUMN "affiliations"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "affiliations"."position" IS 'Place of the author in the list of authors, from 1. Never null.';
COMMENT ON COLUMN "affiliations"."rank" IS 'Place among those of the author on this paper, from 1. Never null.';
COMMENT ON COLUMN "affiliations"."author_id" IS 'The author. Never null.';
COMMENT ON COLUMN "affiliations"."institution_id" IS 'The source''s id of the institution, such as openalex:I123; null where the source does not know which one it is.';
COMMENT ON COLUMN "affiliations"."institution_name" IS 'Its name; null where only the country is known.';
COMMENT ON COLUMN "affiliations"."country_code" IS 'Its country, ISO 3166-1 alpha-2, such as DE.';

CREATE OR REPLACE VIEW "citations" AS
SELECT
  CAST("citing_id" AS VARCHAR) AS "citing_id",
  CAST("cited_id" AS VARCHAR) AS "cited_id",
  CAST("resolved" AS BOOLEAN) AS "resolved",
  CAST("self_citation" AS BOOLEAN) AS "self_citation"
FROM read_parquet('${citations}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "citations" IS 'One paper citing one work. Key: citing_id, cited_id.';
COMMENT ON COLUMN "citations"."citing_id" IS 'The citing paper; from a list of citations also a work outside the corpus. Never null.';
COMMENT ON COLUMN "citations"."cited_id" IS 'The cited work, in the corpus or not. Never null.';
COMMENT ON COLUMN "citations"."resolved" IS 'Whether both are papers of this corpus. Never null.';
COMMENT ON COLUMN "citations"."self_citation" IS 'Whether the two share an author; null where not resolved, or where the authors of one are not known.';

CREATE OR REPLACE VIEW "rejected_records" AS
SELECT
  CAST("source_file" AS VARCHAR) AS "source_file",
  CAST("source_position" AS BIGINT) AS "source_position",
  CAST("reason" AS VARCHAR) AS "reason",
  CAST("detail" AS VARCHAR) AS "detail",
  CAST("raw_base64" AS VARCHAR) AS "raw_base64"
FROM read_parquet('${rejected_records}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "rejected_records" IS 'One record, or one file, that could not be read. Key: source_file, source_position.';
COMMENT ON COLUMN "rejected_records"."source_file" IS 'File, or archive and member. Never null.';
COMMENT ON COLUMN "rejected_records"."source_position" IS 'Line on which the record starts, from 1; for a whole file a line behind the start of the last record read. Never null.';
COMMENT ON COLUMN "rejected_records"."reason" IS 'Kind of fault, such as malformed-record. Never null.';
COMMENT ON COLUMN "rejected_records"."detail" IS 'What is wrong, in a sentence. Never null.';
COMMENT ON COLUMN "rejected_records"."raw_base64" IS 'First 4,096 bytes of the record, in Base64. Never null.';

CREATE OR REPLACE VIEW "changes" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("kind" AS VARCHAR) AS "kind",
  CAST("fields" AS VARCHAR[]) AS "fields"
FROM read_parquet('${changes}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "changes" IS 'A paper that the last ingest found added, changed or gone, compared with the snapshot on which it built. Key: paper_id.';
COMMENT ON COLUMN "changes"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "changes"."kind" IS 'added (the snapshot before did not have it), changed, or gone (only the snapshot before had it). Never null.';
COMMENT ON COLUMN "changes"."fields" IS 'What of a changed paper differs, sorted: columns of papers, authors (names and their order), affiliations and references; empty for an added or gone one. Never null.';

CREATE OR REPLACE VIEW "vocabulary" AS
SELECT
  CAST("term_id" AS INTEGER) AS "term_id",
  CAST("term" AS VARCHAR) AS "term",
  CAST("document_frequency" AS BIGINT) AS "document_frequency",
  CAST("collection_frequency" AS BIGINT) AS "collection_frequency",
  CAST("idf" AS DOUBLE) AS "idf",
  CAST("words" AS INTEGER) AS "words",
  CAST("npmi" AS DOUBLE) AS "npmi"
FROM read_parquet('${vocabulary}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "vocabulary" IS 'One term of the corpus: a word or a phrase. Key: term_id.';
COMMENT ON COLUMN "vocabulary"."term_id" IS 'Number of the term, from 0; more frequent terms come first, at the time when the vocabulary was found. Never null.';
COMMENT ON COLUMN "vocabulary"."term" IS 'The word, or phrase of two or three words, in its most frequent written form. Never null.';
COMMENT ON COLUMN "vocabulary"."document_frequency" IS 'Papers that hold the term; a word inside a phrase does not count. 0 only where terms.refresh kept the term. Never null.';
COMMENT ON COLUMN "vocabulary"."collection_frequency" IS 'Occurrences over all papers, counted in the same way. Never null.';
COMMENT ON COLUMN "vocabulary"."idf" IS 'ln((papers + 1) / (document_frequency + 1)). Never null.';
COMMENT ON COLUMN "vocabulary"."words" IS 'Number of words: 1 for a word, 2 or 3 for a phrase. Never null.';
COMMENT ON COLUMN "vocabulary"."npmi" IS 'How much more often than by chance the words of a phrase stand side by side: normalised pointwise mutual information, at most 1; null for a word.';

CREATE OR REPLACE VIEW "paper_vectors" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("term_ids" AS INTEGER[]) AS "term_ids",
  CAST("term_counts" AS INTEGER[]) AS "term_counts",
  CAST("token_count" AS BIGINT) AS "token_count"
FROM read_parquet('${paper_vectors}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "paper_vectors" IS 'The bag of words of one paper: what topic models train on. Key: paper_id.';
COMMENT ON COLUMN "paper_vectors"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "paper_vectors"."term_ids" IS 'Terms of the vocabulary in the paper, rising. Never null.';
COMMENT ON COLUMN "paper_vectors"."term_counts" IS 'Occurrences of each, in the same order. Never null.';
COMMENT ON COLUMN "paper_vectors"."token_count" IS 'Sum of term_counts; 0 for a paper without a term of the vocabulary. Never null.';

CREATE OR REPLACE VIEW "paper_terms" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("term_id" AS INTEGER) AS "term_id",
  CAST("term" AS VARCHAR) AS "term",
  CAST("tf" AS INTEGER) AS "tf",
  CAST("tfidf" AS DOUBLE) AS "tfidf"
FROM read_parquet('${paper_terms}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "paper_terms" IS 'One of the most characteristic terms of a paper. Key: paper_id, rank.';
COMMENT ON COLUMN "paper_terms"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "paper_terms"."rank" IS 'Place by falling tfidf, from 1; ties by term_id. Never null.';
COMMENT ON COLUMN "paper_terms"."term_id" IS 'The term. Never null.';
COMMENT ON COLUMN "paper_terms"."term" IS 'Its written form. Never null.';
COMMENT ON COLUMN "paper_terms"."tf" IS 'Occurrences in title and abstract. Never null.';
COMMENT ON COLUMN "paper_terms"."tfidf" IS 'tf times idf. Never null.';

CREATE OR REPLACE VIEW "topics" AS
SELECT
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("label" AS VARCHAR) AS "label",
  CAST("token_share" AS DOUBLE) AS "token_share",
  CAST("paper_count" AS BIGINT) AS "paper_count",
  CAST("coherence_npmi" AS DOUBLE) AS "coherence_npmi",
  CAST("coherence_cv" AS DOUBLE) AS "coherence_cv",
  CAST("stability" AS DOUBLE) AS "stability",
  CAST("flag" AS VARCHAR) AS "flag",
  CAST("area_id" AS INTEGER) AS "area_id",
  CAST("map_x" AS DOUBLE) AS "map_x",
  CAST("map_y" AS DOUBLE) AS "map_y",
  CAST("growth" AS DOUBLE) AS "growth",
  CAST("growth_q" AS DOUBLE) AS "growth_q",
  CAST("prior" AS DOUBLE) AS "prior"
FROM read_parquet('${topics}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topics" IS 'One topic. Key: topic_id.';
COMMENT ON COLUMN "topics"."topic_id" IS 'Number of the topic, from 0; in a first model larger topics come first, and later a topic keeps its number as long as it is the same. Never null.';
COMMENT ON COLUMN "topics"."label" IS 'Its most characteristic words, distinct within the model. Never null.';
COMMENT ON COLUMN "topics"."token_share" IS 'Share of all tokens that the model gives to the topic; sums to 1. Never null.';
COMMENT ON COLUMN "topics"."paper_count" IS 'Papers of which it is the main topic. Never null.';
COMMENT ON COLUMN "topics"."coherence_npmi" IS 'Mean normalised pointwise mutual information of the pairs of its ten most probable terms, from -1 to 1; null where it has fewer than two terms.';
COMMENT ON COLUMN "topics"."coherence_cv" IS 'C_V coherence of its ten most probable terms (Roeder et al. 2015), with whole papers as windows; null where it has fewer than two terms.';
COMMENT ON COLUMN "topics"."stability" IS 'Mean cosine similarity to its counterpart in models of other seeds, from 0 to 1; null without topics.stability-seeds.';
COMMENT ON COLUMN "topics"."flag" IS 'background for a topic of general words, junk for one without a subject; null for a subject.';
COMMENT ON COLUMN "topics"."area_id" IS 'Group of similar topics, from 0; larger groups come first. Never null.';
COMMENT ON COLUMN "topics"."map_x" IS 'Place on a map where near topics share terms: first principal coordinate of their distances. Never null.';
COMMENT ON COLUMN "topics"."map_y" IS 'Second principal coordinate. Never null.';
COMMENT ON COLUMN "topics"."growth" IS 'Mean change of its share a year over its mean share, by weighted regression over the years; null with fewer than three years.';
COMMENT ON COLUMN "topics"."growth_q" IS 'Significance of growth: p-value of the slope, adjusted for the number of topics (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such topics is expected to have no trend.';
COMMENT ON COLUMN "topics"."prior" IS 'Prior weight of the topic in a paper, alpha, in tokens; null where the trainer does not tell.';

CREATE OR REPLACE VIEW "topic_terms" AS
SELECT
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("term" AS VARCHAR) AS "term",
  CAST("probability" AS DOUBLE) AS "probability",
  CAST("relevance" AS DOUBLE) AS "relevance"
FROM read_parquet('${topic_terms}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_terms" IS 'One of the most probable terms of a topic. Key: topic_id, rank.';
COMMENT ON COLUMN "topic_terms"."topic_id" IS 'The topic. Never null.';
COMMENT ON COLUMN "topic_terms"."rank" IS 'Place by falling probability, from 1. Never null.';
COMMENT ON COLUMN "topic_terms"."term" IS 'Written form of the term. Never null.';
COMMENT ON COLUMN "topic_terms"."probability" IS 'P(term | topic). Never null.';
COMMENT ON COLUMN "topic_terms"."relevance" IS '0.6 ln P(term | topic) + 0.4 ln (P(term | topic) / P(term)), after Sievert and Shirley (2014). Never null.';

CREATE OR REPLACE VIEW "topic_words" AS
SELECT
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("term" AS VARCHAR) AS "term",
  CAST("probability" AS DOUBLE) AS "probability",
  CAST("tokens" AS DOUBLE) AS "tokens"
FROM read_parquet('${topic_words}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_words" IS 'One term of a topic, with all others of the topic. Key: topic_id, term.';
COMMENT ON COLUMN "topic_words"."topic_id" IS 'The topic. Never null.';
COMMENT ON COLUMN "topic_words"."term" IS 'Written form of the term. Never null.';
COMMENT ON COLUMN "topic_words"."probability" IS 'P(term | topic), without smoothing; sums to 1 over the topic. Never null.';
COMMENT ON COLUMN "topic_words"."tokens" IS 'Tokens of the term in the topic, a mean over the last sweeps of the training: with prior and word_prior all there is of a model; null where the trainer does not tell.';

CREATE OR REPLACE VIEW "paper_topics" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("weight" AS DOUBLE) AS "weight"
FROM read_parquet('${paper_topics}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "paper_topics" IS 'The weight of one topic in one paper. Key: paper_id, topic_id.';
COMMENT ON COLUMN "paper_topics"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "paper_topics"."topic_id" IS 'The topic. Never null.';
COMMENT ON COLUMN "paper_topics"."weight" IS 'P(topic | paper), without weights below topics.min-weight; sums to 1 over the paper. Never null.';

CREATE OR REPLACE VIEW "topic_papers" AS
SELECT
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("weight" AS DOUBLE) AS "weight"
FROM read_parquet('${topic_papers}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_papers" IS 'One of the papers that represent a topic best. Key: topic_id, rank.';
COMMENT ON COLUMN "topic_papers"."topic_id" IS 'The topic. Never null.';
COMMENT ON COLUMN "topic_papers"."rank" IS 'Place by falling weight, from 1; among equal ones by falling length. Never null.';
COMMENT ON COLUMN "topic_papers"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "topic_papers"."weight" IS 'P(topic | paper). Never null.';

CREATE OR REPLACE VIEW "topic_trends" AS
SELECT
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("period" AS VARCHAR) AS "period",
  CAST("paper_weight" AS DOUBLE) AS "paper_weight",
  CAST("share" AS DOUBLE) AS "share",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("share_low" AS DOUBLE) AS "share_low",
  CAST("share_high" AS DOUBLE) AS "share_high"
FROM read_parquet('${topic_trends}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_trends" IS 'The weight of one topic in one year or month. Key: topic_id, period.';
COMMENT ON COLUMN "topic_trends"."topic_id" IS 'The topic. Never null.';
COMMENT ON COLUMN "topic_trends"."period" IS 'Year or month of publication, such as 2019 or 2019-05. Never null.';
COMMENT ON COLUMN "topic_trends"."paper_weight" IS 'Sum of the weights of the topic over the papers of the period. Never null.';
COMMENT ON COLUMN "topic_trends"."share" IS 'paper_weight over the number of papers with topics in the period. Never null.';
COMMENT ON COLUMN "topic_trends"."papers" IS 'Papers with topics in the period. Never null.';
COMMENT ON COLUMN "topic_trends"."share_low" IS 'Lower end of the 95 % confidence interval of share: 1.96 standard errors of the mean weight below it, and at least 0; null for a period of one paper.';
COMMENT ON COLUMN "topic_trends"."share_high" IS 'Its upper end, at most 1.';

CREATE OR REPLACE VIEW "topic_facets" AS
SELECT
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("facet" AS VARCHAR) AS "facet",
  CAST("value" AS VARCHAR) AS "value",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("paper_weight" AS DOUBLE) AS "paper_weight",
  CAST("share" AS DOUBLE) AS "share",
  CAST("lift" AS DOUBLE) AS "lift"
FROM read_parquet('${topic_facets}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_facets" IS 'The weight of one topic in the papers of one category or venue. Key: topic_id, facet, value.';
COMMENT ON COLUMN "topic_facets"."topic_id" IS 'The topic. Never null.';
COMMENT ON COLUMN "topic_facets"."facet" IS 'What the papers have in common: category or venue. Never null.';
COMMENT ON COLUMN "topic_facets"."value" IS 'Which category or venue. Never null.';
COMMENT ON COLUMN "topic_facets"."papers" IS 'Papers with topics that have it. Never null.';
COMMENT ON COLUMN "topic_facets"."paper_weight" IS 'Sum of the weights of the topic over these papers. Never null.';
COMMENT ON COLUMN "topic_facets"."share" IS 'paper_weight over papers. Never null.';
COMMENT ON COLUMN "topic_facets"."lift" IS 'share over the share of the topic in all papers. Never null.';

CREATE OR REPLACE VIEW "topic_pairs" AS
SELECT
  CAST("topic_a" AS INTEGER) AS "topic_a",
  CAST("topic_b" AS INTEGER) AS "topic_b",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("correlation" AS DOUBLE) AS "correlation",
  CAST("distance" AS DOUBLE) AS "distance"
FROM read_parquet('${topic_pairs}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_pairs" IS 'Two topics, each pair once: how far apart, and how often in the same papers. Key: topic_a, topic_b.';
COMMENT ON COLUMN "topic_pairs"."topic_a" IS 'The topic with the smaller id. Never null.';
COMMENT ON COLUMN "topic_pairs"."topic_b" IS 'The other. Never null.';
COMMENT ON COLUMN "topic_pairs"."papers" IS 'Papers in which both have weight, or 0. Never null.';
COMMENT ON COLUMN "topic_pairs"."correlation" IS 'Correlation of their weights over all papers with topics, from -1 to 1; 0 where a topic has the same weight in all. Never null.';
COMMENT ON COLUMN "topic_pairs"."distance" IS 'Square root of the Jensen-Shannon divergence of their term distributions in nats, from 0 to 0.83. Never null.';

CREATE OR REPLACE VIEW "topic_models" AS
SELECT
  CAST("topic_count" AS INTEGER) AS "topic_count",
  CAST("selected" AS BOOLEAN) AS "selected",
  CAST("reason" AS VARCHAR) AS "reason",
  CAST("algorithm" AS VARCHAR) AS "algorithm",
  CAST("iterations" AS INTEGER) AS "iterations",
  CAST("held_out_perplexity" AS DOUBLE) AS "held_out_perplexity",
  CAST("coherence_npmi" AS DOUBLE) AS "coherence_npmi",
  CAST("coherence_cv" AS DOUBLE) AS "coherence_cv",
  CAST("diversity" AS DOUBLE) AS "diversity",
  CAST("stability" AS DOUBLE) AS "stability",
  CAST("word_prior" AS DOUBLE) AS "word_prior",
  CAST("seconds" AS DOUBLE) AS "seconds",
  CAST("largest_topic_id" AS INTEGER) AS "largest_topic_id"
FROM read_parquet('${topic_models}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_models" IS 'One model that was trained, and how good it is. Key: topic_count.';
COMMENT ON COLUMN "topic_models"."topic_count" IS 'Number of topics asked for. Never null.';
COMMENT ON COLUMN "topic_models"."selected" IS 'Whether the other topic tables are of this model. Never null.';
COMMENT ON COLUMN "topic_models"."reason" IS 'Why it was selected, or why another was. Never null.';
COMMENT ON COLUMN "topic_models"."algorithm" IS 'The trainer, as topics.algorithm names it. Never null.';
COMMENT ON COLUMN "topic_models"."iterations" IS 'Sweeps or iterations of the training. Never null.';
COMMENT ON COLUMN "topic_models"."held_out_perplexity" IS 'Perplexity of held-out papers by document completion, with this model; null where none were held out, or a model was not trained by gibbs in this run.';
COMMENT ON COLUMN "topic_models"."coherence_npmi" IS 'Mean coherence_npmi of its topics.';
COMMENT ON COLUMN "topic_models"."coherence_cv" IS 'Mean coherence_cv of its topics.';
COMMENT ON COLUMN "topic_models"."diversity" IS 'Share of distinct terms among the 25 most probable terms of all topics (Dieng et al. 2020).';
COMMENT ON COLUMN "topic_models"."stability" IS 'Mean stability of its topics; null without topics.stability-seeds.';
COMMENT ON COLUMN "topic_models"."word_prior" IS 'Prior weight of each term in a topic, beta, in tokens; null where the trainer does not tell.';
COMMENT ON COLUMN "topic_models"."seconds" IS 'Seconds that training took: a measurement, which differs from run to run. Never null.';
COMMENT ON COLUMN "topic_models"."largest_topic_id" IS 'Largest topic_id that the warehouse has given so far, also to topics that are gone: none is given twice. Null for a model that is not selected.';

CREATE OR REPLACE VIEW "topic_training" AS
SELECT
  CAST("topic_count" AS INTEGER) AS "topic_count",
  CAST("sweep" AS INTEGER) AS "sweep",
  CAST("held_out_perplexity" AS DOUBLE) AS "held_out_perplexity",
  CAST("tokens_per_second" AS DOUBLE) AS "tokens_per_second"
FROM read_parquet('${topic_training}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_training" IS 'One look at a training on its way. Key: topic_count, sweep.';
COMMENT ON COLUMN "topic_training"."topic_count" IS 'Number of topics of the model. Never null.';
COMMENT ON COLUMN "topic_training"."sweep" IS 'Sweeps done. Never null.';
COMMENT ON COLUMN "topic_training"."held_out_perplexity" IS 'Perplexity of held-out papers by document completion, with the topics as they were; null where none were held out.';
COMMENT ON COLUMN "topic_training"."tokens_per_second" IS 'Tokens drawn a second since the look before: a measurement, which differs from run to run. Never null.';

CREATE OR REPLACE VIEW "topic_lineage" AS
SELECT
  CAST("event" AS INTEGER) AS "event",
  CAST("kind" AS VARCHAR) AS "kind",
  CAST("previous_topic_id" AS INTEGER) AS "previous_topic_id",
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("similarity" AS DOUBLE) AS "similarity"
FROM read_parquet('${topic_lineage}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_lineage" IS 'What became of a topic since the snapshot before. Key: event.';
COMMENT ON COLUMN "topic_lineage"."event" IS 'Number of the event, from 0. Never null.';
COMMENT ON COLUMN "topic_lineage"."kind" IS 'same, born, died, split or merged. Never null.';
COMMENT ON COLUMN "topic_lineage"."previous_topic_id" IS 'The topic before; null for one that is born.';
COMMENT ON COLUMN "topic_lineage"."topic_id" IS 'The topic now; null for one that died.';
COMMENT ON COLUMN "topic_lineage"."similarity" IS 'Cosine similarity of their term distributions; where there is only one, its largest to any topic of the other version, 0 if that has none. Never null.';

CREATE OR REPLACE VIEW "authors" AS
SELECT
  CAST("author_id" AS VARCHAR) AS "author_id",
  CAST("display_name" AS VARCHAR) AS "display_name",
  CAST("name_key" AS VARCHAR) AS "name_key",
  CAST("paper_count" AS BIGINT) AS "paper_count",
  CAST("first_year" AS INTEGER) AS "first_year",
  CAST("last_year" AS INTEGER) AS "last_year"
FROM read_parquet('${authors}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "authors" IS 'One author. Key: author_id.';
COMMENT ON COLUMN "authors"."author_id" IS 'Identity by the rule of authors.identity. Never null.';
COMMENT ON COLUMN "authors"."display_name" IS 'The name written on most papers; ties by code point. Never null.';
COMMENT ON COLUMN "authors"."name_key" IS 'The name without regard to case, accents and spacing. Never null.';
COMMENT ON COLUMN "authors"."paper_count" IS 'Papers. Never null.';
COMMENT ON COLUMN "authors"."first_year" IS 'Year of the first paper with a year.';
COMMENT ON COLUMN "authors"."last_year" IS 'Year of the last paper with a year.';

CREATE OR REPLACE VIEW "author_years" AS
SELECT
  CAST("author_id" AS VARCHAR) AS "author_id",
  CAST("year" AS INTEGER) AS "year",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("collaborators" AS BIGINT) AS "collaborators",
  CAST("new_collaborators" AS BIGINT) AS "new_collaborators"
FROM read_parquet('${author_years}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "author_years" IS 'One author in one year with papers. Key: author_id, year.';
COMMENT ON COLUMN "author_years"."author_id" IS 'The author. Never null.';
COMMENT ON COLUMN "author_years"."year" IS 'Year of publication. Never null.';
COMMENT ON COLUMN "author_years"."papers" IS 'Papers of the year, at least 1. Never null.';
COMMENT ON COLUMN "author_years"."collaborators" IS 'Authors with whom there is a paper of that year; those of papers with more than coauthors.max-authors-per-paper authors do not count. Never null.';
COMMENT ON COLUMN "author_years"."new_collaborators" IS 'Those among them with whom there is no earlier paper; papers without a year do not count. Never null.';

CREATE OR REPLACE VIEW "coauthor_edges" AS
SELECT
  CAST("author_a" AS VARCHAR) AS "author_a",
  CAST("author_b" AS VARCHAR) AS "author_b",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("weight_full" AS DOUBLE) AS "weight_full",
  CAST("weight_fractional" AS DOUBLE) AS "weight_fractional",
  CAST("weight_complete_normalised" AS DOUBLE) AS "weight_complete_normalised",
  CAST("association_strength" AS DOUBLE) AS "association_strength",
  CAST("first_year" AS INTEGER) AS "first_year",
  CAST("last_year" AS INTEGER) AS "last_year"
FROM read_parquet('${coauthor_edges}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "coauthor_edges" IS 'Two authors with papers together; author_a < author_b. Key: author_a, author_b.';
COMMENT ON COLUMN "coauthor_edges"."author_a" IS 'The author whose id comes first. Never null.';
COMMENT ON COLUMN "coauthor_edges"."author_b" IS 'The other one. Never null.';
COMMENT ON COLUMN "coauthor_edges"."papers" IS 'Papers together. Never null.';
COMMENT ON COLUMN "coauthor_edges"."weight_full" IS 'Full counting: 1 a paper. Never null.';
COMMENT ON COLUMN "coauthor_edges"."weight_fractional" IS 'Collaboration strength after Newman (2001), fractional counting of links: 1 / (n - 1) a paper of n authors, so that an author''s weights sum to the papers that have another author. Never null.';
COMMENT ON COLUMN "coauthor_edges"."weight_complete_normalised" IS 'Complete-normalised counting (Gauffriau et al. 2007), fractional counting of authors: 1 / n a paper of n authors, an author''s share of it. Never null.';
COMMENT ON COLUMN "coauthor_edges"."association_strength" IS 'Papers together over the number to be expected if authors met by chance (van Eck and Waltman 2009), c_ab / (s_a s_b / 2m) = 2m c_ab / (s_a s_b): c_ab the papers together, s_a and s_b each author''s sum of c over all edges, m the sum of c over all edges of the graph; above 1 for more than expected. Never null.';
COMMENT ON COLUMN "coauthor_edges"."first_year" IS 'Year of the first paper together with a year.';
COMMENT ON COLUMN "coauthor_edges"."last_year" IS 'Year of the last paper together with a year.';

CREATE OR REPLACE VIEW "coauthor_edge_years" AS
SELECT
  CAST("author_a" AS VARCHAR) AS "author_a",
  CAST("author_b" AS VARCHAR) AS "author_b",
  CAST("year" AS INTEGER) AS "year",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("weight_fractional" AS DOUBLE) AS "weight_fractional",
  CAST("weight_complete_normalised" AS DOUBLE) AS "weight_complete_normalised"
FROM read_parquet('${coauthor_edge_years}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "coauthor_edge_years" IS 'Two authors in one year with papers together, the co-author graph of any span of years; author_a < author_b. Key: author_a, author_b, year.';
COMMENT ON COLUMN "coauthor_edge_years"."author_a" IS 'The author whose id comes first. Never null.';
COMMENT ON COLUMN "coauthor_edge_years"."author_b" IS 'The other one. Never null.';
COMMENT ON COLUMN "coauthor_edge_years"."year" IS 'Year of publication; papers without a year are in coauthor_edges alone. Never null.';
COMMENT ON COLUMN "coauthor_edge_years"."papers" IS 'Papers together in that year, at least 1. Never null.';
COMMENT ON COLUMN "coauthor_edge_years"."weight_fractional" IS 'Sum of 1 / (n - 1) over these papers, n authors each. Never null.';
COMMENT ON COLUMN "coauthor_edge_years"."weight_complete_normalised" IS 'Sum of 1 / n over these papers, n authors each. Never null.';

CREATE OR REPLACE VIEW "author_metrics" AS
SELECT
  CAST("author_id" AS VARCHAR) AS "author_id",
  CAST("degree" AS INTEGER) AS "degree",
  CAST("strength" AS DOUBLE) AS "strength",
  CAST("pagerank" AS DOUBLE) AS "pagerank",
  CAST("component_id" AS INTEGER) AS "component_id",
  CAST("in_giant_component" AS BOOLEAN) AS "in_giant_component",
  CAST("community_id" AS INTEGER) AS "community_id",
  CAST("core_number" AS INTEGER) AS "core_number",
  CAST("clustering" AS DOUBLE) AS "clustering",
  CAST("betweenness" AS DOUBLE) AS "betweenness",
  CAST("betweenness_error" AS DOUBLE) AS "betweenness_error",
  CAST("harmonic_closeness" AS DOUBLE) AS "harmonic_closeness",
  CAST("harmonic_closeness_error" AS DOUBLE) AS "harmonic_closeness_error",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("fractional_papers" AS DOUBLE) AS "fractional_papers"
FROM read_parquet('${author_metrics}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "author_metrics" IS 'One author in the co-author graph. Key: author_id.';
COMMENT ON COLUMN "author_metrics"."author_id" IS 'The author. Never null.';
COMMENT ON COLUMN "author_metrics"."degree" IS 'Co-authors. Never null.';
COMMENT ON COLUMN "author_metrics"."strength" IS 'Sum of weight_full over the edges. Never null.';
COMMENT ON COLUMN "author_metrics"."pagerank" IS 'PageRank with damping 0.85 over edges weighted by papers together; sums to 1. Never null.';
COMMENT ON COLUMN "author_metrics"."component_id" IS 'Connected component, from 0; larger ones come first, ties by smallest author_id. Never null.';
COMMENT ON COLUMN "author_metrics"."in_giant_component" IS 'Whether its component is larger than any other. Never null.';
COMMENT ON COLUMN "author_metrics"."community_id" IS 'Community by the Leiden algorithm with modularity, from 0; in a first snapshot larger ones come first, and later a community keeps its number as long as it continues, by the rule of community_lineage. Null in a graph of more edges than graph.max-local-edges and graph.max-community-edges.';
COMMENT ON COLUMN "author_metrics"."core_number" IS 'Largest k such that the author is in a group in which all have k co-authors. Never null.';
COMMENT ON COLUMN "author_metrics"."clustering" IS 'Share of pairs of co-authors who wrote together, too, from 0 to 1; null with fewer than two co-authors.';
COMMENT ON COLUMN "author_metrics"."betweenness" IS 'Pairs of authors whose shortest paths go through the author, in parts where there are several paths; estimated from coauthors.centrality-samples authors.';
COMMENT ON COLUMN "author_metrics"."betweenness_error" IS 'Standard error of betweenness.';
COMMENT ON COLUMN "author_metrics"."harmonic_closeness" IS 'Mean of 1 / distance to all other authors, 0 for those not reached; estimated as betweenness.';
COMMENT ON COLUMN "author_metrics"."harmonic_closeness_error" IS 'Standard error of harmonic_closeness.';
COMMENT ON COLUMN "author_metrics"."papers" IS 'Papers. Never null.';
COMMENT ON COLUMN "author_metrics"."fractional_papers" IS 'Sum of 1 / number of authors over the papers. Never null.';

CREATE OR REPLACE VIEW "community_lineage" AS
SELECT
  CAST("event" AS INTEGER) AS "event",
  CAST("kind" AS VARCHAR) AS "kind",
  CAST("previous_community_id" AS INTEGER) AS "previous_community_id",
  CAST("community_id" AS INTEGER) AS "community_id",
  CAST("shared_authors" AS BIGINT) AS "shared_authors",
  CAST("jaccard" AS DOUBLE) AS "jaccard",
  CAST("previous_size" AS BIGINT) AS "previous_size",
  CAST("size" AS BIGINT) AS "size"
FROM read_parquet('${community_lineage}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "community_lineage" IS 'What became of a community of authors since the snapshot before; none of one author. Key: event.';
COMMENT ON COLUMN "community_lineage"."event" IS 'Number of the event, from 0. Never null.';
COMMENT ON COLUMN "community_lineage"."kind" IS 'continued (each is the other''s best match by jaccard, and they share more than half of the smaller), split (more than half of the community was in the previous one, which has other parts or lives on elsewhere), merged (more than half of the previous one is in the community, which takes in others or continues another), born or died (none of these). Never null.';
COMMENT ON COLUMN "community_lineage"."previous_community_id" IS 'The community before; null for one that is born.';
COMMENT ON COLUMN "community_lineage"."community_id" IS 'The community now; null for one that died.';
COMMENT ON COLUMN "community_lineage"."shared_authors" IS 'Authors of both; 0 where there is only one. Never null.';
COMMENT ON COLUMN "community_lineage"."jaccard" IS 'shared_authors over the authors of at least one of them; 0 where there is only one. Never null.';
COMMENT ON COLUMN "community_lineage"."previous_size" IS 'Authors before; 0 for one that is born. Never null.';
COMMENT ON COLUMN "community_lineage"."size" IS 'Authors now; 0 for one that died. Never null.';

CREATE OR REPLACE VIEW "community_ids" AS
SELECT
  CAST("largest_community_id" AS INTEGER) AS "largest_community_id"
FROM read_parquet('${community_ids}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "community_ids" IS 'How far the ids of communities of authors have come: one row, or none as long as there was no community. Key: largest_community_id.';
COMMENT ON COLUMN "community_ids"."largest_community_id" IS 'Largest community_id that the warehouse has given so far, also to communities that are gone: none is given twice. Never null.';

CREATE OR REPLACE VIEW "coauthor_periods" AS
SELECT
  CAST("span" AS VARCHAR) AS "span",
  CAST("period_start" AS INTEGER) AS "period_start",
  CAST("period_end" AS INTEGER) AS "period_end",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("authors" AS INTEGER) AS "authors",
  CAST("edges" AS INTEGER) AS "edges",
  CAST("components" AS INTEGER) AS "components",
  CAST("giant_share" AS DOUBLE) AS "giant_share",
  CAST("density" AS DOUBLE) AS "density",
  CAST("mean_clustering" AS DOUBLE) AS "mean_clustering",
  CAST("transitivity" AS DOUBLE) AS "transitivity",
  CAST("communities" AS INTEGER) AS "communities",
  CAST("modularity" AS DOUBLE) AS "modularity"
FROM read_parquet('${coauthor_periods}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "coauthor_periods" IS 'The co-author graph of a period. Key: span, period_start.';
COMMENT ON COLUMN "coauthor_periods"."span" IS 'window: papers of the years of the period; cumulative: of all years up to its last. Never null.';
COMMENT ON COLUMN "coauthor_periods"."period_start" IS 'First year of the period, a multiple of coauthors.period-years. Never null.';
COMMENT ON COLUMN "coauthor_periods"."period_end" IS 'Its last year. Never null.';
COMMENT ON COLUMN "coauthor_periods"."papers" IS 'Papers that name their authors. Never null.';
COMMENT ON COLUMN "coauthor_periods"."authors" IS 'Authors of these papers: the nodes of the graph. Never null.';
COMMENT ON COLUMN "coauthor_periods"."edges" IS 'Pairs of them who share one of the papers, but for those of more than coauthors.max-authors-per-paper authors. Never null.';
COMMENT ON COLUMN "coauthor_periods"."components" IS 'Connected components, authors without co-authors included. Never null.';
COMMENT ON COLUMN "coauthor_periods"."giant_share" IS 'Authors of the largest component over all authors. Never null.';
COMMENT ON COLUMN "coauthor_periods"."density" IS 'Edges over those that there could be, n (n - 1) / 2; null for one author.';
COMMENT ON COLUMN "coauthor_periods"."mean_clustering" IS 'Mean local clustering coefficient (Watts and Strogatz 1998) of the authors with two co-authors; null without any.';
COMMENT ON COLUMN "coauthor_periods"."transitivity" IS 'Three times the triangles over the connected triples (Newman, Watts and Strogatz 2002); null without any.';
COMMENT ON COLUMN "coauthor_periods"."communities" IS 'Communities of two authors and more that the Leiden algorithm finds in this graph. Never null.';
COMMENT ON COLUMN "coauthor_periods"."modularity" IS 'Modularity of these communities, edges weighted by papers together; null without edges.';

CREATE OR REPLACE VIEW "institutions" AS
SELECT
  CAST("institution_id" AS VARCHAR) AS "institution_id",
  CAST("name" AS VARCHAR) AS "name",
  CAST("country_code" AS VARCHAR) AS "country_code",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("fractional_papers" AS DOUBLE) AS "fractional_papers",
  CAST("collaborative_papers" AS BIGINT) AS "collaborative_papers",
  CAST("authors" AS BIGINT) AS "authors",
  CAST("first_year" AS INTEGER) AS "first_year",
  CAST("last_year" AS INTEGER) AS "last_year"
FROM read_parquet('${institutions}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "institutions" IS 'One institution that a source knows. Key: institution_id.';
COMMENT ON COLUMN "institutions"."institution_id" IS 'The source''s id. Never null.';
COMMENT ON COLUMN "institutions"."name" IS 'Its name on most authorships; ties by code point.';
COMMENT ON COLUMN "institutions"."country_code" IS 'Its country on most authorships; ties by code.';
COMMENT ON COLUMN "institutions"."papers" IS 'Papers with an author of it. Never null.';
COMMENT ON COLUMN "institutions"."fractional_papers" IS 'Sum of its parts of papers: an author''s share, 1 / number of authors, is split evenly among the institutions that the author gives and the source knows. Never null.';
COMMENT ON COLUMN "institutions"."collaborative_papers" IS 'Those of its papers that have another known institution, too. Never null.';
COMMENT ON COLUMN "institutions"."authors" IS 'Authors who give it on a paper. Never null.';
COMMENT ON COLUMN "institutions"."first_year" IS 'Year of the first paper with a year.';
COMMENT ON COLUMN "institutions"."last_year" IS 'Year of the last paper with a year.';

CREATE OR REPLACE VIEW "institution_edges" AS
SELECT
  CAST("institution_a" AS VARCHAR) AS "institution_a",
  CAST("institution_b" AS VARCHAR) AS "institution_b",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("weight_full" AS DOUBLE) AS "weight_full",
  CAST("weight_fractional" AS DOUBLE) AS "weight_fractional",
  CAST("weight_complete_normalised" AS DOUBLE) AS "weight_complete_normalised",
  CAST("association_strength" AS DOUBLE) AS "association_strength",
  CAST("first_year" AS INTEGER) AS "first_year",
  CAST("last_year" AS INTEGER) AS "last_year"
FROM read_parquet('${institution_edges}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "institution_edges" IS 'Two institutions with papers together; institution_a < institution_b. Key: institution_a, institution_b.';
COMMENT ON COLUMN "institution_edges"."institution_a" IS 'The institution whose id comes first. Never null.';
COMMENT ON COLUMN "institution_edges"."institution_b" IS 'The other one. Never null.';
COMMENT ON COLUMN "institution_edges"."papers" IS 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two institutions joins them, too. Never null.';
COMMENT ON COLUMN "institution_edges"."weight_full" IS 'Full counting: 1 a paper. Never null.';
COMMENT ON COLUMN "institution_edges"."weight_fractional" IS 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n institutions. Never null.';
COMMENT ON COLUMN "institution_edges"."weight_complete_normalised" IS 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n institutions. Never null.';
COMMENT ON COLUMN "institution_edges"."association_strength" IS 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.';
COMMENT ON COLUMN "institution_edges"."first_year" IS 'Year of the first paper together with a year.';
COMMENT ON COLUMN "institution_edges"."last_year" IS 'Year of the last paper together with a year.';

CREATE OR REPLACE VIEW "countries" AS
SELECT
  CAST("country_code" AS VARCHAR) AS "country_code",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("fractional_papers" AS DOUBLE) AS "fractional_papers",
  CAST("international_papers" AS BIGINT) AS "international_papers",
  CAST("authors" AS BIGINT) AS "authors",
  CAST("institutions" AS BIGINT) AS "institutions",
  CAST("first_year" AS INTEGER) AS "first_year",
  CAST("last_year" AS INTEGER) AS "last_year"
FROM read_parquet('${countries}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "countries" IS 'One country that authors give. Key: country_code.';
COMMENT ON COLUMN "countries"."country_code" IS 'ISO 3166-1 alpha-2, such as DE. Never null.';
COMMENT ON COLUMN "countries"."papers" IS 'Papers with an author of it. Never null.';
COMMENT ON COLUMN "countries"."fractional_papers" IS 'Sum of its parts of papers: an author''s share, 1 / number of authors, is split evenly among the countries that the author gives. Never null.';
COMMENT ON COLUMN "countries"."international_papers" IS 'Those of its papers that have another country, too. Never null.';
COMMENT ON COLUMN "countries"."authors" IS 'Authors who give it on a paper. Never null.';
COMMENT ON COLUMN "countries"."institutions" IS 'Institutions that authors give as being there. Never null.';
COMMENT ON COLUMN "countries"."first_year" IS 'Year of the first paper with a year.';
COMMENT ON COLUMN "countries"."last_year" IS 'Year of the last paper with a year.';

CREATE OR REPLACE VIEW "country_edges" AS
SELECT
  CAST("country_a" AS VARCHAR) AS "country_a",
  CAST("country_b" AS VARCHAR) AS "country_b",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("weight_full" AS DOUBLE) AS "weight_full",
  CAST("weight_fractional" AS DOUBLE) AS "weight_fractional",
  CAST("weight_complete_normalised" AS DOUBLE) AS "weight_complete_normalised",
  CAST("association_strength" AS DOUBLE) AS "association_strength",
  CAST("first_year" AS INTEGER) AS "first_year",
  CAST("last_year" AS INTEGER) AS "last_year"
FROM read_parquet('${country_edges}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "country_edges" IS 'Two countries with papers together; country_a < country_b. Key: country_a, country_b.';
COMMENT ON COLUMN "country_edges"."country_a" IS 'The country whose code comes first. Never null.';
COMMENT ON COLUMN "country_edges"."country_b" IS 'The other one. Never null.';
COMMENT ON COLUMN "country_edges"."papers" IS 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two countries joins them, too. Never null.';
COMMENT ON COLUMN "country_edges"."weight_full" IS 'Full counting: 1 a paper. Never null.';
COMMENT ON COLUMN "country_edges"."weight_fractional" IS 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n countries. Never null.';
COMMENT ON COLUMN "country_edges"."weight_complete_normalised" IS 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n countries. Never null.';
COMMENT ON COLUMN "country_edges"."association_strength" IS 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.';
COMMENT ON COLUMN "country_edges"."first_year" IS 'Year of the first paper together with a year.';
COMMENT ON COLUMN "country_edges"."last_year" IS 'Year of the last paper together with a year.';

CREATE OR REPLACE VIEW "communities" AS
SELECT
  CAST("community_id" AS INTEGER) AS "community_id",
  CAST("size" AS BIGINT) AS "size",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("fractional_papers" AS DOUBLE) AS "fractional_papers",
  CAST("label" AS VARCHAR) AS "label",
  CAST("top_authors" AS VARCHAR[]) AS "top_authors",
  CAST("top_author_names" AS VARCHAR[]) AS "top_author_names",
  CAST("top_topics" AS INTEGER[]) AS "top_topics",
  CAST("edges" AS BIGINT) AS "edges",
  CAST("density" AS DOUBLE) AS "density",
  CAST("modularity" AS DOUBLE) AS "modularity",
  CAST("first_year" AS INTEGER) AS "first_year",
  CAST("last_year" AS INTEGER) AS "last_year",
  CAST("active_years" AS BIGINT) AS "active_years"
FROM read_parquet('${communities}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "communities" IS 'One community of authors who write together. Key: community_id.';
COMMENT ON COLUMN "communities"."community_id" IS 'Number of the community, as in author_metrics; those of one author are left out. Never null.';
COMMENT ON COLUMN "communities"."size" IS 'Authors. Never null.';
COMMENT ON COLUMN "communities"."papers" IS 'Papers with an author of it. Never null.';
COMMENT ON COLUMN "communities"."fractional_papers" IS 'Sum of its authors'' shares of papers, 1 / number of authors each. Never null.';
COMMENT ON COLUMN "communities"."label" IS 'The three terms with the greatest sum of TF-IDF over its authors'' shares of papers; null if no paper has terms.';
COMMENT ON COLUMN "communities"."top_authors" IS 'author_id of up to five authors, by falling PageRank. Never null.';
COMMENT ON COLUMN "communities"."top_author_names" IS 'Their names. Never null.';
COMMENT ON COLUMN "communities"."top_topics" IS 'topic_id of up to three topics, by falling paper_weight in community_topics; ties by number. Never null.';
COMMENT ON COLUMN "communities"."edges" IS 'Pairs of its authors who wrote together. Never null.';
COMMENT ON COLUMN "communities"."density" IS 'Internal density: edges over those that there could be, n (n - 1) / 2. Never null.';
COMMENT ON COLUMN "communities"."modularity" IS 'What it adds to the modularity of the graph, w / m - (s / 2m)^2: w the weight of the edges within, s the strength of its authors, m the weight of all edges. Never null.';
COMMENT ON COLUMN "communities"."first_year" IS 'Year of its first paper.';
COMMENT ON COLUMN "communities"."last_year" IS 'Year of its last paper.';
COMMENT ON COLUMN "communities"."active_years" IS 'Years in which it has a paper, those unknown left out. Never null.';

CREATE OR REPLACE VIEW "community_topics" AS
SELECT
  CAST("community_id" AS INTEGER) AS "community_id",
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("paper_weight" AS DOUBLE) AS "paper_weight",
  CAST("share_of_community" AS DOUBLE) AS "share_of_community",
  CAST("share_of_topic" AS DOUBLE) AS "share_of_topic",
  CAST("growth_contribution" AS DOUBLE) AS "growth_contribution",
  CAST("share_of_growth" AS DOUBLE) AS "share_of_growth",
  CAST("top_authors" AS VARCHAR[]) AS "top_authors",
  CAST("top_author_names" AS VARCHAR[]) AS "top_author_names"
FROM read_parquet('${community_topics}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "community_topics" IS 'The part of one topic in the work of one community. Key: community_id, topic_id.';
COMMENT ON COLUMN "community_topics"."community_id" IS 'The community. Never null.';
COMMENT ON COLUMN "community_topics"."topic_id" IS 'The topic. Never null.';
COMMENT ON COLUMN "community_topics"."paper_weight" IS 'Sum over papers of the topic''s weight times the share of the community''s authors. Never null.';
COMMENT ON COLUMN "community_topics"."share_of_community" IS 'paper_weight over that of all topics of the community. Never null.';
COMMENT ON COLUMN "community_topics"."share_of_topic" IS 'paper_weight over that of the topic with all authors. Never null.';
COMMENT ON COLUMN "community_topics"."growth_contribution" IS 'What its authors'' shares of papers add to topics.growth: the same regression over the community''s part of the topic''s share in each year; contributions of all communities, of authors in none and of papers without named authors sum to it. Null where growth is null or 0.';
COMMENT ON COLUMN "community_topics"."share_of_growth" IS 'growth_contribution over the topic''s growth, who drives it: above 0 for a community that moves as the topic does, below for one that moves against it; null where growth is null or 0.';
COMMENT ON COLUMN "community_topics"."top_authors" IS 'author_id of up to three of its authors, by falling part of paper_weight; ties by id. Never null.';
COMMENT ON COLUMN "community_topics"."top_author_names" IS 'Their names. Never null.';

CREATE OR REPLACE VIEW "community_periods" AS
SELECT
  CAST("community_id" AS INTEGER) AS "community_id",
  CAST("period_start" AS INTEGER) AS "period_start",
  CAST("period_end" AS INTEGER) AS "period_end",
  CAST("size" AS BIGINT) AS "size",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("fractional_papers" AS DOUBLE) AS "fractional_papers"
FROM read_parquet('${community_periods}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "community_periods" IS 'What the authors of one community did in a period. Key: community_id, period_start.';
COMMENT ON COLUMN "community_periods"."community_id" IS 'The community, of the graph of all years. Never null.';
COMMENT ON COLUMN "community_periods"."period_start" IS 'First year of the period, a multiple of coauthors.period-years. Never null.';
COMMENT ON COLUMN "community_periods"."period_end" IS 'Its last year. Never null.';
COMMENT ON COLUMN "community_periods"."size" IS 'Authors of it with a paper of the period, at least 1. Never null.';
COMMENT ON COLUMN "community_periods"."papers" IS 'Papers of the period with an author of it. Never null.';
COMMENT ON COLUMN "community_periods"."fractional_papers" IS 'Sum of its authors'' shares of these papers, 1 / number of authors each. Never null.';

CREATE OR REPLACE VIEW "paper_metrics" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("citations" AS INTEGER) AS "citations",
  CAST("reference_count" AS INTEGER) AS "reference_count",
  CAST("resolved_references" AS INTEGER) AS "resolved_references",
  CAST("self_citations" AS INTEGER) AS "self_citations",
  CAST("pagerank" AS DOUBLE) AS "pagerank",
  CAST("attrank" AS DOUBLE) AS "attrank",
  CAST("half_life" AS DOUBLE) AS "half_life",
  CAST("sleeping_beauty" AS DOUBLE) AS "sleeping_beauty",
  CAST("awakening_year" AS INTEGER) AS "awakening_year",
  CAST("percentile" AS DOUBLE) AS "percentile",
  CAST("field_normalised" AS DOUBLE) AS "field_normalised"
FROM read_parquet('${paper_metrics}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "paper_metrics" IS 'One paper in the citation graph. Key: paper_id.';
COMMENT ON COLUMN "paper_metrics"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "paper_metrics"."citations" IS 'Other papers of the corpus that cite it, self-citations included. Never null.';
COMMENT ON COLUMN "paper_metrics"."reference_count" IS 'Works that it cites, in the corpus or not. Never null.';
COMMENT ON COLUMN "paper_metrics"."resolved_references" IS 'Those of them that are other papers of the corpus. Never null.';
COMMENT ON COLUMN "paper_metrics"."self_citations" IS 'Those of the citations whose paper shares an author with it. Never null.';
COMMENT ON COLUMN "paper_metrics"."pagerank" IS 'PageRank with damping 0.85 over citations, the rank of papers without references spread over all; sums to 1. Never null.';
COMMENT ON COLUMN "paper_metrics"."attrank" IS 'AttRank, which adds recent attention and youth to citations: the attention that the paper may expect; sums to 1. Never null.';
COMMENT ON COLUMN "paper_metrics"."half_life" IS 'Years after publication by which half of the citations of known age had come; null without any.';
COMMENT ON COLUMN "paper_metrics"."sleeping_beauty" IS 'Beauty coefficient: high for a paper that was cited little for long and then much; null without citations of known age.';
COMMENT ON COLUMN "paper_metrics"."awakening_year" IS 'Year in which it woke; null without citations of known age.';
COMMENT ON COLUMN "paper_metrics"."percentile" IS 'Percentile of its citations among papers of the same first category and year, ties at their middle, from 0 to 100; null where category or year is unknown.';
COMMENT ON COLUMN "paper_metrics"."field_normalised" IS 'Its citations over the mean of papers of the same first category and year; null where one of these is unknown or none of the papers is cited.';

CREATE OR REPLACE VIEW "paper_citation_years" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("age" AS INTEGER) AS "age",
  CAST("citations" AS INTEGER) AS "citations"
FROM read_parquet('${paper_citation_years}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "paper_citation_years" IS 'The citations of one paper at one age. Key: paper_id, age.';
COMMENT ON COLUMN "paper_citation_years"."paper_id" IS 'The cited paper. Never null.';
COMMENT ON COLUMN "paper_citation_years"."age" IS 'Years from its publication to that of the citing papers; 0 for those of an earlier year, too. Never null.';
COMMENT ON COLUMN "paper_citation_years"."citations" IS 'Citations of that age, at least 1; those where a year is unknown have no age. Never null.';

CREATE OR REPLACE VIEW "author_citation_metrics" AS
SELECT
  CAST("author_id" AS VARCHAR) AS "author_id",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("citations" AS BIGINT) AS "citations",
  CAST("h_index" AS INTEGER) AS "h_index",
  CAST("g_index" AS INTEGER) AS "g_index",
  CAST("i10" AS INTEGER) AS "i10",
  CAST("m_quotient" AS DOUBLE) AS "m_quotient",
  CAST("fractional_h" AS INTEGER) AS "fractional_h"
FROM read_parquet('${author_citation_metrics}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "author_citation_metrics" IS 'How the papers of one author are cited. Key: author_id.';
COMMENT ON COLUMN "author_citation_metrics"."author_id" IS 'The author. Never null.';
COMMENT ON COLUMN "author_citation_metrics"."papers" IS 'Papers. Never null.';
COMMENT ON COLUMN "author_citation_metrics"."citations" IS 'Citations of the papers, self-citations included. Never null.';
COMMENT ON COLUMN "author_citation_metrics"."h_index" IS 'Largest h such that h papers have h citations or more each. Never null.';
COMMENT ON COLUMN "author_citation_metrics"."g_index" IS 'Largest g, up to the number of papers, such that the g most cited have g² citations together. Never null.';
COMMENT ON COLUMN "author_citation_metrics"."i10" IS 'Papers with 10 citations or more. Never null.';
COMMENT ON COLUMN "author_citation_metrics"."m_quotient" IS 'h_index a year from the author''s first paper to the latest year of the corpus, both counted; null where no paper has a year.';
COMMENT ON COLUMN "author_citation_metrics"."fractional_h" IS 'h-index with the citations of each paper divided by the number of its authors. Never null.';

CREATE OR REPLACE VIEW "bibliographic_coupling" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("other_id" AS VARCHAR) AS "other_id",
  CAST("shared_references" AS INTEGER) AS "shared_references",
  CAST("cosine" AS DOUBLE) AS "cosine",
  CAST("association_strength" AS DOUBLE) AS "association_strength"
FROM read_parquet('${bibliographic_coupling}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "bibliographic_coupling" IS 'One of the papers whose references are most like those of a paper; references to works outside the corpus count as all others do. Key: paper_id, rank.';
COMMENT ON COLUMN "bibliographic_coupling"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "bibliographic_coupling"."rank" IS 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.';
COMMENT ON COLUMN "bibliographic_coupling"."other_id" IS 'The other paper of the corpus. Never null.';
COMMENT ON COLUMN "bibliographic_coupling"."shared_references" IS 'Works that both cite, in the corpus or not, at least citations.coupling-min-shared; those that more than citations.coupling-max-papers papers cite are left out here and below. Never null.';
COMMENT ON COLUMN "bibliographic_coupling"."cosine" IS 'shared_references over the geometric mean of the two numbers of references, from above 0 to 1. Never null.';
COMMENT ON COLUMN "bibliographic_coupling"."association_strength" IS 'shared_references over what they would share by chance: the product of the two numbers of references over the number of all cited works. Never null.';

CREATE OR REPLACE VIEW "cocitation" AS
SELECT
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("other_id" AS VARCHAR) AS "other_id",
  CAST("shared_citations" AS INTEGER) AS "shared_citations",
  CAST("cosine" AS DOUBLE) AS "cosine",
  CAST("association_strength" AS DOUBLE) AS "association_strength"
FROM read_parquet('${cocitation}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "cocitation" IS 'One of the papers that are most cited together with a paper. Key: paper_id, rank.';
COMMENT ON COLUMN "cocitation"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "cocitation"."rank" IS 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.';
COMMENT ON COLUMN "cocitation"."other_id" IS 'The other paper of the corpus. Never null.';
COMMENT ON COLUMN "cocitation"."shared_citations" IS 'Papers that cite both, at least citations.coupling-min-shared; those that cite more than citations.coupling-max-papers papers of the corpus are left out here and below. Never null.';
COMMENT ON COLUMN "cocitation"."cosine" IS 'shared_citations over the geometric mean of the two numbers of citations, from above 0 to 1. Never null.';
COMMENT ON COLUMN "cocitation"."association_strength" IS 'shared_citations over what they would share by chance: the product of the two numbers of citations over the number of all citing papers. Never null.';

CREATE OR REPLACE VIEW "topic_main_paths" AS
SELECT
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("position" AS INTEGER) AS "position",
  CAST("citing_id" AS VARCHAR) AS "citing_id",
  CAST("cited_id" AS VARCHAR) AS "cited_id",
  CAST("search_paths" AS DOUBLE) AS "search_paths",
  CAST("weight" AS DOUBLE) AS "weight"
FROM read_parquet('${topic_main_paths}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "topic_main_paths" IS 'One citation on the main path of a topic: the path of the greatest sum of weights through the papers whose largest topic it is. Of papers that cite each other in a circle, only citations of earlier ones count. Key: topic_id, position.';
COMMENT ON COLUMN "topic_main_paths"."topic_id" IS 'The topic; one within whose papers there is no citation has no row. Never null.';
COMMENT ON COLUMN "topic_main_paths"."position" IS 'Place on the path, from 1 for the oldest citation; what is cited at a place cites at the place before. Never null.';
COMMENT ON COLUMN "topic_main_paths"."citing_id" IS 'The citing paper. Never null.';
COMMENT ON COLUMN "topic_main_paths"."cited_id" IS 'The cited paper. Never null.';
COMMENT ON COLUMN "topic_main_paths"."search_paths" IS 'Search path count: paths over this citation from a paper of the topic that none of its papers cites to one that cites none; exact up to 2^53, null beyond 10^308.';
COMMENT ON COLUMN "topic_main_paths"."weight" IS 'search_paths over the number of all search paths of the topic, up to 1. Never null.';

CREATE OR REPLACE VIEW "trending" AS
SELECT
  CAST("period" AS VARCHAR) AS "period",
  CAST("period_start" AS DATE) AS "period_start",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("paper_id" AS VARCHAR) AS "paper_id",
  CAST("score" AS DOUBLE) AS "score",
  CAST("attention_part" AS DOUBLE) AS "attention_part",
  CAST("citation_part" AS DOUBLE) AS "citation_part",
  CAST("topic_part" AS DOUBLE) AS "topic_part",
  CAST("age_days" AS INTEGER) AS "age_days",
  CAST("decay" AS DOUBLE) AS "decay",
  CAST("upvotes" AS INTEGER) AS "upvotes",
  CAST("comments" AS INTEGER) AS "comments",
  CAST("recent_citations" AS DOUBLE) AS "recent_citations",
  CAST("period_citations" AS BIGINT) AS "period_citations",
  CAST("topic_id" AS INTEGER) AS "topic_id",
  CAST("topic_growth" AS DOUBLE) AS "topic_growth"
FROM read_parquet('${trending}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "trending" IS 'One paper that people look at in one day, week or month. Key: period, period_start, rank.';
COMMENT ON COLUMN "trending"."period" IS 'Kind of period: day, week or month. Never null.';
COMMENT ON COLUMN "trending"."period_start" IS 'First day of the period, Monday for a week; only the latest periods in which papers were published are told of, as many as trending.periods. Never null.';
COMMENT ON COLUMN "trending"."rank" IS 'Place by falling score, from 1; ties by later publication, then by paper_id. Never null.';
COMMENT ON COLUMN "trending"."paper_id" IS 'The paper. Never null.';
COMMENT ON COLUMN "trending"."score" IS 'attention_part + citation_part + topic_part, above 0; one more is one doubling. Never null.';
COMMENT ON COLUMN "trending"."attention_part" IS 'trending.attention-weight times log2(1 + (upvotes + comments) decay); 0 where the source tells of neither. Never null.';
COMMENT ON COLUMN "trending"."citation_part" IS 'trending.citation-weight times log2(1 + recent_citations). Never null.';
COMMENT ON COLUMN "trending"."topic_part" IS 'trending.topic-weight times decay times topic_growth; 0 without topics. Never null.';
COMMENT ON COLUMN "trending"."age_days" IS 'Days from the paper''s publication to the last day of the period. Never null.';
COMMENT ON COLUMN "trending"."decay" IS '2^(-age_days / half-life in days), from 0 to 1; 0 from eight half-lives on. Never null.';
COMMENT ON COLUMN "trending"."upvotes" IS 'Votes at the time of capture; null where not told.';
COMMENT ON COLUMN "trending"."comments" IS 'Comments at the time of capture; null where not told.';
COMMENT ON COLUMN "trending"."recent_citations" IS 'Citations by other papers of the corpus up to the last day of the period, each times 2^(-its age in days / half-life), without self-citations. Never null.';
COMMENT ON COLUMN "trending"."period_citations" IS 'How many of them were published in the period. Never null.';
COMMENT ON COLUMN "trending"."topic_id" IS 'Its main topic, of greatest weight; null without topics.';
COMMENT ON COLUMN "trending"."topic_growth" IS 'Growth of its topics in the period, weighted as the paper has them, in doublings that are sure; null without topics.';

CREATE OR REPLACE VIEW "bursts" AS
SELECT
  CAST("period" AS VARCHAR) AS "period",
  CAST("period_start" AS DATE) AS "period_start",
  CAST("kind" AS VARCHAR) AS "kind",
  CAST("rank" AS INTEGER) AS "rank",
  CAST("item_id" AS INTEGER) AS "item_id",
  CAST("label" AS VARCHAR) AS "label",
  CAST("papers" AS BIGINT) AS "papers",
  CAST("period_papers" AS BIGINT) AS "period_papers",
  CAST("baseline_papers" AS BIGINT) AS "baseline_papers",
  CAST("baseline_period_papers" AS BIGINT) AS "baseline_period_papers",
  CAST("rate_ratio" AS DOUBLE) AS "rate_ratio",
  CAST("ratio_low" AS DOUBLE) AS "ratio_low",
  CAST("ratio_high" AS DOUBLE) AS "ratio_high",
  CAST("p_value" AS DOUBLE) AS "p_value",
  CAST("q_value" AS DOUBLE) AS "q_value"
FROM read_parquet('${bursts}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "bursts" IS 'One term or topic that stands in more papers of a period than those before it let expect. Key: period, period_start, kind, rank.';
COMMENT ON COLUMN "bursts"."period" IS 'Kind of period: day, week, month or year. Never null.';
COMMENT ON COLUMN "bursts"."period_start" IS 'First day of the period, Monday for a week; the latest periods with papers, as many as trending.periods. Never null.';
COMMENT ON COLUMN "bursts"."kind" IS 'What bursts: term or topic. Never null.';
COMMENT ON COLUMN "bursts"."rank" IS 'Place among those of its kind and period by rising p_value, from 1; ties by falling rate_ratio, then by item_id. Never null.';
COMMENT ON COLUMN "bursts"."item_id" IS 'The term_id of vocabulary, or topic_id of topics. Never null.';
COMMENT ON COLUMN "bursts"."label" IS 'The term as it is written, or the topic''s label. Never null.';
COMMENT ON COLUMN "bursts"."papers" IS 'Papers of the period that hold the term, or whose main topic it is. Never null.';
COMMENT ON COLUMN "bursts"."period_papers" IS 'All papers of the period with terms, or with topics. Never null.';
COMMENT ON COLUMN "bursts"."baseline_papers" IS 'Papers of the periods before that hold the term, or whose main topic it is. Never null.';
COMMENT ON COLUMN "bursts"."baseline_period_papers" IS 'All papers of the periods before with terms, or with topics, at least 1. Never null.';
COMMENT ON COLUMN "bursts"."rate_ratio" IS 'How many times as frequent as in the periods before, with half a paper added to each count, so that it is finite. Never null.';
COMMENT ON COLUMN "bursts"."ratio_low" IS 'Lower end of the 95 % confidence interval of rate_ratio. Never null.';
COMMENT ON COLUMN "bursts"."ratio_high" IS 'Its upper end. Never null.';
COMMENT ON COLUMN "bursts"."p_value" IS 'Probability of as many papers or more by chance (Fisher''s exact test, one-sided). Never null.';
COMMENT ON COLUMN "bursts"."q_value" IS 'p_value adjusted for the number of terms or topics tested in the period (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such bursts is expected to be chance. Never null.';

CREATE OR REPLACE VIEW "quality_checks" AS
SELECT
  CAST("check" AS VARCHAR) AS "check",
  CAST("severity" AS VARCHAR) AS "severity",
  CAST("passed" AS BOOLEAN) AS "passed",
  CAST("accepted" AS BOOLEAN) AS "accepted",
  CAST("observed" AS DOUBLE) AS "observed",
  CAST("threshold" AS DOUBLE) AS "threshold",
  CAST("detail" AS VARCHAR) AS "detail"
FROM read_parquet('${quality_checks}/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "quality_checks" IS 'What a check of the tables that the run wrote found before they were published. Key: check.';
COMMENT ON COLUMN "quality_checks"."check" IS 'Name of the check; SQL wants it in double quotes, being a word of its own. Never null.';
COMMENT ON COLUMN "quality_checks"."severity" IS 'error (a check that fails keeps the tables from being published) or warn. Never null.';
COMMENT ON COLUMN "quality_checks"."passed" IS 'Whether observed is not above threshold. Never null.';
COMMENT ON COLUMN "quality_checks"."accepted" IS 'Whether it failed and a person accepted that with --accept. Never null.';
COMMENT ON COLUMN "quality_checks"."observed" IS 'The figure that was found. Never null.';
COMMENT ON COLUMN "quality_checks"."threshold" IS 'The largest figure that passes, in the same unit. Never null.';
COMMENT ON COLUMN "quality_checks"."detail" IS 'What was found, in a sentence. Never null.';
