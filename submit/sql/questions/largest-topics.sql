-- What is the corpus about?
-- All topics by their share of all words, with the papers of which each is the main topic. coherence_cv is
-- the C_V coherence of its words; flag is background for general words and junk for no subject.
SELECT topic_id, label, round(token_share, 4) AS word_share, paper_count, round(coherence_cv, 3) AS coherence_cv, flag
FROM topics
ORDER BY word_share DESC, topic_id
