-- The tables of Almagest for trino, made from their contracts by ./mvnw -Pdocs verify.
-- ${papers} and the like stand for the directories of the tables of one version; with these filled in:
--   submit/almagest tables --warehouse warehouse --ddl trino

DROP TABLE IF EXISTS "papers";
CREATE TABLE "papers" (
  "paper_id" varchar COMMENT 'Identity over all sources: <source>:<id>, such as arxiv:0704.0001. Never null.',
  "source" varchar COMMENT 'Format of the record that won the merge: daily-papers, arxiv-tsv, arxiv-json, openalex or aan. Never null.',
  "source_id" varchar COMMENT 'Id within its source; a title digest where the source has none. Never null.',
  "title" varchar COMMENT 'Title in one line. Never null.',
  "abstract" varchar COMMENT 'Abstract as the source gives it.',
  "author_count" integer COMMENT 'Number of authors; may be known without their names.',
  "published_date" date COMMENT 'Day of first publication.',
  "updated_date" date COMMENT 'Day of the last change of the content.',
  "year" integer COMMENT 'Year of first publication.',
  "primary_category" varchar COMMENT 'Main category in the scheme of the source.',
  "categories" array(varchar) COMMENT 'All categories, in the order of the source. Never null.',
  "venue" varchar COMMENT 'Journal or conference as written.',
  "doi" varchar COMMENT 'DOI, lower case, without a resolver address; what is no DOI stands as the source has it.',
  "language" varchar COMMENT 'ISO 639-1 code, where the source gives it.',
  "comment_count" integer COMMENT 'Comments at the time of capture.',
  "upvotes" integer COMMENT 'Votes at the time of capture.',
  "organization" varchar COMMENT 'Organisation that a page shows in place of authors.',
  "reference_count" integer COMMENT 'Distinct works that the paper cites; 0 where the source does not tell. Never null.',
  "content_hash" varchar COMMENT 'SHA-256 in hex of the paper''s content with its authors and references, without ids and places: equal where nothing changed. Never null.',
  "source_file" varchar COMMENT 'File, or archive and member, of the record that won the merge. Never null.',
  "source_position" bigint COMMENT 'Line on which that record starts, from 1. Never null.'
)
COMMENT 'One paper, merged from all its records. Key: paper_id.'
WITH (external_location = '${papers}', format = 'PARQUET');

DROP TABLE IF EXISTS "authorships";
CREATE TABLE "authorships" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "position" integer COMMENT 'Place in the list of authors, from 1. Never null.',
  "author_id" varchar COMMENT 'The author, by the rule of authors.identity. Never null.',
  "raw_name" varchar COMMENT 'Name as written on this paper. Never null.',
  "fraction" double COMMENT 'Share of the paper: 1 / number of its authors. Never null.',
  "affiliation" varchar COMMENT 'Affiliations as written, joined with "; ".'
)
COMMENT 'One author of one paper. Key: paper_id, position.'
WITH (external_location = '${authorships}', format = 'PARQUET');

DROP TABLE IF EXISTS "affiliations";
CREATE TABLE "affiliations" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "position" integer COMMENT 'Place of the author in the list of authors, from 1. Never null.',
  "rank" integer COMMENT 'Place among those of the author on this paper, from 1. Never null.',
  "author_id" varchar COMMENT 'The author. Never null.',
  "institution_id" varchar COMMENT 'The source''s id of the institution, such as openalex:I123; null where the source does not know which one it is.',
  "institution_name" varchar COMMENT 'Its name; null where only the country is known.',
  "country_code" varchar COMMENT 'Its country, ISO 3166-1 alpha-2, such as DE.'
)
COMMENT 'One institution or country that an author gives on one paper. Key: paper_id, position, rank.'
WITH (external_location = '${affiliations}', format = 'PARQUET');

DROP TABLE IF EXISTS "citations";
CREATE TABLE "citations" (
  "citing_id" varchar COMMENT 'The citing paper; from a list of citations also a work outside the corpus. Never null.',
  "cited_id" varchar COMMENT 'The cited work, in the corpus or not. Never null.',
  "resolved" boolean COMMENT 'Whether both are papers of this corpus. Never null.',
  "self_citation" boolean COMMENT 'Whether the two share an author; null where not resolved, or where the authors of one are not known.'
)
COMMENT 'One paper citing one work. Key: citing_id, cited_id.'
WITH (external_location = '${citations}', format = 'PARQUET');

DROP TABLE IF EXISTS "rejected_records";
CREATE TABLE "rejected_records" (
  "source_file" varchar COMMENT 'File, or archive and member. Never null.',
  "source_position" bigint COMMENT 'Line on which the record starts, from 1; for a whole file a line behind the start of the last record read. Never null.',
  "reason" varchar COMMENT 'Kind of fault, such as malformed-record. Never null.',
  "detail" varchar COMMENT 'What is wrong, in a sentence. Never null.',
  "raw_base64" varchar COMMENT 'First 4,096 bytes of the record, in Base64. Never null.'
)
COMMENT 'One record, or one file, that could not be read. Key: source_file, source_position.'
WITH (external_location = '${rejected_records}', format = 'PARQUET');

DROP TABLE IF EXISTS "changes";
CREATE TABLE "changes" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "kind" varchar COMMENT 'added (the snapshot before did not have it), changed, or gone (only the snapshot before had it). Never null.',
  "fields" array(varchar) COMMENT 'What of a changed paper differs, sorted: columns of papers, authors (names and their order), affiliations and references; empty for an added or gone one. Never null.'
)
COMMENT 'A paper that the last ingest found added, changed or gone, compared with the snapshot on which it built. Key: paper_id.'
WITH (external_location = '${changes}', format = 'PARQUET');

