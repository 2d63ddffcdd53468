-- The tables of Almagest for spark, made from their contracts by ./mvnw -Pdocs verify.
-- ${papers} and the like stand for the directories of the tables of one version; with these filled in:
--   submit/almagest tables --warehouse warehouse --ddl spark

CREATE OR REPLACE VIEW `papers` (
  `paper_id` COMMENT 'Identity over all sources: <source>:<id>, such as arxiv:0704.0001. Never null.',
  `source` COMMENT 'Format of the record that won the merge: daily-papers, arxiv-tsv, arxiv-json, openalex or aan. Never null.',
  `source_id` COMMENT 'Id within its source; a title digest where the source has none. Never null.',
  `title` COMMENT 'Title in one line. Never null.',
  `abstract` COMMENT 'Abstract as the source gives it.',
  `author_count` COMMENT 'Number of authors; may be known without their names.',
  `published_date` COMMENT 'Day of first publication.',
  `updated_date` COMMENT 'Day of the last change of the content.',
  `year` COMMENT 'Year of first publication.',
  `primary_category` COMMENT 'Main category in the scheme of the source.',
  `categories` COMMENT 'All categories, in the order of the source. Never null.',
  `venue` COMMENT 'Journal or conference as written.',
  `doi` COMMENT 'DOI, lower case, without a resolver address; what is no DOI stands as the source has it.',
  `language` COMMENT 'ISO 639-1 code, where the source gives it.',
  `comment_count` COMMENT 'Comments at the time of capture.',
  `upvotes` COMMENT 'Votes at the time of capture.',
  `organization` COMMENT 'Organisation that a page shows in place of authors.',
  `reference_count` COMMENT 'Distinct works that the paper cites; 0 where the source does not tell. Never null.',
  `content_hash` COMMENT 'SHA-256 in hex of the paper\'s content with its authors and references, without ids and places: equal where nothing changed. Never null.',
  `source_file` COMMENT 'File, or archive and member, of the record that won the merge. Never null.',
  `source_position` COMMENT 'Line on which that record starts, from 1. Never null.'
)
COMMENT 'One paper, merged from all its records. Key: paper_id.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`source` AS STRING) AS `source`,
  CAST(`source_id` AS STRING) AS `source_id`,
  CAST(`title` AS STRING) AS `title`,
  CAST(`abstract` AS STRING) AS `abstract`,
  CAST(`author_count` AS INT) AS `author_count`,
  CAST(`published_date` AS DATE) AS `published_date`,
  CAST(`updated_date` AS DATE) AS `updated_date`,
  CAST(`year` AS INT) AS `year`,
  CAST(`primary_category` AS STRING) AS `primary_category`,
  CAST(`categories` AS ARRAY<STRING>) AS `categories`,
  CAST(`venue` AS STRING) AS `venue`,
  CAST(`doi` AS STRING) AS `doi`,
  CAST(`language` AS STRING) AS `language`,
  CAST(`comment_count` AS INT) AS `comment_count`,
  CAST(`upvotes` AS INT) AS `upvotes`,
  CAST(`organization` AS STRING) AS `organization`,
  CAST(`reference_count` AS INT) AS `reference_count`,
  CAST(`content_hash` AS STRING) AS `content_hash`,
  CAST(`source_file` AS STRING) AS `source_file`,
  CAST(`source_position` AS BIGINT) AS `source_position`
FROM parquet.`${papers}`;

CREATE OR REPLACE VIEW `authorships` (
  `paper_id` COMMENT 'The paper. Never null.',
  `position` COMMENT 'Place in the list of authors, from 1. Never null.',
  `author_id` COMMENT 'The author, by the rule of authors.identity. Never null.',
  `raw_name` COMMENT 'Name as written on this paper. Never null.',
  `fraction` COMMENT 'Share of the paper: 1 / number of its authors. Never null.',
  `affiliation` COMMENT 'Affiliations as written, joined with "; ".'
)
COMMENT 'One author of one paper. Key: paper_id, position.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`position` AS INT) AS `position`,
  CAST(`author_id` AS STRING) AS `author_id`,
  CAST(`raw_name` AS STRING) AS `raw_name`,
  CAST(`fraction` AS DOUBLE) AS `fraction`,
  CAST(`affiliation` AS STRING) AS `affiliation`
FROM parquet.`${authorships}`;

CREATE OR REPLACE VIEW `affiliations` (
  `paper_id` COMMENT 'The paper. Never null.',
  `position` COMMENT 'Place of the author in the list of authors, from 1. Never null.',
  `rank` COMMENT 'Place among those of the author on this paper, from 1. Never null.',
  `author_id` COMMENT 'The author. Never null.',
  `institution_id` COMMENT 'The source\'s id of the institution, such as openalex:I123; null where the source does not know which one it is.',
  `institution_name` COMMENT 'Its name; null where only the country is known.',
  `country_code` COMMENT 'Its country, ISO 3166-1 alpha-2, such as DE.'
)
COMMENT 'One institution or country that an author gives on one paper. Key: paper_id, position, rank.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`position` AS INT) AS `position`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`author_id` AS STRING) AS `author_id`,
  CAST(`institution_id` AS STRING) AS `institution_id`,
  CAST(`institution_name` AS STRING) AS `institution_name`,
  CAST(`country_code` AS STRING) AS `country_code`
FROM parquet.`${affiliations}`;

CREATE OR REPLACE VIEW `citations` (
  `citing_id` COMMENT 'The citing paper; from a list of citations also a work outside the corpus. Never null.',
  `cited_id` COMMENT 'The cited work, in the corpus or not. Never null.',
  `resolved` COMMENT 'Whether both are papers of this corpus. Never null.',
  `self_citation` COMMENT 'Whether the two share an author; null where not resolved, or where the authors of one are not known.'
)
COMMENT 'One paper citing one work. Key: citing_id, cited_id.'
AS SELECT
  CAST(`citing_id` AS STRING) AS `citing_id`,
  CAST(`cited_id` AS STRING) AS `cited_id`,
  CAST(`resolved` AS BOOLEAN) AS `resolved`,
  CAST(`self_citation` AS BOOLEAN) AS `self_citation`
FROM parquet.`${citations}`;

CREATE OR REPLACE VIEW `rejected_records` (
  `source_file` COMMENT 'File, or archive and member. Never null.',
  `source_position` COMMENT 'Line on which the record starts, from 1; for a whole file a line behind the start of the last record read. Never null.',
  `reason` COMMENT 'Kind of fault, such as malformed-record. Never null.',
  `detail` COMMENT 'What is wrong, in a sentence. Never null.',
  `raw_base64` COMMENT 'First 4,096 bytes of the record, in Base64. Never null.'
)
COMMENT 'One record, or one file, that could not be read. Key: source_file, source_position.'
AS SELECT
  CAST(`source_file` AS STRING) AS `source_file`,
  CAST(`source_position` AS BIGINT) AS `source_position`,
  CAST(`reason` AS STRING) AS `reason`,
  CAST(`detail` AS STRING) AS `detail`,
  CAST(`raw_base64` AS STRING) AS `raw_base64`
FROM parquet.`${rejected_records}`;

CREATE OR REPLACE VIEW `changes` (
  `paper_id` COMMENT 'The paper. Never null.',
  `kind` COMMENT 'added (the snapshot before did not have it), changed, or gone (only the snapshot before had it). Never null.',
  `fields` COMMENT 'What of a changed paper differs, sorted: columns of papers, authors (names and their order), affiliations and references; empty for an added or gone one. Never null.'
)
COMMENT 'A paper that the last ingest found added, changed or gone, compared with the snapshot on which it built. Key: paper_id.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`kind` AS STRING) AS `kind`,
  CAST(`fields` AS ARRAY<STRING>) AS `fields`
