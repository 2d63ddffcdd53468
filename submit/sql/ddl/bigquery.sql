-- The tables of Almagest for bigquery, made from their contracts by ./mvnw -Pdocs verify.
-- ${papers} and the like stand for the directories of the tables of one version; with these filled in:
--   submit/almagest tables --warehouse warehouse --ddl bigquery

CREATE OR REPLACE EXTERNAL TABLE `papers` (
  `paper_id` STRING OPTIONS (description = 'Identity over all sources: <source>:<id>, such as arxiv:0704.0001. Never null.'),
  `source` STRING OPTIONS (description = 'Format of the record that won the merge: daily-papers, arxiv-tsv, arxiv-json, openalex or aan. Never null.'),
  `source_id` STRING OPTIONS (description = 'Id within its source; a title digest where the source has none. Never null.'),
  `title` STRING OPTIONS (description = 'Title in one line. Never null.'),
  `abstract` STRING OPTIONS (description = 'Abstract as the source gives it.'),
  `author_count` INT64 OPTIONS (description = 'Number of authors; may be known without their names.'),
  `published_date` DATE OPTIONS (description = 'Day of first publication.'),
  `updated_date` DATE OPTIONS (description = 'Day of the last change of the content.'),
  `year` INT64 OPTIONS (description = 'Year of first publication.'),
  `primary_category` STRING OPTIONS (description = 'Main category in the scheme of the source.'),
  `categories` ARRAY<STRING> OPTIONS (description = 'All categories, in the order of the source. Never null.'),
  `venue` STRING OPTIONS (description = 'Journal or conference as written.'),
  `doi` STRING OPTIONS (description = 'DOI, lower case, without a resolver address; what is no DOI stands as the source has it.'),
  `language` STRING OPTIONS (description = 'ISO 639-1 code, where the source gives it.'),
  `comment_count` INT64 OPTIONS (description = 'Comments at the time of capture.'),
  `upvotes` INT64 OPTIONS (description = 'Votes at the time of capture.'),
  `organization` STRING OPTIONS (description = 'Organisation that a page shows in place of authors.'),
  `reference_count` INT64 OPTIONS (description = 'Distinct works that the paper cites; 0 where the source does not tell. Never null.'),
  `content_hash` STRING OPTIONS (description = 'SHA-256 in hex of the paper\'s content with its authors and references, without ids and places: equal where nothing changed. Never null.'),
  `source_file` STRING OPTIONS (description = 'File, or archive and member, of the record that won the merge. Never null.'),
  `source_position` INT64 OPTIONS (description = 'Line on which that record starts, from 1. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${papers}/*.parquet'],
  description = 'One paper, merged from all its records. Key: paper_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `authorships` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `position` INT64 OPTIONS (description = 'Place in the list of authors, from 1. Never null.'),
  `author_id` STRING OPTIONS (description = 'The author, by the rule of authors.identity. Never null.'),
  `raw_name` STRING OPTIONS (description = 'Name as written on this paper. Never null.'),
  `fraction` FLOAT64 OPTIONS (description = 'Share of the paper: 1 / number of its authors. Never null.'),
  `affiliation` STRING OPTIONS (description = 'Affiliations as written, joined with "; ".')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${authorships}/*.parquet'],
  description = 'One author of one paper. Key: paper_id, position.'
);

CREATE OR REPLACE EXTERNAL TABLE `affiliations` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `position` INT64 OPTIONS (description = 'Place of the author in the list of authors, from 1. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place among those of the author on this paper, from 1. Never null.'),
  `author_id` STRING OPTIONS (description = 'The author. Never null.'),
  `institution_id` STRING OPTIONS (description = 'The source\'s id of the institution, such as openalex:I123; null where the source does not know which one it is.'),
  `institution_name` STRING OPTIONS (description = 'Its name; null where only the country is known.'),
  `country_code` STRING OPTIONS (description = 'Its country, ISO 3166-1 alpha-2, such as DE.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${affiliations}/*.parquet'],
  description = 'One institution or country that an author gives on one paper. Key: paper_id, position, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `citations` (
  `citing_id` STRING OPTIONS (description = 'The citing paper; from a list of citations also a work outside the corpus. Never null.'),
  `cited_id` STRING OPTIONS (description = 'The cited work, in the corpus or not. Never null.'),
  `resolved` BOOL OPTIONS (description = 'Whether both are papers of this corpus. Never null.'),
  `self_citation` BOOL OPTIONS (description = 'Whether the two share an author; null where not resolved, or where the authors of one are not known.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${citations}/*.parquet'],
  description = 'One paper citing one work. Key: citing_id, cited_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `rejected_records` (
  `source_file` STRING OPTIONS (description = 'File, or archive and member. Never null.'),
  `source_position` INT64 OPTIONS (description = 'Line on which the record starts, from 1; for a whole file a line behind the start of the last record read. Never null.'),
  `reason` STRING OPTIONS (description = 'Kind of fault, such as malformed-record. Never null.'),
  `detail` STRING OPTIONS (description = 'What is wrong, in a sentence. Never null.'),
  `raw_base64` STRING OPTIONS (description = 'First 4,096 bytes of the record, in Base64. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${rejected_records}/*.parquet'],
  description = 'One record, or one file, that could not be read. Key: source_file, source_position.'
);

CREATE OR REPLACE EXTERNAL TABLE `changes` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `kind` STRING OPTIONS (description = 'added (the snapshot before did not have it), changed, or gone (only the snapshot before had it). Never null.'),
  `fields` ARRAY<STRING> OPTIONS (description = 'What of a changed paper differs, sorted: columns of papers, authors (names and their order), affiliations and references; empty for an added or gone one. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${changes}/*.parquet'],
  description = 'A paper that the last ingest found added, changed or gone, compared with the snapshot on which it built. Key: paper_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `vocabulary` (
  `term_id` INT64 OPTIONS (description = 'Number of the term, from 0; more frequent terms come first, at the time when the vocabulary was found. Never null.'),
  `term` STRING OPTIONS (description = 'The word, or phrase of two or three words, in its most frequent written form. Never null.'),
  `document_frequency` INT64 OPTIONS (description = 'Papers that hold the term; a word inside a phrase does not count. 0 only where terms.refresh kept the term. Never null.'),
  `collection_frequency` INT64 OPTIONS (description = 'Occurrences over all papers, counted in the same way. Never null.'),
  `idf` FLOAT64 OPTIONS (description = 'ln((papers + 1) / (document_frequency + 1)). Never null.'),
  `words` INT64 OPTIONS (description = 'Number of words: 1 for a word, 2 or 3 for a phrase. Never null.'),
  `npmi` FLOAT64 OPTIONS (description = 'How much more often than by chance the words of a phrase stand side by side: normalised pointwise mutual information, at most 1; null for a word.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${vocabulary}/*.parquet'],
  description = 'One term of the corpus: a word or a phrase. Key: term_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `paper_vectors` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `term_ids` ARRAY<INT64> OPTIONS (description = 'Terms of the vocabulary in the paper, rising. Never null.'),
  `term_counts` ARRAY<INT64> OPTIONS (description = 'Occurrences of each, in the same order. Never null.'),
  `token_count` INT64 OPTIONS (description = 'Sum of term_counts; 0 for a paper without a term of the vocabulary. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${paper_vectors}/*.parquet'],
  description = 'The bag of words of one paper: what topic models train on. Key: paper_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `paper_terms` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place by falling tfidf, from 1; ties by term_id. Never null.'),
  `term_id` INT64 OPTIONS (description = 'The term. Never null.'),
  `term` STRING OPTIONS (description = 'Its written form. Never null.'),
  `tf` INT64 OPTIONS (description = 'Occurrences in title and abstract. Never null.'),
  `tfidf` FLOAT64 OPTIONS (description = 'tf times idf. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${paper_terms}/*.parquet'],
  description = 'One of the most characteristic terms of a paper. Key: paper_id, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `topics` (
  `topic_id` INT64 OPTIONS (description = 'Number of the topic, from 0; in a first model larger topics come first, and later a topic keeps its number as long as it is the same. Never null.'),
  `label` STRING OPTIONS (description = 'Its most characteristic words, distinct within the model. Never null.'),
  `token_share` FLOAT64 OPTIONS (description = 'Share of all tokens that the model gives to the topic; sums to 1. Never null.'),
  `paper_count` INT64 OPTIONS (description = 'Papers of which it is the main topic. Never null.'),
  `coherence_npmi` FLOAT64 OPTIONS (description = 'Mean normalised pointwise mutual information of the pairs of its ten most probable terms, from -1 to 1; null where it has fewer than two terms.'),
  `coherence_cv` FLOAT64 OPTIONS (description = 'C_V coherence of its ten most probable terms (Roeder et al. 2015), with whole papers as windows; null where it has fewer than two terms.'),
  `stability` FLOAT64 OPTIONS (description = 'Mean cosine similarity to its counterpart in models of other seeds, from 0 to 1; null without topics.stability-seeds.'),
  `flag` STRING OPTIONS (description = 'background for a topic of general words, junk for one without a subject; null for a subject.'),
  `area_id` INT64 OPTIONS (description = 'Group of similar topics, from 0; larger groups come first. Never null.'),
  `map_x` FLOAT64 OPTIONS (description = 'Place on a map where near topics share terms: first principal coordinate of their distances. Never null.'),
  `map_y` FLOAT64 OPTIONS (description = 'Second principal coordinate. Never null.'),
  `growth` FLOAT64 OPTIONS (description = 'Mean change of its share a year over its mean share, by weighted regression over the years; null with fewer than three years.'),
  `growth_q` FLOAT64 OPTIONS (description = 'Significance of growth: p-value of the slope, adjusted for the number of topics (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such topics is expected to have no trend.'),
  `prior` FLOAT64 OPTIONS (description = 'Prior weight of the topic in a paper, alpha, in tokens; null where the trainer does not tell.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topics}/*.parquet'],
  description = 'One topic. Key: topic_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_terms` (
  `topic_id` INT64 OPTIONS (description = 'The topic. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place by falling probability, from 1. Never null.'),
  `term` STRING OPTIONS (description = 'Written form of the term. Never null.'),
  `probability` FLOAT64 OPTIONS (description = 'P(term | topic). Never null.'),
  `relevance` FLOAT64 OPTIONS (description = '0.6 ln P(term | topic) + 0.4 ln (P(term | topic) / P(term)), after Sievert and Shirley (2014). Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_terms}/*.parquet'],
  description = 'One of the most probable terms of a topic. Key: topic_id, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_words` (
  `topic_id` INT64 OPTIONS (description = 'The topic. Never null.'),
  `term` STRING OPTIONS (description = 'Written form of the term. Never null.'),
  `probability` FLOAT64 OPTIONS (description = 'P(term | topic), without smoothing; sums to 1 over the topic. Never null.'),
  `tokens` FLOAT64 OPTIONS (description = 'Tokens of the term in the topic, a mean over the last sweeps of the training: with prior and word_prior all there is of a model; null where the trainer does not tell.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_words}/*.parquet'],
  description = 'One term of a topic, with all others of the topic. Key: topic_id, term.'
);

CREATE OR REPLACE EXTERNAL TABLE `paper_topics` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `topic_id` INT64 OPTIONS (description = 'The topic. Never null.'),
  `weight` FLOAT64 OPTIONS (description = 'P(topic | paper), without weights below topics.min-weight; sums to 1 over the paper. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${paper_topics}/*.parquet'],
  description = 'The weight of one topic in one paper. Key: paper_id, topic_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_papers` (
  `topic_id` INT64 OPTIONS (description = 'The topic. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place by falling weight, from 1; among equal ones by falling length. Never null.'),
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `weight` FLOAT64 OPTIONS (description = 'P(topic | paper). Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_papers}/*.parquet'],
  description = 'One of the papers that represent a topic best. Key: topic_id, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_trends` (
  `topic_id` INT64 OPTIONS (description = 'The topic. Never null.'),
  `period` STRING OPTIONS (description = 'Year or month of publication, such as 2019 or 2019-05. Never null.'),
  `paper_weight` FLOAT64 OPTIONS (description = 'Sum of the weights of the topic over the papers of the period. Never null.'),
  `share` FLOAT64 OPTIONS (description = 'paper_weight over the number of papers with topics in the period. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers with topics in the period. Never null.'),
  `share_low` FLOAT64 OPTIONS (description = 'Lower end of the 95 % confidence interval of share: 1.96 standard errors of the mean weight below it, and at least 0; null for a period of one paper.'),
  `share_high` FLOAT64 OPTIONS (description = 'Its upper end, at most 1.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_trends}/*.parquet'],
  description = 'The weight of one topic in one year or month. Key: topic_id, period.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_facets` (
  `topic_id` INT64 OPTIONS (description = 'The topic. Never null.'),
  `facet` STRING OPTIONS (description = 'What the papers have in common: category or venue. Never null.'),
  `value` STRING OPTIONS (description = 'Which category or venue. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers with topics that have it. Never null.'),
  `paper_weight` FLOAT64 OPTIONS (description = 'Sum of the weights of the topic over these papers. Never null.'),
  `share` FLOAT64 OPTIONS (description = 'paper_weight over papers. Never null.'),
  `lift` FLOAT64 OPTIONS (description = 'share over the share of the topic in all papers. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_facets}/*.parquet'],
  description = 'The weight of one topic in the papers of one category or venue. Key: topic_id, facet, value.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_pairs` (
  `topic_a` INT64 OPTIONS (description = 'The topic with the smaller id. Never null.'),
  `topic_b` INT64 OPTIONS (description = 'The other. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers in which both have weight, or 0. Never null.'),
  `correlation` FLOAT64 OPTIONS (description = 'Correlation of their weights over all papers with topics, from -1 to 1; 0 where a topic has the same weight in all. Never null.'),
  `distance` FLOAT64 OPTIONS (description = 'Square root of the Jensen-Shannon divergence of their term distributions in nats, from 0 to 0.83. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_pairs}/*.parquet'],
  description = 'Two topics, each pair once: how far apart, and how often in the same papers. Key: topic_a, topic_b.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_models` (
  `topic_count` INT64 OPTIONS (description = 'Number of topics asked for. Never null.'),
  `selected` BOOL OPTIONS (description = 'Whether the other topic tables are of this model. Never null.'),
  `reason` STRING OPTIONS (description = 'Why it was selected, or why another was. Never null.'),
  `algorithm` STRING OPTIONS (description = 'The trainer, as topics.algorithm names it. Never null.'),
  `iterations` INT64 OPTIONS (description = 'Sweeps or iterations of the training. Never null.'),
  `held_out_perplexity` FLOAT64 OPTIONS (description = 'Perplexity of held-out papers by document completion, with this model; null where none were held out, or a model was not trained by gibbs in this run.'),
  `coherence_npmi` FLOAT64 OPTIONS (description = 'Mean coherence_npmi of its topics.'),
  `coherence_cv` FLOAT64 OPTIONS (description = 'Mean coherence_cv of its topics.'),
  `diversity` FLOAT64 OPTIONS (description = 'Share of distinct terms among the 25 most probable terms of all topics (Dieng et al. 2020).'),
  `stability` FLOAT64 OPTIONS (description = 'Mean stability of its topics; null without topics.stability-seeds.'),
  `word_prior` FLOAT64 OPTIONS (description = 'Prior weight of each term in a topic, beta, in tokens; null where the trainer does not tell.'),
  `seconds` FLOAT64 OPTIONS (description = 'Seconds that training took: a measurement, which differs from run to run. Never null.'),
  `largest_topic_id` INT64 OPTIONS (description = 'Largest topic_id that the warehouse has given so far, also to topics that are gone: none is given twice. Null for a model that is not selected.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_models}/*.parquet'],
  description = 'One model that was trained, and how good it is. Key: topic_count.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_training` (
  `topic_count` INT64 OPTIONS (description = 'Number of topics of the model. Never null.'),
  `sweep` INT64 OPTIONS (description = 'Sweeps done. Never null.'),
  `held_out_perplexity` FLOAT64 OPTIONS (description = 'Perplexity of held-out papers by document completion, with the topics as they were; null where none were held out.'),
  `tokens_per_second` FLOAT64 OPTIONS (description = 'Tokens drawn a second since the look before: a measurement, which differs from run to run. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_training}/*.parquet'],
  description = 'One look at a training on its way. Key: topic_count, sweep.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_lineage` (
  `event` INT64 OPTIONS (description = 'Number of the event, from 0. Never null.'),
  `kind` STRING OPTIONS (description = 'same, born, died, split or merged. Never null.'),
  `previous_topic_id` INT64 OPTIONS (description = 'The topic before; null for one that is born.'),
  `topic_id` INT64 OPTIONS (description = 'The topic now; null for one that died.'),
  `similarity` FLOAT64 OPTIONS (description = 'Cosine similarity of their term distributions; where there is only one, its largest to any topic of the other version, 0 if that has none. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_lineage}/*.parquet'],
  description = 'What became of a topic since the snapshot before. Key: event.'
);

CREATE OR REPLACE EXTERNAL TABLE `authors` (
  `author_id` STRING OPTIONS (description = 'Identity by the rule of authors.identity. Never null.'),
  `display_name` STRING OPTIONS (description = 'The name written on most papers; ties by code point. Never null.'),
  `name_key` STRING OPTIONS (description = 'The name without regard to case, accents and spacing. Never null.'),
  `paper_count` INT64 OPTIONS (description = 'Papers. Never null.'),
  `first_year` INT64 OPTIONS (description = 'Year of the first paper with a year.'),
  `last_year` INT64 OPTIONS (description = 'Year of the last paper with a year.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${authors}/*.parquet'],
  description = 'One author. Key: author_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `author_years` (
  `author_id` STRING OPTIONS (description = 'The author. Never null.'),
  `year` INT64 OPTIONS (description = 'Year of publication. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers of the year, at least 1. Never null.'),
  `collaborators` INT64 OPTIONS (description = 'Authors with whom there is a paper of that year; those of papers with more than coauthors.max-authors-per-paper authors do not count. Never null.'),
  `new_collaborators` INT64 OPTIONS (description = 'Those among them with whom there is no earlier paper; papers without a year do not count. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${author_years}/*.parquet'],
  description = 'One author in one year with papers. Key: author_id, year.'
);

CREATE OR REPLACE EXTERNAL TABLE `coauthor_edges` (
  `author_a` STRING OPTIONS (description = 'The author whose id comes first. Never null.'),
  `author_b` STRING OPTIONS (description = 'The other one. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers together. Never null.'),
  `weight_full` FLOAT64 OPTIONS (description = 'Full counting: 1 a paper. Never null.'),
  `weight_fractional` FLOAT64 OPTIONS (description = 'Collaboration strength after Newman (2001), fractional counting of links: 1 / (n - 1) a paper of n authors, so that an author\'s weights sum to the papers that have another author. Never null.'),
  `weight_complete_normalised` FLOAT64 OPTIONS (description = 'Complete-normalised counting (Gauffriau et al. 2007), fractional counting of authors: 1 / n a paper of n authors, an author\'s share of it. Never null.'),
  `association_strength` FLOAT64 OPTIONS (description = 'Papers together over the number to be expected if authors met by chance (van Eck and Waltman 2009), c_ab / (s_a s_b / 2m) = 2m c_ab / (s_a s_b): c_ab the papers together, s_a and s_b each author\'s sum of c over all edges, m the sum of c over all edges of the graph; above 1 for more than expected. Never null.'),
  `first_year` INT64 OPTIONS (description = 'Year of the first paper together with a year.'),
  `last_year` INT64 OPTIONS (description = 'Year of the last paper together with a year.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${coauthor_edges}/*.parquet'],
  description = 'Two authors with papers together; author_a < author_b. Key: author_a, author_b.'
);

CREATE OR REPLACE EXTERNAL TABLE `coauthor_edge_years` (
  `author_a` STRING OPTIONS (description = 'The author whose id comes first. Never null.'),
  `author_b` STRING OPTIONS (description = 'The other one. Never null.'),
  `year` INT64 OPTIONS (description = 'Year of publication; papers without a year are in coauthor_edges alone. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers together in that year, at least 1. Never null.'),
  `weight_fractional` FLOAT64 OPTIONS (description = 'Sum of 1 / (n - 1) over these papers, n authors each. Never null.'),
  `weight_complete_normalised` FLOAT64 OPTIONS (description = 'Sum of 1 / n over these papers, n authors each. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${coauthor_edge_years}/*.parquet'],
  description = 'Two authors in one year with papers together, the co-author graph of any span of years; author_a < author_b. Key: author_a, author_b, year.'
);

CREATE OR REPLACE EXTERNAL TABLE `author_metrics` (
  `author_id` STRING OPTIONS (description = 'The author. Never null.'),
  `degree` INT64 OPTIONS (description = 'Co-authors. Never null.'),
  `strength` FLOAT64 OPTIONS (description = 'Sum of weight_full over the edges. Never null.'),
  `pagerank` FLOAT64 OPTIONS (description = 'PageRank with damping 0.85 over edges weighted by papers together; sums to 1. Never null.'),
  `component_id` INT64 OPTIONS (description = 'Connected component, from 0; larger ones come first, ties by smallest author_id. Never null.'),
  `in_giant_component` BOOL OPTIONS (description = 'Whether its component is larger than any other. Never null.'),
  `community_id` INT64 OPTIONS (description = 'Community by the Leiden algorithm with modularity, from 0; in a first snapshot larger ones come first, and later a community keeps its number as long as it continues, by the rule of community_lineage. Null in a graph of more edges than graph.max-local-edges and graph.max-community-edges.'),
  `core_number` INT64 OPTIONS (description = 'Largest k such that the author is in a group in which all have k co-authors. Never null.'),
  `clustering` FLOAT64 OPTIONS (description = 'Share of pairs of co-authors who wrote together, too, from 0 to 1; null with fewer than two co-authors.'),
  `betweenness` FLOAT64 OPTIONS (description = 'Pairs of authors whose shortest paths go through the author, in parts where there are several paths; estimated from coauthors.centrality-samples authors.'),
  `betweenness_error` FLOAT64 OPTIONS (description = 'Standard error of betweenness.'),
  `harmonic_closeness` FLOAT64 OPTIONS (description = 'Mean of 1 / distance to all other authors, 0 for those not reached; estimated as betweenness.'),
  `harmonic_closeness_error` FLOAT64 OPTIONS (description = 'Standard error of harmonic_closeness.'),
  `papers` INT64 OPTIONS (description = 'Papers. Never null.'),
  `fractional_papers` FLOAT64 OPTIONS (description = 'Sum of 1 / number of authors over the papers. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${author_metrics}/*.parquet'],
  description = 'One author in the co-author graph. Key: author_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `community_lineage` (
  `event` INT64 OPTIONS (description = 'Number of the event, from 0. Never null.'),
  `kind` STRING OPTIONS (description = 'continued (each is the other\'s best match by jaccard, and they share more than half of the smaller), split (more than half of the community was in the previous one, which has other parts or lives on elsewhere), merged (more than half of the previous one is in the community, which takes in others or continues another), born or died (none of these). Never null.'),
  `previous_community_id` INT64 OPTIONS (description = 'The community before; null for one that is born.'),
  `community_id` INT64 OPTIONS (description = 'The community now; null for one that died.'),
  `shared_authors` INT64 OPTIONS (description = 'Authors of both; 0 where there is only one. Never null.'),
  `jaccard` FLOAT64 OPTIONS (description = 'shared_authors over the authors of at least one of them; 0 where there is only one. Never null.'),
  `previous_size` INT64 OPTIONS (description = 'Authors before; 0 for one that is born. Never null.'),
  `size` INT64 OPTIONS (description = 'Authors now; 0 for one that died. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${community_lineage}/*.parquet'],
  description = 'What became of a community of authors since the snapshot before; none of one author. Key: event.'
);

CREATE OR REPLACE EXTERNAL TABLE `community_ids` (
  `largest_community_id` INT64 OPTIONS (description = 'Largest community_id that the warehouse has given so far, also to communities that are gone: none is given twice. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${community_ids}/*.parquet'],
  description = 'How far the ids of communities of authors have come: one row, or none as long as there was no community. Key: largest_community_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `coauthor_periods` (
  `span` STRING OPTIONS (description = 'window: papers of the years of the period; cumulative: of all years up to its last. Never null.'),
  `period_start` INT64 OPTIONS (description = 'First year of the period, a multiple of coauthors.period-years. Never null.'),
  `period_end` INT64 OPTIONS (description = 'Its last year. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers that name their authors. Never null.'),
  `authors` INT64 OPTIONS (description = 'Authors of these papers: the nodes of the graph. Never null.'),
  `edges` INT64 OPTIONS (description = 'Pairs of them who share one of the papers, but for those of more than coauthors.max-authors-per-paper authors. Never null.'),
  `components` INT64 OPTIONS (description = 'Connected components, authors without co-authors included. Never null.'),
  `giant_share` FLOAT64 OPTIONS (description = 'Authors of the largest component over all authors. Never null.'),
  `density` FLOAT64 OPTIONS (description = 'Edges over those that there could be, n (n - 1) / 2; null for one author.'),
  `mean_clustering` FLOAT64 OPTIONS (description = 'Mean local clustering coefficient (Watts and Strogatz 1998) of the authors with two co-authors; null without any.'),
  `transitivity` FLOAT64 OPTIONS (description = 'Three times the triangles over the connected triples (Newman, Watts and Strogatz 2002); null without any.'),
  `communities` INT64 OPTIONS (description = 'Communities of two authors and more that the Leiden algorithm finds in this graph. Never null.'),
  `modularity` FLOAT64 OPTIONS (description = 'Modularity of these communities, edges weighted by papers together; null without edges.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${coauthor_periods}/*.parquet'],
  description = 'The co-author graph of a period. Key: span, period_start.'
);

CREATE OR REPLACE EXTERNAL TABLE `institutions` (
  `institution_id` STRING OPTIONS (description = 'The source\'s id. Never null.'),
  `name` STRING OPTIONS (description = 'Its name on most authorships; ties by code point.'),
  `country_code` STRING OPTIONS (description = 'Its country on most authorships; ties by code.'),
  `papers` INT64 OPTIONS (description = 'Papers with an author of it. Never null.'),
  `fractional_papers` FLOAT64 OPTIONS (description = 'Sum of its parts of papers: an author\'s share, 1 / number of authors, is split evenly among the institutions that the author gives and the source knows. Never null.'),
  `collaborative_papers` INT64 OPTIONS (description = 'Those of its papers that have another known institution, too. Never null.'),
  `authors` INT64 OPTIONS (description = 'Authors who give it on a paper. Never null.'),
  `first_year` INT64 OPTIONS (description = 'Year of the first paper with a year.'),
  `last_year` INT64 OPTIONS (description = 'Year of the last paper with a year.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${institutions}/*.parquet'],
  description = 'One institution that a source knows. Key: institution_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `institution_edges` (
  `institution_a` STRING OPTIONS (description = 'The institution whose id comes first. Never null.'),
  `institution_b` STRING OPTIONS (description = 'The other one. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two institutions joins them, too. Never null.'),
  `weight_full` FLOAT64 OPTIONS (description = 'Full counting: 1 a paper. Never null.'),
  `weight_fractional` FLOAT64 OPTIONS (description = 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n institutions. Never null.'),
  `weight_complete_normalised` FLOAT64 OPTIONS (description = 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n institutions. Never null.'),
  `association_strength` FLOAT64 OPTIONS (description = 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.'),
  `first_year` INT64 OPTIONS (description = 'Year of the first paper together with a year.'),
  `last_year` INT64 OPTIONS (description = 'Year of the last paper together with a year.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${institution_edges}/*.parquet'],
  description = 'Two institutions with papers together; institution_a < institution_b. Key: institution_a, institution_b.'
);

CREATE OR REPLACE EXTERNAL TABLE `countries` (
  `country_code` STRING OPTIONS (description = 'ISO 3166-1 alpha-2, such as DE. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers with an author of it. Never null.'),
  `fractional_papers` FLOAT64 OPTIONS (description = 'Sum of its parts of papers: an author\'s share, 1 / number of authors, is split evenly among the countries that the author gives. Never null.'),
  `international_papers` INT64 OPTIONS (description = 'Those of its papers that have another country, too. Never null.'),
  `authors` INT64 OPTIONS (description = 'Authors who give it on a paper. Never null.'),
  `institutions` INT64 OPTIONS (description = 'Institutions that authors give as being there. Never null.'),
  `first_year` INT64 OPTIONS (description = 'Year of the first paper with a year.'),
  `last_year` INT64 OPTIONS (description = 'Year of the last paper with a year.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${countries}/*.parquet'],
  description = 'One country that authors give. Key: country_code.'
);

CREATE OR REPLACE EXTERNAL TABLE `country_edges` (
  `country_a` STRING OPTIONS (description = 'The country whose code comes first. Never null.'),
  `country_b` STRING OPTIONS (description = 'The other one. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers together, those of more than coauthors.max-authors-per-paper authors left out; an author who gives two countries joins them, too. Never null.'),
  `weight_full` FLOAT64 OPTIONS (description = 'Full counting: 1 a paper. Never null.'),
  `weight_fractional` FLOAT64 OPTIONS (description = 'Collaboration strength after Newman (2001): 1 / (n - 1) a paper of n countries. Never null.'),
  `weight_complete_normalised` FLOAT64 OPTIONS (description = 'Complete-normalised counting (Gauffriau et al. 2007): 1 / n a paper of n countries. Never null.'),
  `association_strength` FLOAT64 OPTIONS (description = 'Papers together over the number to be expected by chance, 2m c_ab / (s_a s_b), as in coauthor_edges. Never null.'),
  `first_year` INT64 OPTIONS (description = 'Year of the first paper together with a year.'),
  `last_year` INT64 OPTIONS (description = 'Year of the last paper together with a year.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${country_edges}/*.parquet'],
  description = 'Two countries with papers together; country_a < country_b. Key: country_a, country_b.'
);

CREATE OR REPLACE EXTERNAL TABLE `communities` (
  `community_id` INT64 OPTIONS (description = 'Number of the community, as in author_metrics; those of one author are left out. Never null.'),
  `size` INT64 OPTIONS (description = 'Authors. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers with an author of it. Never null.'),
  `fractional_papers` FLOAT64 OPTIONS (description = 'Sum of its authors\' shares of papers, 1 / number of authors each. Never null.'),
  `label` STRING OPTIONS (description = 'The three terms with the greatest sum of TF-IDF over its authors\' shares of papers; null if no paper has terms.'),
  `top_authors` ARRAY<STRING> OPTIONS (description = 'author_id of up to five authors, by falling PageRank. Never null.'),
  `top_author_names` ARRAY<STRING> OPTIONS (description = 'Their names. Never null.'),
  `top_topics` ARRAY<INT64> OPTIONS (description = 'topic_id of up to three topics, by falling paper_weight in community_topics; ties by number. Never null.'),
  `edges` INT64 OPTIONS (description = 'Pairs of its authors who wrote together. Never null.'),
  `density` FLOAT64 OPTIONS (description = 'Internal density: edges over those that there could be, n (n - 1) / 2. Never null.'),
  `modularity` FLOAT64 OPTIONS (description = 'What it adds to the modularity of the graph, w / m - (s / 2m)^2: w the weight of the edges within, s the strength of its authors, m the weight of all edges. Never null.'),
  `first_year` INT64 OPTIONS (description = 'Year of its first paper.'),
  `last_year` INT64 OPTIONS (description = 'Year of its last paper.'),
  `active_years` INT64 OPTIONS (description = 'Years in which it has a paper, those unknown left out. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${communities}/*.parquet'],
  description = 'One community of authors who write together. Key: community_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `community_topics` (
  `community_id` INT64 OPTIONS (description = 'The community. Never null.'),
  `topic_id` INT64 OPTIONS (description = 'The topic. Never null.'),
  `paper_weight` FLOAT64 OPTIONS (description = 'Sum over papers of the topic\'s weight times the share of the community\'s authors. Never null.'),
  `share_of_community` FLOAT64 OPTIONS (description = 'paper_weight over that of all topics of the community. Never null.'),
  `share_of_topic` FLOAT64 OPTIONS (description = 'paper_weight over that of the topic with all authors. Never null.'),
  `growth_contribution` FLOAT64 OPTIONS (description = 'What its authors\' shares of papers add to topics.growth: the same regression over the community\'s part of the topic\'s share in each year; contributions of all communities, of authors in none and of papers without named authors sum to it. Null where growth is null or 0.'),
  `share_of_growth` FLOAT64 OPTIONS (description = 'growth_contribution over the topic\'s growth, who drives it: above 0 for a community that moves as the topic does, below for one that moves against it; null where growth is null or 0.'),
  `top_authors` ARRAY<STRING> OPTIONS (description = 'author_id of up to three of its authors, by falling part of paper_weight; ties by id. Never null.'),
  `top_author_names` ARRAY<STRING> OPTIONS (description = 'Their names. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${community_topics}/*.parquet'],
  description = 'The part of one topic in the work of one community. Key: community_id, topic_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `community_periods` (
  `community_id` INT64 OPTIONS (description = 'The community, of the graph of all years. Never null.'),
  `period_start` INT64 OPTIONS (description = 'First year of the period, a multiple of coauthors.period-years. Never null.'),
  `period_end` INT64 OPTIONS (description = 'Its last year. Never null.'),
  `size` INT64 OPTIONS (description = 'Authors of it with a paper of the period, at least 1. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers of the period with an author of it. Never null.'),
  `fractional_papers` FLOAT64 OPTIONS (description = 'Sum of its authors\' shares of these papers, 1 / number of authors each. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${community_periods}/*.parquet'],
  description = 'What the authors of one community did in a period. Key: community_id, period_start.'
);

CREATE OR REPLACE EXTERNAL TABLE `paper_metrics` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `citations` INT64 OPTIONS (description = 'Other papers of the corpus that cite it, self-citations included. Never null.'),
  `reference_count` INT64 OPTIONS (description = 'Works that it cites, in the corpus or not. Never null.'),
  `resolved_references` INT64 OPTIONS (description = 'Those of them that are other papers of the corpus. Never null.'),
  `self_citations` INT64 OPTIONS (description = 'Those of the citations whose paper shares an author with it. Never null.'),
  `pagerank` FLOAT64 OPTIONS (description = 'PageRank with damping 0.85 over citations, the rank of papers without references spread over all; sums to 1. Never null.'),
  `attrank` FLOAT64 OPTIONS (description = 'AttRank, which adds recent attention and youth to citations: the attention that the paper may expect; sums to 1. Never null.'),
  `half_life` FLOAT64 OPTIONS (description = 'Years after publication by which half of the citations of known age had come; null without any.'),
  `sleeping_beauty` FLOAT64 OPTIONS (description = 'Beauty coefficient: high for a paper that was cited little for long and then much; null without citations of known age.'),
  `awakening_year` INT64 OPTIONS (description = 'Year in which it woke; null without citations of known age.'),
  `percentile` FLOAT64 OPTIONS (description = 'Percentile of its citations among papers of the same first category and year, ties at their middle, from 0 to 100; null where category or year is unknown.'),
  `field_normalised` FLOAT64 OPTIONS (description = 'Its citations over the mean of papers of the same first category and year; null where one of these is unknown or none of the papers is cited.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${paper_metrics}/*.parquet'],
  description = 'One paper in the citation graph. Key: paper_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `paper_citation_years` (
  `paper_id` STRING OPTIONS (description = 'The cited paper. Never null.'),
  `age` INT64 OPTIONS (description = 'Years from its publication to that of the citing papers; 0 for those of an earlier year, too. Never null.'),
  `citations` INT64 OPTIONS (description = 'Citations of that age, at least 1; those where a year is unknown have no age. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${paper_citation_years}/*.parquet'],
  description = 'The citations of one paper at one age. Key: paper_id, age.'
);

CREATE OR REPLACE EXTERNAL TABLE `author_citation_metrics` (
  `author_id` STRING OPTIONS (description = 'The author. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers. Never null.'),
  `citations` INT64 OPTIONS (description = 'Citations of the papers, self-citations included. Never null.'),
  `h_index` INT64 OPTIONS (description = 'Largest h such that h papers have h citations or more each. Never null.'),
  `g_index` INT64 OPTIONS (description = 'Largest g, up to the number of papers, such that the g most cited have g² citations together. Never null.'),
  `i10` INT64 OPTIONS (description = 'Papers with 10 citations or more. Never null.'),
  `m_quotient` FLOAT64 OPTIONS (description = 'h_index a year from the author\'s first paper to the latest year of the corpus, both counted; null where no paper has a year.'),
  `fractional_h` INT64 OPTIONS (description = 'h-index with the citations of each paper divided by the number of its authors. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${author_citation_metrics}/*.parquet'],
  description = 'How the papers of one author are cited. Key: author_id.'
);

CREATE OR REPLACE EXTERNAL TABLE `bibliographic_coupling` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.'),
  `other_id` STRING OPTIONS (description = 'The other paper of the corpus. Never null.'),
  `shared_references` INT64 OPTIONS (description = 'Works that both cite, in the corpus or not, at least citations.coupling-min-shared; those that more than citations.coupling-max-papers papers cite are left out here and below. Never null.'),
  `cosine` FLOAT64 OPTIONS (description = 'shared_references over the geometric mean of the two numbers of references, from above 0 to 1. Never null.'),
  `association_strength` FLOAT64 OPTIONS (description = 'shared_references over what they would share by chance: the product of the two numbers of references over the number of all cited works. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${bibliographic_coupling}/*.parquet'],
  description = 'One of the papers whose references are most like those of a paper; references to works outside the corpus count as all others do. Key: paper_id, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `cocitation` (
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place by falling cosine, from 1; among equal ones by falling number shared, then by id. Never null.'),
  `other_id` STRING OPTIONS (description = 'The other paper of the corpus. Never null.'),
  `shared_citations` INT64 OPTIONS (description = 'Papers that cite both, at least citations.coupling-min-shared; those that cite more than citations.coupling-max-papers papers of the corpus are left out here and below. Never null.'),
  `cosine` FLOAT64 OPTIONS (description = 'shared_citations over the geometric mean of the two numbers of citations, from above 0 to 1. Never null.'),
  `association_strength` FLOAT64 OPTIONS (description = 'shared_citations over what they would share by chance: the product of the two numbers of citations over the number of all citing papers. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${cocitation}/*.parquet'],
  description = 'One of the papers that are most cited together with a paper. Key: paper_id, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `topic_main_paths` (
  `topic_id` INT64 OPTIONS (description = 'The topic; one within whose papers there is no citation has no row. Never null.'),
  `position` INT64 OPTIONS (description = 'Place on the path, from 1 for the oldest citation; what is cited at a place cites at the place before. Never null.'),
  `citing_id` STRING OPTIONS (description = 'The citing paper. Never null.'),
  `cited_id` STRING OPTIONS (description = 'The cited paper. Never null.'),
  `search_paths` FLOAT64 OPTIONS (description = 'Search path count: paths over this citation from a paper of the topic that none of its papers cites to one that cites none; exact up to 2^53, null beyond 10^308.'),
  `weight` FLOAT64 OPTIONS (description = 'search_paths over the number of all search paths of the topic, up to 1. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${topic_main_paths}/*.parquet'],
  description = 'One citation on the main path of a topic: the path of the greatest sum of weights through the papers whose largest topic it is. Of papers that cite each other in a circle, only citations of earlier ones count. Key: topic_id, position.'
);

CREATE OR REPLACE EXTERNAL TABLE `trending` (
  `period` STRING OPTIONS (description = 'Kind of period: day, week or month. Never null.'),
  `period_start` DATE OPTIONS (description = 'First day of the period, Monday for a week; only the latest periods in which papers were published are told of, as many as trending.periods. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place by falling score, from 1; ties by later publication, then by paper_id. Never null.'),
  `paper_id` STRING OPTIONS (description = 'The paper. Never null.'),
  `score` FLOAT64 OPTIONS (description = 'attention_part + citation_part + topic_part, above 0; one more is one doubling. Never null.'),
  `attention_part` FLOAT64 OPTIONS (description = 'trending.attention-weight times log2(1 + (upvotes + comments) decay); 0 where the source tells of neither. Never null.'),
  `citation_part` FLOAT64 OPTIONS (description = 'trending.citation-weight times log2(1 + recent_citations). Never null.'),
  `topic_part` FLOAT64 OPTIONS (description = 'trending.topic-weight times decay times topic_growth; 0 without topics. Never null.'),
  `age_days` INT64 OPTIONS (description = 'Days from the paper\'s publication to the last day of the period. Never null.'),
  `decay` FLOAT64 OPTIONS (description = '2^(-age_days / half-life in days), from 0 to 1; 0 from eight half-lives on. Never null.'),
  `upvotes` INT64 OPTIONS (description = 'Votes at the time of capture; null where not told.'),
  `comments` INT64 OPTIONS (description = 'Comments at the time of capture; null where not told.'),
  `recent_citations` FLOAT64 OPTIONS (description = 'Citations by other papers of the corpus up to the last day of the period, each times 2^(-its age in days / half-life), without self-citations. Never null.'),
  `period_citations` INT64 OPTIONS (description = 'How many of them were published in the period. Never null.'),
  `topic_id` INT64 OPTIONS (description = 'Its main topic, of greatest weight; null without topics.'),
  `topic_growth` FLOAT64 OPTIONS (description = 'Growth of its topics in the period, weighted as the paper has them, in doublings that are sure; null without topics.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${trending}/*.parquet'],
  description = 'One paper that people look at in one day, week or month. Key: period, period_start, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `bursts` (
  `period` STRING OPTIONS (description = 'Kind of period: day, week, month or year. Never null.'),
  `period_start` DATE OPTIONS (description = 'First day of the period, Monday for a week; the latest periods with papers, as many as trending.periods. Never null.'),
  `kind` STRING OPTIONS (description = 'What bursts: term or topic. Never null.'),
  `rank` INT64 OPTIONS (description = 'Place among those of its kind and period by rising p_value, from 1; ties by falling rate_ratio, then by item_id. Never null.'),
  `item_id` INT64 OPTIONS (description = 'The term_id of vocabulary, or topic_id of topics. Never null.'),
  `label` STRING OPTIONS (description = 'The term as it is written, or the topic\'s label. Never null.'),
  `papers` INT64 OPTIONS (description = 'Papers of the period that hold the term, or whose main topic it is. Never null.'),
  `period_papers` INT64 OPTIONS (description = 'All papers of the period with terms, or with topics. Never null.'),
  `baseline_papers` INT64 OPTIONS (description = 'Papers of the periods before that hold the term, or whose main topic it is. Never null.'),
  `baseline_period_papers` INT64 OPTIONS (description = 'All papers of the periods before with terms, or with topics, at least 1. Never null.'),
  `rate_ratio` FLOAT64 OPTIONS (description = 'How many times as frequent as in the periods before, with half a paper added to each count, so that it is finite. Never null.'),
  `ratio_low` FLOAT64 OPTIONS (description = 'Lower end of the 95 % confidence interval of rate_ratio. Never null.'),
  `ratio_high` FLOAT64 OPTIONS (description = 'Its upper end. Never null.'),
  `p_value` FLOAT64 OPTIONS (description = 'Probability of as many papers or more by chance (Fisher\'s exact test, one-sided). Never null.'),
  `q_value` FLOAT64 OPTIONS (description = 'p_value adjusted for the number of terms or topics tested in the period (Benjamini and Hochberg 1995); below 0.05, at most one in twenty such bursts is expected to be chance. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${bursts}/*.parquet'],
  description = 'One term or topic that stands in more papers of a period than those before it let expect. Key: period, period_start, kind, rank.'
);

CREATE OR REPLACE EXTERNAL TABLE `quality_checks` (
  `check` STRING OPTIONS (description = 'Name of the check; SQL wants it in double quotes, being a word of its own. Never null.'),
  `severity` STRING OPTIONS (description = 'error (a check that fails keeps the tables from being published) or warn. Never null.'),
  `passed` BOOL OPTIONS (description = 'Whether observed is not above threshold. Never null.'),
  `accepted` BOOL OPTIONS (description = 'Whether it failed and a person accepted that with --accept. Never null.'),
  `observed` FLOAT64 OPTIONS (description = 'The figure that was found. Never null.'),
  `threshold` FLOAT64 OPTIONS (description = 'The largest figure that passes, in the same unit. Never null.'),
  `detail` STRING OPTIONS (description = 'What was found, in a sentence. Never null.')
)
OPTIONS (
  format = 'PARQUET',
  enable_list_inference = TRUE,
  uris = ['${quality_checks}/*.parquet'],
  description = 'What a check of the tables that the run wrote found before they were published. Key: check.'
);