DROP TABLE IF EXISTS "vocabulary";
CREATE TABLE "vocabulary" (
  "term_id" integer COMMENT 'Number of the term, from 0; more frequent terms come first, at the time when the vocabulary was found. Never null.',
  "term" varchar COMMENT 'The word, or phrase of two or three words, in its most frequent written form. Never null.',
  "document_frequency" bigint COMMENT 'Papers that hold the term; a word inside a phrase does not count. 0 only where terms.refresh kept the term. Never null.',
  "collection_frequency" bigint COMMENT 'Occurrences over all papers, counted in the same way. Never null.',
  "idf" double COMMENT 'ln((papers + 1) / (document_frequency + 1)). Never null.',
  "words" integer COMMENT 'Number of words: 1 for a word, 2 or 3 for a phrase. Never null.',
  "npmi" double COMMENT 'How much more often than by chance the words of a phrase stand side by side: normalised pointwise mutual information, at most 1; null for a word.'
)
COMMENT 'One term of the corpus: a word or a phrase. Key: term_id.'
WITH (external_location = '${vocabulary}', format = 'PARQUET');

DROP TABLE IF EXISTS "paper_vectors";
CREATE TABLE "paper_vectors" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "term_ids" array(integer) COMMENT 'Terms of the vocabulary in the paper, rising. Never null.',
  "term_counts" array(integer) COMMENT 'Occurrences of each, in the same order. Never null.',
  "token_count" bigint COMMENT 'Sum of term_counts; 0 for a paper without a term of the vocabulary. Never null.'
)
COMMENT 'The bag of words of one paper: what topic models train on. Key: paper_id.'
WITH (external_location = '${paper_vectors}', format = 'PARQUET');

DROP TABLE IF EXISTS "paper_terms";
CREATE TABLE "paper_terms" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "rank" integer COMMENT 'Place by falling tfidf, from 1; ties by term_id. Never null.',
  "term_id" integer COMMENT 'The term. Never null.',
  "term" varchar COMMENT 'Its written form. Never null.',
  "tf" integer COMMENT 'Occurrences in title and abstract. Never null.',
  "tfidf" double COMMENT 'tf times idf. Never null.'
)
COMMENT 'One of the most characteristic terms of a paper. Key: paper_id, rank.'
WITH (external_location = '${paper_terms}', format = 'PARQUET');