FROM parquet.`${changes}`;

CREATE OR REPLACE VIEW `vocabulary` (
  `term_id` COMMENT 'Number of the term, from 0; more frequent terms come first, at the time when the vocabulary was found. Never null.',
  `term` COMMENT 'The word, or phrase of two or three words, in its most frequent written form. Never null.',
  `document_frequency` COMMENT 'Papers that hold the term; a word inside a phrase does not count. 0 only where terms.refresh kept the term. Never null.',
  `collection_frequency` COMMENT 'Occurrences over all papers, counted in the same way. Never null.',
  `idf` COMMENT 'ln((papers + 1) / (document_frequency + 1)). Never null.',
  `words` COMMENT 'Number of words: 1 for a word, 2 or 3 for a phrase. Never null.',
  `npmi` COMMENT 'How much more often than by chance the words of a phrase stand side by side: normalised pointwise mutual information, at most 1; null for a word.'
)
COMMENT 'One term of the corpus: a word or a phrase. Key: term_id.'
AS SELECT
  CAST(`term_id` AS INT) AS `term_id`,
  CAST(`term` AS STRING) AS `term`,
  CAST(`document_frequency` AS BIGINT) AS `document_frequency`,
  CAST(`collection_frequency` AS BIGINT) AS `collection_frequency`,
  CAST(`idf` AS DOUBLE) AS `idf`,
  CAST(`words` AS INT) AS `words`,
  CAST(`npmi` AS DOUBLE) AS `npmi`
FROM parquet.`${vocabulary}`;

CREATE OR REPLACE VIEW `paper_vectors` (
  `paper_id` COMMENT 'The paper. Never null.',
  `term_ids` COMMENT 'Terms of the vocabulary in the paper, rising. Never null.',
  `term_counts` COMMENT 'Occurrences of each, in the same order. Never null.',
  `token_count` COMMENT 'Sum of term_counts; 0 for a paper without a term of the vocabulary. Never null.'
)
COMMENT 'The bag of words of one paper: what topic models train on. Key: paper_id.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`term_ids` AS ARRAY<INT>) AS `term_ids`,
  CAST(`term_counts` AS ARRAY<INT>) AS `term_counts`,
  CAST(`token_count` AS BIGINT) AS `token_count`
FROM parquet.`${paper_vectors}`;

CREATE OR REPLACE VIEW `paper_terms` (
  `paper_id` COMMENT 'The paper. Never null.',
  `rank` COMMENT 'Place by falling tfidf, from 1; ties by term_id. Never null.',
  `term_id` COMMENT 'The term. Never null.',
  `term` COMMENT 'Its written form. Never null.',
  `tf` COMMENT 'Occurrences in title and abstract. Never null.',
  `tfidf` COMMENT 'tf times idf. Never null.'
)
COMMENT 'One of the most characteristic terms of a paper. Key: paper_id, rank.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`term_id` AS INT) AS `term_id`,
  CAST(`term` AS STRING) AS `term`,
  CAST(`tf` AS INT) AS `tf`,
  CAST(`tfidf` AS DOUBLE) AS `tfidf`
FROM parquet.`${paper_terms}`;

CREATE OR REPLACE VIEW `topics` (
  `topic_id` COMMENT 'Number of the topic, from 0; in a first model larger topics come first, and later a topic keeps its number as long as it is the same. Never null.',
  `label` COMMENT 'Its most characteristic words, distinct within the model. Never null.',
  `token_share` COMMENT 'Share of all tokens that the model gives to the topic; sums to 1. Never null.',
  `paper_count` COMMENT 'Papers of which it is the main topic. Never null.',
  `coherence_npmi` COMMENT 'Mean normalised pointwise mutual information of the pairs of its ten most probable terms, from -1 to 1; null where it has fewer than two terms.',
  `coherence_cv` COMMENT 'C_V coherence of its ten most probable terms (Roeder et al. 2015), with whole papers as windows; null where it has fewer than two terms.',
  `stability` COMMENT 'Mean cosine similarity to its counterpart in models of other seeds, from 0 to 1; null without topics.stability-seeds.',
  `flag` COMMENT 'background for a topic of general words, junk for one without a subject; null for a subject.',
  `area_id` COMMENT 'Group of similar topics, from 0; larger groups come first. Never null.',
  `map_x` COMMENT 'Place on a map where near topics share terms: first principal coordinate of their distances. Never null.',
  `map_y` COMMENT 'Second principal coordinate. Never null.',
  `growth` COMMENT 'Mean change of its share a year over its mean share, by weighted regression over the years; null with fewer than three years.',
  `growth_q` COMMENT 'Significance of growth: p-value of the slope, adjusted for the number of topics (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such topics is expected to have no trend.',
  `prior` COMMENT 'Prior weight of the topic in a paper, alpha, in tokens; null where the trainer does not tell.'
)
COMMENT 'One topic. Key: topic_id.'
AS SELECT
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`label` AS STRING) AS `label`,
  CAST(`token_share` AS DOUBLE) AS `token_share`,
  CAST(`paper_count` AS BIGINT) AS `paper_count`,
  CAST(`coherence_npmi` AS DOUBLE) AS `coherence_npmi`,
  CAST(`coherence_cv` AS DOUBLE) AS `coherence_cv`,
  CAST(`stability` AS DOUBLE) AS `stability`,
  CAST(`flag` AS STRING) AS `flag`,
  CAST(`area_id` AS INT) AS `area_id`,
  CAST(`map_x` AS DOUBLE) AS `map_x`,
  CAST(`map_y` AS DOUBLE) AS `map_y`,
  CAST(`growth` AS DOUBLE) AS `growth`,
  CAST(`growth_q` AS DOUBLE) AS `growth_q`,
  CAST(`prior` AS DOUBLE) AS `prior`
FROM parquet.`${topics}`;

CREATE OR REPLACE VIEW `topic_terms` (
  `topic_id` COMMENT 'The topic. Never null.',
  `rank` COMMENT 'Place by falling probability, from 1. Never null.',
  `term` COMMENT 'Written form of the term. Never null.',
  `probability` COMMENT 'P(term | topic). Never null.',
  `relevance` COMMENT '0.6 ln P(term | topic) + 0.4 ln (P(term | topic) / P(term)), after Sievert and Shirley (2014). Never null.'
)
COMMENT 'One of the most probable terms of a topic. Key: topic_id, rank.'
AS SELECT
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`term` AS STRING) AS `term`,
  CAST(`probability` AS DOUBLE) AS `probability`,
  CAST(`relevance` AS DOUBLE) AS `relevance`
FROM parquet.`${topic_terms}`;

CREATE OR REPLACE VIEW `topic_words` (
  `topic_id` COMMENT 'The topic. Never null.',
  `term` COMMENT 'Written form of the term. Never null.',
  `probability` COMMENT 'P(term | topic), without smoothing; sums to 1 over the topic. Never null.',
  `tokens` COMMENT 'Tokens of the term in the topic, a mean over the last sweeps of the training: with prior and word_prior all there is of a model; null where the trainer does not tell.'
)
COMMENT 'One term of a topic, with all others of the topic. Key: topic_id, term.'
AS SELECT
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`term` AS STRING) AS `term`,
  CAST(`probability` AS DOUBLE) AS `probability`,
  CAST(`tokens` AS DOUBLE) AS `tokens`
FROM parquet.`${topic_words}`;

