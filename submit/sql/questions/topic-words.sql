-- Which words make a topic?
-- The terms of a topic by relevance (Sievert and Shirley 2014), with their probability in it and the papers that hold them.
WITH parameters AS (
  SELECT
    0 AS topic -- number of the topic: the question largest-topics lists them
)
SELECT t.term, round(t.relevance, 4) AS relevance, round(t.probability, 5) AS probability, v.document_frequency AS papers
FROM topic_terms t
JOIN parameters ON t.topic_id = parameters.topic
LEFT JOIN vocabulary v ON v.term = t.term
ORDER BY relevance DESC, t.term