DROP TABLE IF EXISTS "topics";
CREATE TABLE "topics" (
  "topic_id" integer COMMENT 'Number of the topic, from 0; in a first model larger topics come first, and later a topic keeps its number as long as it is the same. Never null.',
  "label" varchar COMMENT 'Its most characteristic words, distinct within the model. Never null.',
  "token_share" double COMMENT 'Share of all tokens that the model gives to the topic; sums to 1. Never null.',
  "paper_count" bigint COMMENT 'Papers of which it is the main topic. Never null.',
  "coherence_npmi" double COMMENT 'Mean normalised pointwise mutual information of the pairs of its ten most probable terms, from -1 to 1; null where it has fewer than two terms.',
  "coherence_cv" double COMMENT 'C_V coherence of its ten most probable terms (Roeder et al. 2015), with whole papers as windows; null where it has fewer than two terms.',
  "stability" double COMMENT 'Mean cosine similarity to its counterpart in models of other seeds, from 0 to 1; null without topics.stability-seeds.',
  "flag" varchar COMMENT 'background for a topic of general words, junk for one without a subject; null for a subject.',
  "area_id" integer COMMENT 'Group of similar topics, from 0; larger groups come first. Never null.',
  "map_x" double COMMENT 'Place on a map where near topics share terms: first principal coordinate of their distances. Never null.',
  "map_y" double COMMENT 'Second principal coordinate. Never null.',
  "growth" double COMMENT 'Mean change of its share a year over its mean share, by weighted regression over the years; null with fewer than three years.',
  "growth_q" double COMMENT 'Significance of growth: p-value of the slope, adjusted for the number of topics (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such topics is expected to have no trend.',
  "prior" double COMMENT 'Prior weight of the topic in a paper, alpha, in tokens; null where the trainer does not tell.'
)
COMMENT 'One topic. Key: topic_id.'
WITH (external_location = '${topics}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_terms";
CREATE TABLE "topic_terms" (
  "topic_id" integer COMMENT 'The topic. Never null.',
  "rank" integer COMMENT 'Place by falling probability, from 1. Never null.',
  "term" varchar COMMENT 'Written form of the term. Never null.',
  "probability" double COMMENT 'P(term | topic). Never null.',
  "relevance" double COMMENT '0.6 ln P(term | topic) + 0.4 ln (P(term | topic) / P(term)), after Sievert and Shirley (2014). Never null.'
)
COMMENT 'One of the most probable terms of a topic. Key: topic_id, rank.'
WITH (external_location = '${topic_terms}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_words";
CREATE TABLE "topic_words" (
  "topic_id" integer COMMENT 'The topic. Never null.',
  "term" varchar COMMENT 'Written form of the term. Never null.',
  "probability" double COMMENT 'P(term | topic), without smoothing; sums to 1 over the topic. Never null.',
  "tokens" double COMMENT 'Tokens of the term in the topic, a mean over the last sweeps of the training: with prior and word_prior all there is of a model; null where the trainer does not tell.'
)
COMMENT 'One term of a topic, with all others of the topic. Key: topic_id, term.'
WITH (external_location = '${topic_words}', format = 'PARQUET');

DROP TABLE IF EXISTS "paper_topics";
CREATE TABLE "paper_topics" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "topic_id" integer COMMENT 'The topic. Never null.',
  "weight" double COMMENT 'P(topic | paper), without weights below topics.min-weight; sums to 1 over the paper. Never null.'
)
COMMENT 'The weight of one topic in one paper. Key: paper_id, topic_id.'
WITH (external_location = '${paper_topics}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_papers";
CREATE TABLE "topic_papers" (
  "topic_id" integer COMMENT 'The topic. Never null.',
  "rank" integer COMMENT 'Place by falling weight, from 1; among equal ones by falling length. Never null.',
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "weight" double COMMENT 'P(topic | paper). Never null.'
)
COMMENT 'One of the papers that represent a topic best. Key: topic_id, rank.'
WITH (external_location = '${topic_papers}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_trends";
CREATE TABLE "topic_trends" (
  "topic_id" integer COMMENT 'The topic. Never null.',
  "period" varchar COMMENT 'Year or month of publication, such as 2019 or 2019-05. Never null.',
  "paper_weight" double COMMENT 'Sum of the weights of the topic over the papers of the period. Never null.',
  "share" double COMMENT 'paper_weight over the number of papers with topics in the period. Never null.',
  "papers" bigint COMMENT 'Papers with topics in the period. Never null.',
  "share_low" double COMMENT 'Lower end of the 95 % confidence interval of share: 1.96 standard errors of the mean weight below it, and at least 0; null for a period of one paper.',
  "share_high" double COMMENT 'Its upper end, at most 1.'
)
COMMENT 'The weight of one topic in one year or month. Key: topic_id, period.'
WITH (external_location = '${topic_trends}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_facets";
CREATE TABLE "topic_facets" (
  "topic_id" integer COMMENT 'The topic. Never null.',
  "facet" varchar COMMENT 'What the papers have in common: category or venue. Never null.',
  "value" varchar COMMENT 'Which category or venue. Never null.',
  "papers" bigint COMMENT 'Papers with topics that have it. Never null.',
  "paper_weight" double COMMENT 'Sum of the weights of the topic over these papers. Never null.',
  "share" double COMMENT 'paper_weight over papers. Never null.',
  "lift" double COMMENT 'share over the share of the topic in all papers. Never null.'
)
COMMENT 'The weight of one topic in the papers of one category or venue. Key: topic_id, facet, value.'
WITH (external_location = '${topic_facets}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_pairs";
CREATE TABLE "topic_pairs" (
  "topic_a" integer COMMENT 'The topic with the smaller id. Never null.',
  "topic_b" integer COMMENT 'The other. Never null.',
  "papers" bigint COMMENT 'Papers in which both have weight, or 0. Never null.',
  "correlation" double COMMENT 'Correlation of their weights over all papers with topics, from -1 to 1; 0 where a topic has the same weight in all. Never null.',
  "distance" double COMMENT 'Square root of the Jensen-Shannon divergence of their term distributions in nats, from 0 to 0.83. Never null.'
)
COMMENT 'Two topics, each pair once: how far apart, and how often in the same papers. Key: topic_a, topic_b.'
WITH (external_location = '${topic_pairs}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_models";
CREATE TABLE "topic_models" (
  "topic_count" integer COMMENT 'Number of topics asked for. Never null.',
  "selected" boolean COMMENT 'Whether the other topic tables are of this model. Never null.',
  "reason" varchar COMMENT 'Why it was selected, or why another was. Never null.',
  "algorithm" varchar COMMENT 'The trainer, as topics.algorithm names it. Never null.',
  "iterations" integer COMMENT 'Sweeps or iterations of the training. Never null.',
  "held_out_perplexity" double COMMENT 'Perplexity of held-out papers by document completion, with this model; null where none were held out, or a model was not trained by gibbs in this run.',
  "coherence_npmi" double COMMENT 'Mean coherence_npmi of its topics.',
  "coherence_cv" double COMMENT 'Mean coherence_cv of its topics.',
  "diversity" double COMMENT 'Share of distinct terms among the 25 most probable terms of all topics (Dieng et al. 2020).',
  "stability" double COMMENT 'Mean stability of its topics; null without topics.stability-seeds.',
  "word_prior" double COMMENT 'Prior weight of each term in a topic, beta, in tokens; null where the trainer does not tell.',
  "seconds" double COMMENT 'Seconds that training took: a measurement, which differs from run to run. Never null.',
  "largest_topic_id" integer COMMENT 'Largest topic_id that the warehouse has given so far, also to topics that are gone: none is given twice. Null for a model that is not selected.'
)
COMMENT 'One model that was trained, and how good it is. Key: topic_count.'
WITH (external_location = '${topic_models}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_training";
CREATE TABLE "topic_training" (
  "topic_count" integer COMMENT 'Number of topics of the model. Never null.',
  "sweep" integer COMMENT 'Sweeps done. Never null.',
  "held_out_perplexity" double COMMENT 'Perplexity of held-out papers by document completion, with the topics as they were; null where none were held out.',
  "tokens_per_second" double COMMENT 'Tokens drawn a second since the look before: a measurement, which differs from run to run. Never null.'
)
COMMENT 'One look at a training on its way. Key: topic_count, sweep.'
WITH (external_location = '${topic_training}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_lineage";
CREATE TABLE "topic_lineage" (
  "event" integer COMMENT 'Number of the event, from 0. Never null.',
  "kind" varchar COMMENT 'same, born, died, split or merged. Never null.',
  "previous_topic_id" integer COMMENT 'The topic before; null for one that is born.',
  "topic_id" integer COMMENT 'The topic now; null for one that died.',
  "similarity" double COMMENT 'Cosine similarity of their term distributions; where there is only one, its largest to any topic of the other version, 0 if that has none. Never null.'
)
COMMENT 'What became of a topic since the snapshot before. Key: event.'
WITH (external_location = '${topic_lineage}', format = 'PARQUET');

DROP TABLE IF EXISTS "authors";
CREATE TABLE "authors" (
  "author_id" varchar COMMENT 'Identity by the rule of authors.identity. Never null.',
  "display_name" varchar COMMENT 'The name written on most papers; ties by code point. Never null.',
  "name_key" varchar COMMENT 'The name without regard to case, accents and spacing. Never null.',
  "paper_count" bigint COMMENT 'Papers. Never null.',
  "first_year" integer COMMENT 'Year of the first paper with a year.',
  "last_year" integer COMMENT 'Year of the last paper with a year.'
)
COMMENT 'One author. Key: author_id.'
WITH (external_location = '${authors}', format = 'PARQUET');

DROP TABLE IF EXISTS "author_years";
CREATE TABLE "author_years" (
  "author_id" varchar COMMENT 'The author. Never null.',
  "year" integer COMMENT 'Year of publication. Never null.',
  "papers" bigint COMMENT 'Papers of the year, at least 1. Never null.',
  "collaborators" bigint COMMENT 'Authors with whom there is a paper of that year; those of papers with more than coauthors.max-authors-per-paper authors do not count. Never null.',
  "new_collaborators" bigint COMMENT 'Those among them with whom there is no earlier paper; papers without a year do not count. Never null.'
)
COMMENT 'One author in one year with papers. Key: author_id, year.'
WITH (external_location = '${author_years}', format = 'PARQUET');

DROP TABLE IF EXISTS "coauthor_edges";
CREATE TABLE "coauthor_edges" (
  "author_a" varchar COMMENT 'The author whose id comes first. Never null.',
  "author_b" varchar COMMENT 'The other one. Never null.',
  "papers" bigint COMMENT 'Papers together. Never null.',
  "weight_full" double COMMENT 'Full counting: 1 a paper. Never null.',
  "weight_fractional" double COMMENT 'Collaboration strength after Newman (2001), fractional counting of links: 1 / (n - 1) a paper of n authors, so that an author''s weights sum to the papers that have another author. Never null.',
  "weight_complete_normalised" double COMMENT 'Complete-normalised counting (Gauffriau et al. 2007), fractional counting of authors: 1 / n a paper of n authors, an author''s share of it. Never null.',
  "association_strength" double COMMENT 'Papers together over the number to be expected if authors met by chance (van Eck and Waltman 2009), c_ab / (s_a s_b / 2m) = 2m c_ab / (s_a s_b): c_ab the papers together, s_a and s_b each author''s sum of c over all edges, m the sum of c over all edges of the graph; above 1 for more than expected. Never null.',
  "first_year" integer COMMENT 'Year of the first paper together with a year.',
  "last_year" integer COMMENT 'Year of the last paper together with a year.'
)
COMMENT 'Two authors with papers together; author_a < author_b. Key: author_a, author_b.'
WITH (external_location = '${coauthor_edges}', format = 'PARQUET');

DROP TABLE IF EXISTS "coauthor_edge_years";
CREATE TABLE "coauthor_edge_years" (
  "author_a" varchar COMMENT 'The author whose id comes first. Never null.',
  "author_b" varchar COMMENT 'The other one. Never null.',
  "year" integer COMMENT 'Year of publication; papers without a year are in coauthor_edges alone. Never null.',
  "papers" bigint COMMENT 'Papers together in that year, at least 1. Never null.',
  "weight_fractional" double COMMENT 'Sum of 1 / (n - 1) over these papers, n authors each. Never null.',
  "weight_complete_normalised" double COMMENT 'Sum of 1 / n over these papers, n authors each. Never null.'
)
COMMENT 'Two authors in one year with papers together, the co-author graph of any span of years; author_a < author_b. Key: author_a, author_b, year.'
WITH (external_location = '${coauthor_edge_years}', format = 'PARQUET');

DROP TABLE IF EXISTS "author_metrics";
CREATE TABLE "author_metrics" (
  "author_id" varchar COMMENT 'The author. Never null.',
  "degree" integer COMMENT 'Co-authors. Never null.',
  "strength" double COMMENT 'Sum of weight_full over the edges. Never null.',
  "pagerank" double COMMENT 'PageRank with damping 0.85 over edges weighted by papers together; sums to 1. Never null.',
  "component_id" integer COMMENT 'Connected component, from 0; larger ones come first, ties by smallest author_id. Never null.',
  "in_giant_component" boolean COMMENT 'Whether its component is larger than any other. Never null.',
  "community_id" integer COMMENT 'Community by the Leiden algorithm with modularity, from 0; in a first snapshot larger ones come first, and later a community keeps its number as long as it continues, by the rule of community_lineage. Null in a graph of more edges than graph.max-local-edges and graph.max-community-edges.',
  "core_number" integer COMMENT 'Largest k such that the author is in a group in which all have k co-authors. Never null.',
  "clustering" double COMMENT 'Share of pairs of co-authors who wrote together, too, from 0 to 1; null with fewer than two co-authors.',
  "betweenness" double COMMENT 'Pairs of authors whose shortest paths go through the author, in parts where there are several paths; estimated from coauthors.centrality-samples authors.',
  "betweenness_error" double COMMENT 'Standard error of betweenness.',
  "harmonic_closeness" double COMMENT 'Mean of 1 / distance to all other authors, 0 for those not reached; estimated as betweenness.',
  "harmonic_closeness_error" double COMMENT 'Standard error of harmonic_closeness.',
  "papers" bigint COMMENT 'Papers. Never null.',
  "fractional_papers" double COMMENT 'Sum of 1 / number of authors over the papers. Never null.'
)
COMMENT 'One author in the co-author graph. Key: author_id.'
WITH (external_location = '${author_metrics}', format = 'PARQUET');

DROP TABLE IF EXISTS "community_lineage";
CREATE TABLE "community_lineage" (
  "event" integer COMMENT 'Number of the event, from 0. Never null.',
  "kind" varchar COMMENT 'continued (each is the other''s best match by jaccard, and they share more than half of the smaller), split (more than half of the community was in the previous one, which has other parts or lives on elsewhere), merged (more than half of the previous one is in the community, which takes in others or continues another), born or died (none of these). Never null.',
  "previous_community_id" integer COMMENT 'The community before; null for one that is born.',
  "community_id" integer COMMENT 'The community now; null for one that died.',
  "shared_authors" bigint COMMENT 'Authors of both; 0 where there is only one. Never null.',
  "jaccard" double COMMENT 'shared_authors over the authors of at least one of them; 0 where there is only one. Never null.',
  "previous_size" bigint COMMENT 'Authors before; 0 for one that is born. Never null.',
  "size" bigint COMMENT 'Authors now; 0 for one that died. Never null.'
)
COMMENT 'What became of a community of authors since the snapshot before; none of one author. Key: event.'
WITH (external_location = '${community_lineage}', format = 'PARQUET');

DROP TABLE IF EXISTS "community_ids";
CREATE TABLE "community_ids" (
  "largest_community_id" integer COMMENT 'Largest community_id that the warehouse has given so far, also to communities that are gone: none is given twice. Never null.'
)
COMMENT 'How far the ids of communities of authors have come: one row, or none as long as there was no community. Key: largest_community_id.'
WITH (external_location = '${community_ids}', format = 'PARQUET');

DROP TABLE IF EXISTS "coauthor_periods";
CREATE TABLE "coauthor_periods" (
  "span" varchar COMMENT 'window: papers of the years of the period; cumulative: of all years up to its last. Never null.',
  "period_start" integer COMMENT 'First year of the period, a multiple of coauthors.period-years. Never null.',
  "period_end" integer COMMENT 'Its last year. Never null.',
  "papers" bigint COMMENT 'Papers that name their authors. Never null.',
  "authors" integer COMMENT 'Authors of these papers: the nodes of the graph. Never null.',
  "edges" integer COMMENT 'Pairs of them who share one of the papers, but for those of more than coauthors.max-authors-per-paper authors. Never null.',
  "components" integer COMMENT 'Connected components, authors without co-authors included. Never null.',
  "giant_share" double COMMENT 'Authors of the largest component over all authors. Never null.',
  "density" double COMMENT 'Edges over those that there could be, n (n - 1) / 2; null for one author.',
  "mean_clustering" double COMMENT 'Mean local clustering coefficient (Watts and Strogatz 1998) of the authors with two co-authors; null without any.',
  "transitivity" double COMMENT 'Three times the triangles over the connected triples (Newman, Watts and Strogatz 2002); null without any.',
  "communities" integer COMMENT 'Communities of two authors and more that the Leiden algorithm finds in this graph. Never null.',
  "modularity" double COMMENT 'Modularity of these communities, edges weighted by papers together; null without edges.'
)
COMMENT 'The co-author graph of a period. Key: span, period_start.'
WITH (external_location = '${coauthor_periods}', format = 'PARQUET');

DROP TABLE IF EXISTS "institutions";
CREATE TABLE "institutions" (
  "institution_id" varchar COMMENT 'The source''s id. Never null.',
  "name" varchar COMMENT 'Its name on most authorships; ties by code point.',
  "country_code" varchar COMMENT 'Its country on most authorships; ties by code.',
  "papers" bigint COMMENT 'Papers with an author of it. Never null.',
  "fractional_papers" double COMMENT 'Sum of its parts of papers: an author''s share, 1 / number of authors, is split evenly among the institutions that the author gives and the source knows. Never null.',
  "collaborative_papers" bigint COMMENT 'Those of its papers that have another known institution, too. Never null.',
  "authors" bigint COMMENT 'Authors who give it on a paper. Never null.',
  "first_year" integer COMMENT 'Year of the first paper with a year.',
  "last_year" integer COMMENT 'Year of the last paper with a year.'
)
COMMENT 'One institution that a source knows. Key: institution_id.'
WITH (external_location = '${institutions}', format = 'PARQUET');

DROP TABLE IF EXISTS "institution_edges";
CREATE TABLE "institution_edges" (
  "institution_a" varchar COMMENT 'The institution whose id comes first. Never null.',
  "institution_b" varchar COMMENT 'The other one. Never null.',
  "papers" bigint COMMENT 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two institutions joins them, too. Never null.',
  "weight_full" double COMMENT 'Full counting: 1 a paper. Never null.',
  "weight_fractional" double COMMENT 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n institutions. Never null.',
  "weight_complete_normalised" double COMMENT 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n institutions. Never null.',
  "association_strength" double COMMENT 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.',
  "first_year" integer COMMENT 'Year of the first paper together with a year.',
  "last_year" integer COMMENT 'Year of the last paper together with a year.'
)
COMMENT 'Two institutions with papers together; institution_a < institution_b. Key: institution_a, institution_b.'
WITH (external_location = '${institution_edges}', format = 'PARQUET');

DROP TABLE IF EXISTS "countries";
CREATE TABLE "countries" (
  "country_code" varchar COMMENT 'ISO 3166-1 alpha-2, such as DE. Never null.',
  "papers" bigint COMMENT 'Papers with an author of it. Never null.',
  "fractional_papers" double COMMENT 'Sum of its parts of papers: an author''s share, 1 / number of authors, is split evenly among the countries that the author gives. Never null.',
  "international_papers" bigint COMMENT 'Those of its papers that have another country, too. Never null.',
  "authors" bigint COMMENT 'Authors who give it on a paper. Never null.',
  "institutions" bigint COMMENT 'Institutions that authors give as being there. Never null.',
  "first_year" integer COMMENT 'Year of the first paper with a year.',
  "last_year" integer COMMENT 'Year of the last paper with a year.'
)
COMMENT 'One country that authors give. Key: country_code.'
WITH (external_location = '${countries}', format = 'PARQUET');

DROP TABLE IF EXISTS "country_edges";
CREATE TABLE "country_edges" (
  "country_a" varchar COMMENT 'The country whose code comes first. Never null.',
  "country_b" varchar COMMENT 'The other one. Never null.',
  "papers" bigint COMMENT 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two countries joins them, too. Never null.',
  "weight_full" double COMMENT 'Full counting: 1 a paper. Never null.',
  "weight_fractional" double COMMENT 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n countries. Never null.',
  "weight_complete_normalised" double COMMENT 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n countries. Never null.',
  "association_strength" double COMMENT 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.',
  "first_year" integer COMMENT 'Year of the first paper together with a year.',
  "last_year" integer COMMENT 'Year of the last paper together with a year.'
)
COMMENT 'Two countries with papers together; country_a < country_b. Key: country_a, country_b.'
WITH (external_location = '${country_edges}', format = 'PARQUET');

DROP TABLE IF EXISTS "communities";
CREATE TABLE "communities" (
  "community_id" integer COMMENT 'Number of the community, as in author_metrics; those of one author are left out. Never null.',
  "size" bigint COMMENT 'Authors. Never null.',
  "papers" bigint COMMENT 'Papers with an author of it. Never null.',
  "fractional_papers" double COMMENT 'Sum of its authors'' shares of papers, 1 / number of authors each. Never null.',
  "label" varchar COMMENT 'The three terms with the greatest sum of TF-IDF over its authors'' shares of papers; null if no paper has terms.',
  "top_authors" array(varchar) COMMENT 'author_id of up to five authors, by falling PageRank. Never null.',
  "top_author_names" array(varchar) COMMENT 'Their names. Never null.',
  "top_topics" array(integer) COMMENT 'topic_id of up to three topics, by falling paper_weight in community_topics; ties by number. Never null.',
  "edges" bigint COMMENT 'Pairs of its authors who wrote together. Never null.',
  "density" double COMMENT 'Internal density: edges over those that there could be, n (n - 1) / 2. Never null.',
  "modularity" double COMMENT 'What it adds to the modularity of the graph, w / m - (s / 2m)^2: w the weight of the edges within, s the strength of its authors, m the weight of all edges. Never null.',
  "first_year" integer COMMENT 'Year of its first paper.',
  "last_year" integer COMMENT 'Year of its last paper.',
  "active_years" bigint COMMENT 'Years in which it has a paper, those unknown left out. Never null.'
)
COMMENT 'One community of authors who write together. Key: community_id.'
WITH (external_location = '${communities}', format = 'PARQUET');

DROP TABLE IF EXISTS "community_topics";
CREATE TABLE "community_topics" (
  "community_id" integer COMMENT 'The community. Never null.',
  "topic_id" integer COMMENT 'The topic. Never null.',
  "paper_weight" double COMMENT 'Sum over papers of the topic''s weight times the share of the community''s authors. Never null.',
  "share_of_community" double COMMENT 'paper_weight over that of all topics of the community. Never null.',
  "share_of_topic" double COMMENT 'paper_weight over that of the topic with all authors. Never null.',
  "growth_contribution" double COMMENT 'What its authors'' shares of papers add to topics.growth: the same regression over the community''s part of the topic''s share in each year; contributions of all communities, of authors in none and of papers without named authors sum to it. Null where growth is null or 0.',
  "share_of_growth" double COMMENT 'growth_contribution over the topic''s growth, who drives it: above 0 for a community that moves as the topic does, below for one that moves against it; null where growth is null or 0.',
  "top_authors" array(varchar) COMMENT 'author_id of up to three of its authors, by falling part of paper_weight; ties by id. Never null.',
  "top_author_names" array(varchar) COMMENT 'Their names. Never null.'
)
COMMENT 'The part of one topic in the work of one community. Key: community_id, topic_id.'
WITH (external_location = '${community_topics}', format = 'PARQUET');

DROP TABLE IF EXISTS "community_periods";
CREATE TABLE "community_periods" (
  "community_id" integer COMMENT 'The community, of the graph of all years. Never null.',
  "period_start" integer COMMENT 'First year of the period, a multiple of coauthors.period-years. Never null.',
  "period_end" integer COMMENT 'Its last year. Never null.',
  "size" bigint COMMENT 'Authors of it with a paper of the period, at least 1. Never null.',
  "papers" bigint COMMENT 'Papers of the period with an author of it. Never null.',
  "fractional_papers" double COMMENT 'Sum of its authors'' shares of these papers, 1 / number of authors each. Never null.'
)
COMMENT 'What the authors of one community did in a period. Key: community_id, period_start.'
WITH (external_location = '${community_periods}', format = 'PARQUET');

DROP TABLE IF EXISTS "paper_metrics";
CREATE TABLE "paper_metrics" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "citations" integer COMMENT 'Other papers of the corpus that cite it, self-citations included. Never null.',
  "reference_count" integer COMMENT 'Works that it cites, in the corpus or not. Never null.',
  "resolved_references" integer COMMENT 'Those of them that are other papers of the corpus. Never null.',
  "self_citations" integer COMMENT 'Those of the citations whose paper shares an author with it. Never null.',
  "pagerank" double COMMENT 'PageRank with damping 0.85 over citations, the rank of papers without references spread over all; sums to 1. Never null.',
  "attrank" double COMMENT 'AttRank, which adds recent attention and youth to citations: the attention that the paper may expect; sums to 1. Never null.',
  "half_life" double COMMENT 'Years after publication by which half of the citations of known age had come; null without any.',
  "sleeping_beauty" double COMMENT 'Beauty coefficient: high for a paper that was cited little for long and then much; null without citations of known age.',
  "awakening_year" integer COMMENT 'Year in which it woke; null without citations of known age.',
  "percentile" double COMMENT 'Percentile of its citations among papers of the same first category and year, ties at their middle, from 0 to 100; null where category or year is unknown.',
  "field_normalised" double COMMENT 'Its citations over the mean of papers of the same first category and year; null where one of these is unknown or none of the papers is cited.'
)
COMMENT 'One paper in the citation graph. Key: paper_id.'
WITH (external_location = '${paper_metrics}', format = 'PARQUET');

DROP TABLE IF EXISTS "paper_citation_years";
CREATE TABLE "paper_citation_years" (
  "paper_id" varchar COMMENT 'The cited paper. Never null.',
  "age" integer COMMENT 'Years from its publication to that of the citing papers; 0 for those of an earlier year, too. Never null.',
  "citations" integer COMMENT 'Citations of that age, at least 1; those where a year is unknown have no age. Never null.'
)
COMMENT 'The citations of one paper at one age. Key: paper_id, age.'
WITH (external_location = '${paper_citation_years}', format = 'PARQUET');

DROP TABLE IF EXISTS "author_citation_metrics";
CREATE TABLE "author_citation_metrics" (
  "author_id" varchar COMMENT 'The author. Never null.',
  "papers" bigint COMMENT 'Papers. Never null.',
  "citations" bigint COMMENT 'Citations of the papers, self-citations included. Never null.',
  "h_index" integer COMMENT 'Largest h such that h papers have h citations or more each. Never null.',
  "g_index" integer COMMENT 'Largest g, up to the number of papers, such that the g most cited have g² citations together. Never null.',
  "i10" integer COMMENT 'Papers with 10 citations or more. Never null.',
  "m_quotient" double COMMENT 'h_index a year from the author''s first paper to the latest year of the corpus, both counted; null where no paper has a year.',
  "fractional_h" integer COMMENT 'h-index with the citations of each paper divided by the number of its authors. Never null.'
)
COMMENT 'How the papers of one author are cited. Key: author_id.'
WITH (external_location = '${author_citation_metrics}', format = 'PARQUET');

DROP TABLE IF EXISTS "bibliographic_coupling";
CREATE TABLE "bibliographic_coupling" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "rank" integer COMMENT 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.',
  "other_id" varchar COMMENT 'The other paper of the corpus. Never null.',
  "shared_references" integer COMMENT 'Works that both cite, in the corpus or not, at least citations.coupling-min-shared; those that more than citations.coupling-max-papers papers cite are left out here and below. Never null.',
  "cosine" double COMMENT 'shared_references over the geometric mean of the two numbers of references, from above 0 to 1. Never null.',
  "association_strength" double COMMENT 'shared_references over what they would share by chance: the product of the two numbers of references over the number of all cited works. Never null.'
)
COMMENT 'One of the papers whose references are most like those of a paper; references to works outside the corpus count as all others do. Key: paper_id, rank.'
WITH (external_location = '${bibliographic_coupling}', format = 'PARQUET');

DROP TABLE IF EXISTS "cocitation";
CREATE TABLE "cocitation" (
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "rank" integer COMMENT 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.',
  "other_id" varchar COMMENT 'The other paper of the corpus. Never null.',
  "shared_citations" integer COMMENT 'Papers that cite both, at least citations.coupling-min-shared; those that cite more than citations.coupling-max-papers papers of the corpus are left out here and below. Never null.',
  "cosine" double COMMENT 'shared_citations over the geometric mean of the two numbers of citations, from above 0 to 1. Never null.',
  "association_strength" double COMMENT 'shared_citations over what they would share by chance: the product of the two numbers of citations over the number of all citing papers. Never null.'
)
COMMENT 'One of the papers that are most cited together with a paper. Key: paper_id, rank.'
WITH (external_location = '${cocitation}', format = 'PARQUET');

DROP TABLE IF EXISTS "topic_main_paths";
CREATE TABLE "topic_main_paths" (
  "topic_id" integer COMMENT 'The topic; one within whose papers there is no citation has no row. Never null.',
  "position" integer COMMENT 'Place on the path, from 1 for the oldest citation; what is cited at a place cites at the place before. Never null.',
  "citing_id" varchar COMMENT 'The citing paper. Never null.',
  "cited_id" varchar COMMENT 'The cited paper. Never null.',
  "search_paths" double COMMENT 'Search path count: paths over this citation from a paper of the topic that none of its papers cites to one that cites none; exact up to 2^53, null beyond 10^308.',
  "weight" double COMMENT 'search_paths over the number of all search paths of the topic, up to 1. Never null.'
)
COMMENT 'One citation on the main path of a topic: the path of the greatest sum of weights through the papers whose largest topic it is. Of papers that cite each other in a circle, only citations of earlier ones count. Key: topic_id, position.'
WITH (external_location = '${topic_main_paths}', format = 'PARQUET');

DROP TABLE IF EXISTS "trending";
CREATE TABLE "trending" (
  "period" varchar COMMENT 'Kind of period: day, week or month. Never null.',
  "period_start" date COMMENT 'First day of the period, Monday for a week; only the latest periods in which papers were published are told of, as many as trending.periods. Never null.',
  "rank" integer COMMENT 'Place by falling score, from 1; ties by later publication, then by paper_id. Never null.',
  "paper_id" varchar COMMENT 'The paper. Never null.',
  "score" double COMMENT 'attention_part + citation_part + topic_part, above 0; one more is one doubling. Never null.',
  "attention_part" double COMMENT 'trending.attention-weight times log2(1 + (upvotes + comments) decay); 0 where the source tells of neither. Never null.',
  "citation_part" double COMMENT 'trending.citation-weight times log2(1 + recent_citations). Never null.',
  "topic_part" double COMMENT 'trending.topic-weight times decay times topic_growth; 0 without topics. Never null.',
  "age_days" integer COMMENT 'Days from the paper''s publication to the last day of the period. Never null.',
  "decay" double COMMENT '2^(-age_days / half-life in days), from 0 to 1; 0 from eight half-lives on. Never null.',
  "upvotes" integer COMMENT 'Votes at the time of capture; null where not told.',
  "comments" integer COMMENT 'Comments at the time of capture; null where not told.',
  "recent_citations" double COMMENT 'Citations by other papers of the corpus up to the last day of the period, each times 2^(-its age in days / half-life), without self-citations. Never null.',
  "period_citations" bigint COMMENT 'How many of them were published in the period. Never null.',
  "topic_id" integer COMMENT 'Its main topic, of greatest weight; null without topics.',
  "topic_growth" double COMMENT 'Growth of its topics in the period, weighted as the paper has them, in doublings that are sure; null without topics.'
)
COMMENT 'One paper that people look at in one day, week or month. Key: period, period_start, rank.'
WITH (external_location = '${trending}', format = 'PARQUET');

DROP TABLE IF EXISTS "bursts";
CREATE TABLE "bursts" (
  "period" varchar COMMENT 'Kind of period: day, week, month or year. Never null.',
  "period_start" date COMMENT 'First day of the period, Monday for a week; the latest periods with papers, as many as trending.periods. Never null.',
  "kind" varchar COMMENT 'What bursts: term or topic. Never null.',
  "rank" integer COMMENT 'Place among those of its kind and period by rising p_value, from 1; ties by falling rate_ratio, then by item_id. Never null.',
  "item_id" integer COMMENT 'The term_id of vocabulary, or topic_id of topics. Never null.',
  "label" varchar COMMENT 'The term as it is written, or the topic''s label. Never null.',
  "papers" bigint COMMENT 'Papers of the period that hold the term, or whose main topic it is. Never null.',
  "period_papers" bigint COMMENT 'All papers of the period with terms, or with topics. Never null.',
  "baseline_papers" bigint COMMENT 'Papers of the periods before that hold the term, or whose main topic it is. Never null.',
  "baseline_period_papers" bigint COMMENT 'All papers of the periods before with terms, or with topics, at least 1. Never null.',
  "rate_ratio" double COMMENT 'How many times as frequent as in the periods before, with half a paper added to each count, so that it is finite. Never null.',
  "ratio_low" double COMMENT 'Lower end of the 95 % confidence interval of rate_ratio. Never null.',
  "ratio_high" double COMMENT 'Its upper end. Never null.',
  "p_value" double COMMENT 'Probability of as many papers or more by chance (Fisher''s exact test, one-sided). Never null.',
  "q_value" double COMMENT 'p_value adjusted for the number of terms or topics tested in the period (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such bursts is expected to be chance. Never null.'
)
COMMENT 'One term or topic that stands in more papers of a period than those before it let expect. Key: period, period_start, kind, rank.'
WITH (external_location = '${bursts}', format = 'PARQUET');

DROP TABLE IF EXISTS "quality_checks";
CREATE TABLE "quality_checks" (
  "check" varchar COMMENT 'Name of the check; SQL wants it in double quotes, being a word of its own. Never null.',
  "severity" varchar COMMENT 'error (a check that fails keeps the tables from being published) or warn. Never null.',
  "passed" boolean COMMENT 'Whether observed is not above threshold. Never null.',
  "accepted" boolean COMMENT 'Whether it failed and a person accepted that with --accept. Never null.',
  "observed" double COMMENT 'The figure that was found. Never null.',
  "threshold" double COMMENT 'The largest figure that passes, in the same unit. Never null.',
  "detail" varchar COMMENT 'What was found, in a sentence. Never null.'
)
COMMENT 'What a check of the tables that the run wrote found before they were published. Key: check.'
WITH (external_location = '${quality_checks}', format = 'PARQUET');