CREATE OR REPLACE VIEW `paper_topics` (
  `paper_id` COMMENT 'The paper. Never null.',
  `topic_id` COMMENT 'The topic. Never null.',
  `weight` COMMENT 'P(topic | paper), without weights below topics.min-weight; sums to 1 over the paper. Never null.'
)
COMMENT 'The weight of one topic in one paper. Key: paper_id, topic_id.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`weight` AS DOUBLE) AS `weight`
FROM parquet.`${paper_topics}`;

CREATE OR REPLACE VIEW `topic_papers` (
  `topic_id` COMMENT 'The topic. Never null.',
  `rank` COMMENT 'Place by falling weight, from 1; among equal ones by falling length. Never null.',
  `paper_id` COMMENT 'The paper. Never null.',
  `weight` COMMENT 'P(topic | paper). Never null.'
)
COMMENT 'One of the papers that represent a topic best. Key: topic_id, rank.'
AS SELECT
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`weight` AS DOUBLE) AS `weight`
FROM parquet.`${topic_papers}`;

CREATE OR REPLACE VIEW `topic_trends` (
  `topic_id` COMMENT 'The topic. Never null.',
  `period` COMMENT 'Year or month of publication, such as 2019 or 2019-05. Never null.',
  `paper_weight` COMMENT 'Sum of the weights of the topic over the papers of the period. Never null.',
  `share` COMMENT 'paper_weight over the number of papers with topics in the period. Never null.',
  `papers` COMMENT 'Papers with topics in the period. Never null.',
  `share_low` COMMENT 'Lower end of the 95 % confidence interval of share: 1.96 standard errors of the mean weight below it, and at least 0; null for a period of one paper.',
  `share_high` COMMENT 'Its upper end, at most 1.'
)
COMMENT 'The weight of one topic in one year or month. Key: topic_id, period.'
AS SELECT
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`period` AS STRING) AS `period`,
  CAST(`paper_weight` AS DOUBLE) AS `paper_weight`,
  CAST(`share` AS DOUBLE) AS `share`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`share_low` AS DOUBLE) AS `share_low`,
  CAST(`share_high` AS DOUBLE) AS `share_high`
FROM parquet.`${topic_trends}`;

CREATE OR REPLACE VIEW `topic_facets` (
  `topic_id` COMMENT 'The topic. Never null.',
  `facet` COMMENT 'What the papers have in common: category or venue. Never null.',
  `value` COMMENT 'Which category or venue. Never null.',
  `papers` COMMENT 'Papers with topics that have it. Never null.',
  `paper_weight` COMMENT 'Sum of the weights of the topic over these papers. Never null.',
  `share` COMMENT 'paper_weight over papers. Never null.',
  `lift` COMMENT 'share over the share of the topic in all papers. Never null.'
)
COMMENT 'The weight of one topic in the papers of one category or venue. Key: topic_id, facet, value.'
AS SELECT
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`facet` AS STRING) AS `facet`,
  CAST(`value` AS STRING) AS `value`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`paper_weight` AS DOUBLE) AS `paper_weight`,
  CAST(`share` AS DOUBLE) AS `share`,
  CAST(`lift` AS DOUBLE) AS `lift`
FROM parquet.`${topic_facets}`;

CREATE OR REPLACE VIEW `topic_pairs` (
  `topic_a` COMMENT 'The topic with the smaller id. Never null.',
  `topic_b` COMMENT 'The other. Never null.',
  `papers` COMMENT 'Papers in which both have weight, or 0. Never null.',
  `correlation` COMMENT 'Correlation of their weights over all papers with topics, from -1 to 1; 0 where a topic has the same weight in all. Never null.',
  `distance` COMMENT 'Square root of the Jensen-Shannon divergence of their term distributions in nats, from 0 to 0.83. Never null.'
)
COMMENT 'Two topics, each pair once: how far apart, and how often in the same papers. Key: topic_a, topic_b.'
AS SELECT
  CAST(`topic_a` AS INT) AS `topic_a`,
  CAST(`topic_b` AS INT) AS `topic_b`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`correlation` AS DOUBLE) AS `correlation`,
  CAST(`distance` AS DOUBLE) AS `distance`
FROM parquet.`${topic_pairs}`;

CREATE OR REPLACE VIEW `topic_models` (
  `topic_count` COMMENT 'Number of topics asked for. Never null.',
  `selected` COMMENT 'Whether the other topic tables are of this model. Never null.',
  `reason` COMMENT 'Why it was selected, or why another was. Never null.',
  `algorithm` COMMENT 'The trainer, as topics.algorithm names it. Never null.',
  `iterations` COMMENT 'Sweeps or iterations of the training. Never null.',
  `held_out_perplexity` COMMENT 'Perplexity of held-out papers by document completion, with this model; null where none were held out, or a model was not trained by gibbs in this run.',
  `coherence_npmi` COMMENT 'Mean coherence_npmi of its topics.',
  `coherence_cv` COMMENT 'Mean coherence_cv of its topics.',
  `diversity` COMMENT 'Share of distinct terms among the 25 most probable terms of all topics (Dieng et al. 2020).',
  `stability` COMMENT 'Mean stability of its topics; null without topics.stability-seeds.',
  `word_prior` COMMENT 'Prior weight of each term in a topic, beta, in tokens; null where the trainer does not tell.',
  `seconds` COMMENT 'Seconds that training took: a measurement, which differs from run to run. Never null.',
  `largest_topic_id` COMMENT 'Largest topic_id that the warehouse has given so far, also to topics that are gone: none is given twice. Null for a model that is not selected.'
)
COMMENT 'One model that was trained, and how good it is. Key: topic_count.'
AS SELECT
  CAST(`topic_count` AS INT) AS `topic_count`,
  CAST(`selected` AS BOOLEAN) AS `selected`,
  CAST(`reason` AS STRING) AS `reason`,
  CAST(`algorithm` AS STRING) AS `algorithm`,
  CAST(`iterations` AS INT) AS `iterations`,
  CAST(`held_out_perplexity` AS DOUBLE) AS `held_out_perplexity`,
  CAST(`coherence_npmi` AS DOUBLE) AS `coherence_npmi`,
  CAST(`coherence_cv` AS DOUBLE) AS `coherence_cv`,
  CAST(`diversity` AS DOUBLE) AS `diversity`,
  CAST(`stability` AS DOUBLE) AS `stability`,
  CAST(`word_prior` AS DOUBLE) AS `word_prior`,
  CAST(`seconds` AS DOUBLE) AS `seconds`,
  CAST(`largest_topic_id` AS INT) AS `largest_topic_id`
FROM parquet.`${topic_models}`;

CREATE OR REPLACE VIEW `topic_training` (
  `topic_count` COMMENT 'Number of topics of the model. Never null.',
  `sweep` COMMENT 'Sweeps done. Never null.',
  `held_out_perplexity` COMMENT 'Perplexity of held-out papers by document completion, with the topics as they were; null where none were held out.',
  `tokens_per_second` COMMENT 'Tokens drawn a second since the look before: a measurement, which differs from run to run. Never null.'
)
COMMENT 'One look at a training on its way. Key: topic_count, sweep.'
AS SELECT
  CAST(`topic_count` AS INT) AS `topic_count`,
  CAST(`sweep` AS INT) AS `sweep`,
  CAST(`held_out_perplexity` AS DOUBLE) AS `held_out_perplexity`,
  CAST(`tokens_per_second` AS DOUBLE) AS `tokens_per_second`
FROM parquet.`${topic_training}`;

CREATE OR REPLACE VIEW `topic_lineage` (
  `event` COMMENT 'Number of the event, from 0. Never null.',
  `kind` COMMENT 'same, born, died, split or merged. Never null.',
  `previous_topic_id` COMMENT 'The topic before; null for one that is born.',
  `topic_id` COMMENT 'The topic now; null for one that died.',
  `similarity` COMMENT 'Cosine similarity of their term distributions; where there is only one, its largest to any topic of the other version, 0 if that has none. Never null.'
)
COMMENT 'What became of a topic since the snapshot before. Key: event.'
AS SELECT
  CAST(`event` AS INT) AS `event`,
  CAST(`kind` AS STRING) AS `kind`,
  CAST(`previous_topic_id` AS INT) AS `previous_topic_id`,
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`similarity` AS DOUBLE) AS `similarity`
FROM parquet.`${topic_lineage}`;

CREATE OR REPLACE VIEW `authors` (
  `author_id` COMMENT 'Identity by the rule of authors.identity. Never null.',
  `display_name` COMMENT 'The name written on most papers; ties by code point. Never null.',
  `name_key` COMMENT 'The name without regard to case, accents and spacing. Never null.',
  `paper_count` COMMENT 'Papers. Never null.',
  `first_year` COMMENT 'Year of the first paper with a year.',
  `last_year` COMMENT 'Year of the last paper with a year.'
)
COMMENT 'One author. Key: author_id.'
AS SELECT
  CAST(`author_id` AS STRING) AS `author_id`,
  CAST(`display_name` AS STRING) AS `display_name`,
  CAST(`name_key` AS STRING) AS `name_key`,
  CAST(`paper_count` AS BIGINT) AS `paper_count`,
  CAST(`first_year` AS INT) AS `first_year`,
  CAST(`last_year` AS INT) AS `last_year`
FROM parquet.`${authors}`;

CREATE OR REPLACE VIEW `author_years` (
  `author_id` COMMENT 'The author. Never null.',
  `year` COMMENT 'Year of publication. Never null.',
  `papers` COMMENT 'Papers of the year, at least 1. Never null.',
  `collaborators` COMMENT 'Authors with whom there is a paper of that year; those of papers with more than coauthors.max-authors-per-paper authors do not count. Never null.',
  `new_collaborators` COMMENT 'Those among them with whom there is no earlier paper; papers without a year do not count. Never null.'
)
COMMENT 'One author in one year with papers. Key: author_id, year.'
AS SELECT
  CAST(`author_id` AS STRING) AS `author_id`,
  CAST(`year` AS INT) AS `year`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`collaborators` AS BIGINT) AS `collaborators`,
  CAST(`new_collaborators` AS BIGINT) AS `new_collaborators`
FROM parquet.`${author_years}`;

CREATE OR REPLACE VIEW `coauthor_edges` (
  `author_a` COMMENT 'The author whose id comes first. Never null.',
  `author_b` COMMENT 'The other one. Never null.',
  `papers` COMMENT 'Papers together. Never null.',
  `weight_full` COMMENT 'Full counting: 1 a paper. Never null.',
  `weight_fractional` COMMENT 'Collaboration strength after Newman (2001), fractional counting of links: 1 / (n - 1) a paper of n authors, so that an author\'s weights sum to the papers that have another author. Never null.',
  `weight_complete_normalised` COMMENT 'Complete-normalised counting (Gauffriau et al. 2007), fractional counting of authors: 1 / n a paper of n authors, an author\'s share of it. Never null.',
  `association_strength` COMMENT 'Papers together over the number to be expected if authors met by chance (van Eck and Waltman 2009), c_ab / (s_a s_b / 2m) = 2m c_ab / (s_a s_b): c_ab the papers together, s_a and s_b each author\'s sum of c over all edges, m the sum of c over all edges of the graph; above 1 for more than expected. Never null.',
  `first_year` COMMENT 'Year of the first paper together with a year.',
  `last_year` COMMENT 'Year of the last paper together with a year.'
)
COMMENT 'Two authors with papers together; author_a < author_b. Key: author_a, author_b.'
AS SELECT
  CAST(`author_a` AS STRING) AS `author_a`,
  CAST(`author_b` AS STRING) AS `author_b`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`weight_full` AS DOUBLE) AS `weight_full`,
  CAST(`weight_fractional` AS DOUBLE) AS `weight_fractional`,
  CAST(`weight_complete_normalised` AS DOUBLE) AS `weight_complete_normalised`,
  CAST(`association_strength` AS DOUBLE) AS `association_strength`,
  CAST(`first_year` AS INT) AS `first_year`,
  CAST(`last_year` AS INT) AS `last_year`
FROM parquet.`${coauthor_edges}`;

CREATE OR REPLACE VIEW `coauthor_edge_years` (
  `author_a` COMMENT 'The author whose id comes first. Never null.',
  `author_b` COMMENT 'The other one. Never null.',
  `year` COMMENT 'Year of publication; papers without a year are in coauthor_edges alone. Never null.',
  `papers` COMMENT 'Papers together in that year, at least 1. Never null.',
  `weight_fractional` COMMENT 'Sum of 1 / (n - 1) over these papers, n authors each. Never null.',
  `weight_complete_normalised` COMMENT 'Sum of 1 / n over these papers, n authors each. Never null.'
)
COMMENT 'Two authors in one year with papers together, the co-author graph of any span of years; author_a < author_b. Key: author_a, author_b, year.'
AS SELECT
  CAST(`author_a` AS STRING) AS `author_a`,
  CAST(`author_b` AS STRING) AS `author_b`,
  CAST(`year` AS INT) AS `year`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`weight_fractional` AS DOUBLE) AS `weight_fractional`,
  CAST(`weight_complete_normalised` AS DOUBLE) AS `weight_complete_normalised`
FROM parquet.`${coauthor_edge_years}`;

CREATE OR REPLACE VIEW `author_metrics` (
  `author_id` COMMENT 'The author. Never null.',
  `degree` COMMENT 'Co-authors. Never null.',
  `strength` COMMENT 'Sum of weight_full over the edges. Never null.',
  `pagerank` COMMENT 'PageRank with damping 0.85 over edges weighted by papers together; sums to 1. Never null.',
  `component_id` COMMENT 'Connected component, from 0; larger ones come first, ties by smallest author_id. Never null.',
  `in_giant_component` COMMENT 'Whether its component is larger than any other. Never null.',
  `community_id` COMMENT 'Community by the Leiden algorithm with modularity, from 0; in a first snapshot larger ones come first, and later a community keeps its number as long as it continues, by the rule of community_lineage. Null in a graph of more edges than graph.max-local-edges and graph.max-community-edges.',
  `core_number` COMMENT 'Largest k such that the author is in a group in which all have k co-authors. Never null.',
  `clustering` COMMENT 'Share of pairs of co-authors who wrote together, too, from 0 to 1; null with fewer than two co-authors.',
  `betweenness` COMMENT 'Pairs of authors whose shortest paths go through the author, in parts where there are several paths; estimated from coauthors.centrality-samples authors.',
  `betweenness_error` COMMENT 'Standard error of betweenness.',
  `harmonic_closeness` COMMENT 'Mean of 1 / distance to all other authors, 0 for those not reached; estimated as betweenness.',
  `harmonic_closeness_error` COMMENT 'Standard error of harmonic_closeness.',
  `papers` COMMENT 'Papers. Never null.',
  `fractional_papers` COMMENT 'Sum of 1 / number of authors over the papers. Never null.'
)
COMMENT 'One author in the co-author graph. Key: author_id.'
AS SELECT
  CAST(`author_id` AS STRING) AS `author_id`,
  CAST(`degree` AS INT) AS `degree`,
  CAST(`strength` AS DOUBLE) AS `strength`,
  CAST(`pagerank` AS DOUBLE) AS `pagerank`,
  CAST(`component_id` AS INT) AS `component_id`,
  CAST(`in_giant_component` AS BOOLEAN) AS `in_giant_component`,
  CAST(`community_id` AS INT) AS `community_id`,
  CAST(`core_number` AS INT) AS `core_number`,
  CAST(`clustering` AS DOUBLE) AS `clustering`,
  CAST(`betweenness` AS DOUBLE) AS `betweenness`,
  CAST(`betweenness_error` AS DOUBLE) AS `betweenness_error`,
  CAST(`harmonic_closeness` AS DOUBLE) AS `harmonic_closeness`,
  CAST(`harmonic_closeness_error` AS DOUBLE) AS `harmonic_closeness_error`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`fractional_papers` AS DOUBLE) AS `fractional_papers`
FROM parquet.`${author_metrics}`;

CREATE OR REPLACE VIEW `community_lineage` (
  `event` COMMENT 'Number of the event, from 0. Never null.',
  `kind` COMMENT 'continued (each is the other\'s best match by jaccard, and they share more than half of the smaller), split (more than half of the community was in the previous one, which has other parts or lives on elsewhere), merged (more than half of the previous one is in the community, which takes in others or continues another), born or died (none of these). Never null.',
  `previous_community_id` COMMENT 'The community before; null for one that is born.',
  `community_id` COMMENT 'The community now; null for one that died.',
  `shared_authors` COMMENT 'Authors of both; 0 where there is only one. Never null.',
  `jaccard` COMMENT 'shared_authors over the authors of at least one of them; 0 where there is only one. Never null.',
  `previous_size` COMMENT 'Authors before; 0 for one that is born. Never null.',
  `size` COMMENT 'Authors now; 0 for one that died. Never null.'
)
COMMENT 'What became of a community of authors since the snapshot before; none of one author. Key: event.'
AS SELECT
  CAST(`event` AS INT) AS `event`,
  CAST(`kind` AS STRING) AS `kind`,
  CAST(`previous_community_id` AS INT) AS `previous_community_id`,
  CAST(`community_id` AS INT) AS `community_id`,
  CAST(`shared_authors` AS BIGINT) AS `shared_authors`,
  CAST(`jaccard` AS DOUBLE) AS `jaccard`,
  CAST(`previous_size` AS BIGINT) AS `previous_size`,
  CAST(`size` AS BIGINT) AS `size`
FROM parquet.`${community_lineage}`;

CREATE OR REPLACE VIEW `community_ids` (
  `largest_community_id` COMMENT 'Largest community_id that the warehouse has given so far, also to communities that are gone: none is given twice. Never null.'
)
COMMENT 'How far the ids of communities of authors have come: one row, or none as long as there was no community. Key: largest_community_id.'
AS SELECT
  CAST(`largest_community_id` AS INT) AS `largest_community_id`
FROM parquet.`${community_ids}`;

CREATE OR REPLACE VIEW `coauthor_periods` (
  `span` COMMENT 'window: papers of the years of the period; cumulative: of all years up to its last. Never null.',
  `period_start` COMMENT 'First year of the period, a multiple of coauthors.period-years. Never null.',
  `period_end` COMMENT 'Its last year. Never null.',
  `papers` COMMENT 'Papers that name their authors. Never null.',
  `authors` COMMENT 'Authors of these papers: the nodes of the graph. Never null.',
  `edges` COMMENT 'Pairs of them who share one of the papers, but for those of more than coauthors.max-authors-per-paper authors. Never null.',
  `components` COMMENT 'Connected components, authors without co-authors included. Never null.',
  `giant_share` COMMENT 'Authors of the largest component over all authors. Never null.',
  `density` COMMENT 'Edges over those that there could be, n (n - 1) / 2; null for one author.',
  `mean_clustering` COMMENT 'Mean local clustering coefficient (Watts and Strogatz 1998) of the authors with two co-authors; null without any.',
  `transitivity` COMMENT 'Three times the triangles over the connected triples (Newman, Watts and Strogatz 2002); null without any.',
  `communities` COMMENT 'Communities of two authors and more that the Leiden algorithm finds in this graph. Never null.',
  `modularity` COMMENT 'Modularity of these communities, edges weighted by papers together; null without edges.'
)
COMMENT 'The co-author graph of a period. Key: span, period_start.'
AS SELECT
  CAST(`span` AS STRING) AS `span`,
  CAST(`period_start` AS INT) AS `period_start`,
  CAST(`period_end` AS INT) AS `period_end`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`authors` AS INT) AS `authors`,
  CAST(`edges` AS INT) AS `edges`,
  CAST(`components` AS INT) AS `components`,
  CAST(`giant_share` AS DOUBLE) AS `giant_share`,
  CAST(`density` AS DOUBLE) AS `density`,
  CAST(`mean_clustering` AS DOUBLE) AS `mean_clustering`,
  CAST(`transitivity` AS DOUBLE) AS `transitivity`,
  CAST(`communities` AS INT) AS `communities`,
  CAST(`modularity` AS DOUBLE) AS `modularity`
FROM parquet.`${coauthor_periods}`;

CREATE OR REPLACE VIEW `institutions` (
  `institution_id` COMMENT 'The source\'s id. Never null.',
  `name` COMMENT 'Its name on most authorships; ties by code point.',
  `country_code` COMMENT 'Its country on most authorships; ties by code.',
  `papers` COMMENT 'Papers with an author of it. Never null.',
  `fractional_papers` COMMENT 'Sum of its parts of papers: an author\'s share, 1 / number of authors, is split evenly among the institutions that the author gives and the source knows. Never null.',
  `collaborative_papers` COMMENT 'Those of its papers that have another known institution, too. Never null.',
  `authors` COMMENT 'Authors who give it on a paper. Never null.',
  `first_year` COMMENT 'Year of the first paper with a year.',
  `last_year` COMMENT 'Year of the last paper with a year.'
)
COMMENT 'One institution that a source knows. Key: institution_id.'
AS SELECT
  CAST(`institution_id` AS STRING) AS `institution_id`,
  CAST(`name` AS STRING) AS `name`,
  CAST(`country_code` AS STRING) AS `country_code`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`fractional_papers` AS DOUBLE) AS `fractional_papers`,
  CAST(`collaborative_papers` AS BIGINT) AS `collaborative_papers`,
  CAST(`authors` AS BIGINT) AS `authors`,
  CAST(`first_year` AS INT) AS `first_year`,
  CAST(`last_year` AS INT) AS `last_year`
FROM parquet.`${institutions}`;

CREATE OR REPLACE VIEW `institution_edges` (
  `institution_a` COMMENT 'The institution whose id comes first. Never null.',
  `institution_b` COMMENT 'The other one. Never null.',
  `papers` COMMENT 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two institutions joins them, too. Never null.',
  `weight_full` COMMENT 'Full counting: 1 a paper. Never null.',
  `weight_fractional` COMMENT 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n institutions. Never null.',
  `weight_complete_normalised` COMMENT 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n institutions. Never null.',
  `association_strength` COMMENT 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.',
  `first_year` COMMENT 'Year of the first paper together with a year.',
  `last_year` COMMENT 'Year of the last paper together with a year.'
)
COMMENT 'Two institutions with papers together; institution_a < institution_b. Key: institution_a, institution_b.'
AS SELECT
  CAST(`institution_a` AS STRING) AS `institution_a`,
  CAST(`institution_b` AS STRING) AS `institution_b`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`weight_full` AS DOUBLE) AS `weight_full`,
  CAST(`weight_fractional` AS DOUBLE) AS `weight_fractional`,
  CAST(`weight_complete_normalised` AS DOUBLE) AS `weight_complete_normalised`,
  CAST(`association_strength` AS DOUBLE) AS `association_strength`,
  CAST(`first_year` AS INT) AS `first_year`,
  CAST(`last_year` AS INT) AS `last_year`
FROM parquet.`${institution_edges}`;

CREATE OR REPLACE VIEW `countries` (
  `country_code` COMMENT 'ISO 3166-1 alpha-2, such as DE. Never null.',
  `papers` COMMENT 'Papers with an author of it. Never null.',
  `fractional_papers` COMMENT 'Sum of its parts of papers: an author\'s share, 1 / number of authors, is split evenly among the countries that the author gives. Never null.',
  `international_papers` COMMENT 'Those of its papers that have another country, too. Never null.',
  `authors` COMMENT 'Authors who give it on a paper. Never null.',
  `institutions` COMMENT 'Institutions that authors give as being there. Never null.',
  `first_year` COMMENT 'Year of the first paper with a year.',
  `last_year` COMMENT 'Year of the last paper with a year.'
)
COMMENT 'One country that authors give. Key: country_code.'
AS SELECT
  CAST(`country_code` AS STRING) AS `country_code`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`fractional_papers` AS DOUBLE) AS `fractional_papers`,
  CAST(`international_papers` AS BIGINT) AS `international_papers`,
  CAST(`authors` AS BIGINT) AS `authors`,
  CAST(`institutions` AS BIGINT) AS `institutions`,
  CAST(`first_year` AS INT) AS `first_year`,
  CAST(`last_year` AS INT) AS `last_year`
FROM parquet.`${countries}`;

CREATE OR REPLACE VIEW `country_edges` (
  `country_a` COMMENT 'The country whose code comes first. Never null.',
  `country_b` COMMENT 'The other one. Never null.',
  `papers` COMMENT 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two countries joins them, too. Never null.',
  `weight_full` COMMENT 'Full counting: 1 a paper. Never null.',
  `weight_fractional` COMMENT 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n countries. Never null.',
  `weight_complete_normalised` COMMENT 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n countries. Never null.',
  `association_strength` COMMENT 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.',
  `first_year` COMMENT 'Year of the first paper together with a year.',
  `last_year` COMMENT 'Year of the last paper together with a year.'
)
COMMENT 'Two countries with papers together; country_a < country_b. Key: country_a, country_b.'
AS SELECT
  CAST(`country_a` AS STRING) AS `country_a`,
  CAST(`country_b` AS STRING) AS `country_b`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`weight_full` AS DOUBLE) AS `weight_full`,
  CAST(`weight_fractional` AS DOUBLE) AS `weight_fractional`,
  CAST(`weight_complete_normalised` AS DOUBLE) AS `weight_complete_normalised`,
  CAST(`association_strength` AS DOUBLE) AS `association_strength`,
  CAST(`first_year` AS INT) AS `first_year`,
  CAST(`last_year` AS INT) AS `last_year`
FROM parquet.`${country_edges}`;

CREATE OR REPLACE VIEW `communities` (
  `community_id` COMMENT 'Number of the community, as in author_metrics; those of one author are left out. Never null.',
  `size` COMMENT 'Authors. Never null.',
  `papers` COMMENT 'Papers with an author of it. Never null.',
  `fractional_papers` COMMENT 'Sum of its authors\' shares of papers, 1 / number of authors each. Never null.',
  `label` COMMENT 'The three terms with the greatest sum of TF-IDF over its authors\' shares of papers; null if no paper has terms.',
  `top_authors` COMMENT 'author_id of up to five authors, by falling PageRank. Never null.',
  `top_author_names` COMMENT 'Their names. Never null.',
  `top_topics` COMMENT 'topic_id of up to three topics, by falling paper_weight in community_topics; ties by number. Never null.',
  `edges` COMMENT 'Pairs of its authors who wrote together. Never null.',
  `density` COMMENT 'Internal density: edges over those that there could be, n (n - 1) / 2. Never null.',
  `modularity` COMMENT 'What it adds to the modularity of the graph, w / m - (s / 2m)^2: w the weight of the edges within, s the strength of its authors, m the weight of all edges. Never null.',
  `first_year` COMMENT 'Year of its first paper.',
  `last_year` COMMENT 'Year of its last paper.',
  `active_years` COMMENT 'Years in which it has a paper, those unknown left out. Never null.'
)
COMMENT 'One community of authors who write together. Key: community_id.'
AS SELECT
  CAST(`community_id` AS INT) AS `community_id`,
  CAST(`size` AS BIGINT) AS `size`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`fractional_papers` AS DOUBLE) AS `fractional_papers`,
  CAST(`label` AS STRING) AS `label`,
  CAST(`top_authors` AS ARRAY<STRING>) AS `top_authors`,
  CAST(`top_author_names` AS ARRAY<STRING>) AS `top_author_names`,
  CAST(`top_topics` AS ARRAY<INT>) AS `top_topics`,
  CAST(`edges` AS BIGINT) AS `edges`,
  CAST(`density` AS DOUBLE) AS `density`,
  CAST(`modularity` AS DOUBLE) AS `modularity`,
  CAST(`first_year` AS INT) AS `first_year`,
  CAST(`last_year` AS INT) AS `last_year`,
  CAST(`active_years` AS BIGINT) AS `active_years`
FROM parquet.`${communities}`;

CREATE OR REPLACE VIEW `community_topics` (
  `community_id` COMMENT 'The community. Never null.',
  `topic_id` COMMENT 'The topic. Never null.',
  `paper_weight` COMMENT 'Sum over papers of the topic\'s weight times the share of the community\'s authors. Never null.',
  `share_of_community` COMMENT 'paper_weight over that of all topics of the community. Never null.',
  `share_of_topic` COMMENT 'paper_weight over that of the topic with all authors. Never null.',
  `growth_contribution` COMMENT 'What its authors\' shares of papers add to topics.growth: the same regression over the community\'s part of the topic\'s share in each year; contributions of all communities, of authors in none and of papers without named authors sum to it. Null where growth is null or 0.',
  `share_of_growth` COMMENT 'growth_contribution over the topic\'s growth, who drives it: above 0 for a community that moves as the topic does, below for one that moves against it; null where growth is null or 0.',
  `top_authors` COMMENT 'author_id of up to three of its authors, by falling part of paper_weight; ties by id. Never null.',
  `top_author_names` COMMENT 'Their names. Never null.'
)
COMMENT 'The part of one topic in the work of one community. Key: community_id, topic_id.'
AS SELECT
  CAST(`community_id` AS INT) AS `community_id`,
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`paper_weight` AS DOUBLE) AS `paper_weight`,
  CAST(`share_of_community` AS DOUBLE) AS `share_of_community`,
  CAST(`share_of_topic` AS DOUBLE) AS `share_of_topic`,
  CAST(`growth_contribution` AS DOUBLE) AS `growth_contribution`,
  CAST(`share_of_growth` AS DOUBLE) AS `share_of_growth`,
  CAST(`top_authors` AS ARRAY<STRING>) AS `top_authors`,
  CAST(`top_author_names` AS ARRAY<STRING>) AS `top_author_names`
FROM parquet.`${community_topics}`;

CREATE OR REPLACE VIEW `community_periods` (
  `community_id` COMMENT 'The community, of the graph of all years. Never null.',
  `period_start` COMMENT 'First year of the period, a multiple of coauthors.period-years. Never null.',
  `period_end` COMMENT 'Its last year. Never null.',
  `size` COMMENT 'Authors of it with a paper of the period, at least 1. Never null.',
  `papers` COMMENT 'Papers of the period with an author of it. Never null.',
  `fractional_papers` COMMENT 'Sum of its authors\' shares of these papers, 1 / number of authors each. Never null.'
)
COMMENT 'What the authors of one community did in a period. Key: community_id, period_start.'
AS SELECT
  CAST(`community_id` AS INT) AS `community_id`,
  CAST(`period_start` AS INT) AS `period_start`,
  CAST(`period_end` AS INT) AS `period_end`,
  CAST(`size` AS BIGINT) AS `size`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`fractional_papers` AS DOUBLE) AS `fractional_papers`
FROM parquet.`${community_periods}`;

CREATE OR REPLACE VIEW `paper_metrics` (
  `paper_id` COMMENT 'The paper. Never null.',
  `citations` COMMENT 'Other papers of the corpus that cite it, self-citations included. Never null.',
  `reference_count` COMMENT 'Works that it cites, in the corpus or not. Never null.',
  `resolved_references` COMMENT 'Those of them that are other papers of the corpus. Never null.',
  `self_citations` COMMENT 'Those of the citations whose paper shares an author with it. Never null.',
  `pagerank` COMMENT 'PageRank with damping 0.85 over citations, the rank of papers without references spread over all; sums to 1. Never null.',
  `attrank` COMMENT 'AttRank, which adds recent attention and youth to citations: the attention that the paper may expect; sums to 1. Never null.',
  `half_life` COMMENT 'Years after publication by which half of the citations of known age had come; null without any.',
  `sleeping_beauty` COMMENT 'Beauty coefficient: high for a paper that was cited little for long and then much; null without citations of known age.',
  `awakening_year` COMMENT 'Year in which it woke; null without citations of known age.',
  `percentile` COMMENT 'Percentile of its citations among papers of the same first category and year, ties at their middle, from 0 to 100; null where category or year is unknown.',
  `field_normalised` COMMENT 'Its citations over the mean of papers of the same first category and year; null where one of these is unknown or none of the papers is cited.'
)
COMMENT 'One paper in the citation graph. Key: paper_id.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`citations` AS INT) AS `citations`,
  CAST(`reference_count` AS INT) AS `reference_count`,
  CAST(`resolved_references` AS INT) AS `resolved_references`,
  CAST(`self_citations` AS INT) AS `self_citations`,
  CAST(`pagerank` AS DOUBLE) AS `pagerank`,
  CAST(`attrank` AS DOUBLE) AS `attrank`,
  CAST(`half_life` AS DOUBLE) AS `half_life`,
  CAST(`sleeping_beauty` AS DOUBLE) AS `sleeping_beauty`,
  CAST(`awakening_year` AS INT) AS `awakening_year`,
  CAST(`percentile` AS DOUBLE) AS `percentile`,
  CAST(`field_normalised` AS DOUBLE) AS `field_normalised`
FROM parquet.`${paper_metrics}`;

CREATE OR REPLACE VIEW `paper_citation_years` (
  `paper_id` COMMENT 'The cited paper. Never null.',
  `age` COMMENT 'Years from its publication to that of the citing papers; 0 for those of an earlier year, too. Never null.',
  `citations` COMMENT 'Citations of that age, at least 1; those where a year is unknown have no age. Never null.'
)
COMMENT 'The citations of one paper at one age. Key: paper_id, age.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`age` AS INT) AS `age`,
  CAST(`citations` AS INT) AS `citations`
FROM parquet.`${paper_citation_years}`;

CREATE OR REPLACE VIEW `author_citation_metrics` (
  `author_id` COMMENT 'The author. Never null.',
  `papers` COMMENT 'Papers. Never null.',
  `citations` COMMENT 'Citations of the papers, self-citations included. Never null.',
  `h_index` COMMENT 'Largest h such that h papers have h citations or more each. Never null.',
  `g_index` COMMENT 'Largest g, up to the number of papers, such that the g most cited have g² citations together. Never null.',
  `i10` COMMENT 'Papers with 10 citations or more. Never null.',
  `m_quotient` COMMENT 'h_index a year from the author\'s first paper to the latest year of the corpus, both counted; null where no paper has a year.',
  `fractional_h` COMMENT 'h-index with the citations of each paper divided by the number of its authors. Never null.'
)
COMMENT 'How the papers of one author are cited. Key: author_id.'
AS SELECT
  CAST(`author_id` AS STRING) AS `author_id`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`citations` AS BIGINT) AS `citations`,
  CAST(`h_index` AS INT) AS `h_index`,
  CAST(`g_index` AS INT) AS `g_index`,
  CAST(`i10` AS INT) AS `i10`,
  CAST(`m_quotient` AS DOUBLE) AS `m_quotient`,
  CAST(`fractional_h` AS INT) AS `fractional_h`
FROM parquet.`${author_citation_metrics}`;

CREATE OR REPLACE VIEW `bibliographic_coupling` (
  `paper_id` COMMENT 'The paper. Never null.',
  `rank` COMMENT 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.',
  `other_id` COMMENT 'The other paper of the corpus. Never null.',
  `shared_references` COMMENT 'Works that both cite, in the corpus or not, at least citations.coupling-min-shared; those that more than citations.coupling-max-papers papers cite are left out here and below. Never null.',
  `cosine` COMMENT 'shared_references over the geometric mean of the two numbers of references, from above 0 to 1. Never null.',
  `association_strength` COMMENT 'shared_references over what they would share by chance: the product of the two numbers of references over the number of all cited works. Never null.'
)
COMMENT 'One of the papers whose references are most like those of a paper; references to works outside the corpus count as all others do. Key: paper_id, rank.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`other_id` AS STRING) AS `other_id`,
  CAST(`shared_references` AS INT) AS `shared_references`,
  CAST(`cosine` AS DOUBLE) AS `cosine`,
  CAST(`association_strength` AS DOUBLE) AS `association_strength`
FROM parquet.`${bibliographic_coupling}`;

CREATE OR REPLACE VIEW `cocitation` (
  `paper_id` COMMENT 'The paper. Never null.',
  `rank` COMMENT 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.',
  `other_id` COMMENT 'The other paper of the corpus. Never null.',
  `shared_citations` COMMENT 'Papers that cite both, at least citations.coupling-min-shared; those that cite more than citations.coupling-max-papers papers of the corpus are left out here and below. Never null.',
  `cosine` COMMENT 'shared_citations over the geometric mean of the two numbers of citations, from above 0 to 1. Never null.',
  `association_strength` COMMENT 'shared_citations over what they would share by chance: the product of the two numbers of citations over the number of all citing papers. Never null.'
)
COMMENT 'One of the papers that are most cited together with a paper. Key: paper_id, rank.'
AS SELECT
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`other_id` AS STRING) AS `other_id`,
  CAST(`shared_citations` AS INT) AS `shared_citations`,
  CAST(`cosine` AS DOUBLE) AS `cosine`,
  CAST(`association_strength` AS DOUBLE) AS `association_strength`
FROM parquet.`${cocitation}`;

CREATE OR REPLACE VIEW `topic_main_paths` (
  `topic_id` COMMENT 'The topic; one within whose papers there is no citation has no row. Never null.',
  `position` COMMENT 'Place on the path, from 1 for the oldest citation; what is cited at a place cites at the place before. Never null.',
  `citing_id` COMMENT 'The citing paper. Never null.',
  `cited_id` COMMENT 'The cited paper. Never null.',
  `search_paths` COMMENT 'Search path count: paths over this citation from a paper of the topic that none of its papers cites to one that cites none; exact up to 2^53, null beyond 10^308.',
  `weight` COMMENT 'search_paths over the number of all search paths of the topic, up to 1. Never null.'
)
COMMENT 'One citation on the main path of a topic: the path of the greatest sum of weights through the papers whose largest topic it is. Of papers that cite each other in a circle, only citations of earlier ones count. Key: topic_id, position.'
AS SELECT
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`position` AS INT) AS `position`,
  CAST(`citing_id` AS STRING) AS `citing_id`,
  CAST(`cited_id` AS STRING) AS `cited_id`,
  CAST(`search_paths` AS DOUBLE) AS `search_paths`,
  CAST(`weight` AS DOUBLE) AS `weight`
FROM parquet.`${topic_main_paths}`;

CREATE OR REPLACE VIEW `trending` (
  `period` COMMENT 'Kind of period: day, week or month. Never null.',
  `period_start` COMMENT 'First day of the period, Monday for a week; only the latest periods in which papers were published are told of, as many as trending.periods. Never null.',
  `rank` COMMENT 'Place by falling score, from 1; ties by later publication, then by paper_id. Never null.',
  `paper_id` COMMENT 'The paper. Never null.',
  `score` COMMENT 'attention_part + citation_part + topic_part, above 0; one more is one doubling. Never null.',
  `attention_part` COMMENT 'trending.attention-weight times log2(1 + (upvotes + comments) decay); 0 where the source tells of neither. Never null.',
  `citation_part` COMMENT 'trending.citation-weight times log2(1 + recent_citations). Never null.',
  `topic_part` COMMENT 'trending.topic-weight times decay times topic_growth; 0 without topics. Never null.',
  `age_days` COMMENT 'Days from the paper\'s publication to the last day of the period. Never null.',
  `decay` COMMENT '2^(-age_days / half-life in days), from 0 to 1; 0 from eight half-lives on. Never null.',
  `upvotes` COMMENT 'Votes at the time of capture; null where not told.',
  `comments` COMMENT 'Comments at the time of capture; null where not told.',
  `recent_citations` COMMENT 'Citations by other papers of the corpus up to the last day of the period, each times 2^(-its age in days / half-life), without self-citations. Never null.',
  `period_citations` COMMENT 'How many of them were published in the period. Never null.',
  `topic_id` COMMENT 'Its main topic, of greatest weight; null without topics.',
  `topic_growth` COMMENT 'Growth of its topics in the period, weighted as the paper has them, in doublings that are sure; null without topics.'
)
COMMENT 'One paper that people look at in one day, week or month. Key: period, period_start, rank.'
AS SELECT
  CAST(`period` AS STRING) AS `period`,
  CAST(`period_start` AS DATE) AS `period_start`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`paper_id` AS STRING) AS `paper_id`,
  CAST(`score` AS DOUBLE) AS `score`,
  CAST(`attention_part` AS DOUBLE) AS `attention_part`,
  CAST(`citation_part` AS DOUBLE) AS `citation_part`,
  CAST(`topic_part` AS DOUBLE) AS `topic_part`,
  CAST(`age_days` AS INT) AS `age_days`,
  CAST(`decay` AS DOUBLE) AS `decay`,
  CAST(`upvotes` AS INT) AS `upvotes`,
  CAST(`comments` AS INT) AS `comments`,
  CAST(`recent_citations` AS DOUBLE) AS `recent_citations`,
  CAST(`period_citations` AS BIGINT) AS `period_citations`,
  CAST(`topic_id` AS INT) AS `topic_id`,
  CAST(`topic_growth` AS DOUBLE) AS `topic_growth`
FROM parquet.`${trending}`;

CREATE OR REPLACE VIEW `bursts` (
  `period` COMMENT 'Kind of period: day, week, month or year. Never null.',
  `period_start` COMMENT 'First day of the period, Monday for a week; the latest periods with papers, as many as trending.periods. Never null.',
  `kind` COMMENT 'What bursts: term or topic. Never null.',
  `rank` COMMENT 'Place among those of its kind and period by rising p_value, from 1; ties by falling rate_ratio, then by item_id. Never null.',
  `item_id` COMMENT 'The term_id of vocabulary, or topic_id of topics. Never null.',
  `label` COMMENT 'The term as it is written, or the topic\'s label. Never null.',
  `papers` COMMENT 'Papers of the period that hold the term, or whose main topic it is. Never null.',
  `period_papers` COMMENT 'All papers of the period with terms, or with topics. Never null.',
  `baseline_papers` COMMENT 'Papers of the periods before that hold the term, or whose main topic it is. Never null.',
  `baseline_period_papers` COMMENT 'All papers of the periods before with terms, or with topics, at least 1. Never null.',
  `rate_ratio` COMMENT 'How many times as frequent as in the periods before, with half a paper added to each count, so that it is finite. Never null.',
  `ratio_low` COMMENT 'Lower end of the 95 % confidence interval of rate_ratio. Never null.',
  `ratio_high` COMMENT 'Its upper end. Never null.',
  `p_value` COMMENT 'Probability of as many papers or more by chance (Fisher\'s exact test, one-sided). Never null.',
  `q_value` COMMENT 'p_value adjusted for the number of terms or topics tested in the period (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such bursts is expected to be chance. Never null.'
)
COMMENT 'One term or topic that stands in more papers of a period than those before it let expect. Key: period, period_start, kind, rank.'
AS SELECT
  CAST(`period` AS STRING) AS `period`,
  CAST(`period_start` AS DATE) AS `period_start`,
  CAST(`kind` AS STRING) AS `kind`,
  CAST(`rank` AS INT) AS `rank`,
  CAST(`item_id` AS INT) AS `item_id`,
  CAST(`label` AS STRING) AS `label`,
  CAST(`papers` AS BIGINT) AS `papers`,
  CAST(`period_papers` AS BIGINT) AS `period_papers`,
  CAST(`baseline_papers` AS BIGINT) AS `baseline_papers`,
  CAST(`baseline_period_papers` AS BIGINT) AS `baseline_period_papers`,
  CAST(`rate_ratio` AS DOUBLE) AS `rate_ratio`,
  CAST(`ratio_low` AS DOUBLE) AS `ratio_low`,
  CAST(`ratio_high` AS DOUBLE) AS `ratio_high`,
  CAST(`p_value` AS DOUBLE) AS `p_value`,
  CAST(`q_value` AS DOUBLE) AS `q_value`
FROM parquet.`${bursts}`;

CREATE OR REPLACE VIEW `quality_checks` (
  `check` COMMENT 'Name of the check; SQL wants it in double quotes, being a word of its own. Never null.',
  `severity` COMMENT 'error (a check that fails keeps the tables from being published) or warn. Never null.',
  `passed` COMMENT 'Whether observed is not above threshold. Never null.',
  `accepted` COMMENT 'Whether it failed and a person accepted that with --accept. Never null.',
  `observed` COMMENT 'The figure that was found. Never null.',
  `threshold` COMMENT 'The largest figure that passes, in the same unit. Never null.',
  `detail` COMMENT 'What was found, in a sentence. Never null.'
)
COMMENT 'What a check of the tables that the run wrote found before they were published. Key: check.'
AS SELECT
  CAST(`check` AS STRING) AS `check`,
  CAST(`severity` AS STRING) AS `severity`,
  CAST(`passed` AS BOOLEAN) AS `passed`,
  CAST(`accepted` AS BOOLEAN) AS `accepted`,
  CAST(`observed` AS DOUBLE) AS `observed`,
  CAST(`threshold` AS DOUBLE) AS `threshold`,
  CAST(`detail` AS STRING) AS `detail`
FROM parquet.`${quality_checks}`;
