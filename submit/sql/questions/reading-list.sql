-- In which order should one read into a topic?
-- The main path of a topic: from the oldest paper on, each cited by the next, along the citations through which most
-- of its later work leads back.
WITH parameters AS (
  SELECT
    -1 AS topic -- number of the topic; -1 for the one with the longest path
),
chosen AS (
  SELECT m.topic_id
  FROM topic_main_paths m
  CROSS JOIN parameters
  WHERE parameters.topic IN (-1, m.topic_id)
  GROUP BY m.topic_id
  ORDER BY count(*) DESC, m.topic_id
  LIMIT 1
),
steps AS (
  SELECT m.topic_id, 0 AS step, m.cited_id AS paper_id
  FROM topic_main_paths m
  JOIN chosen c ON c.topic_id = m.topic_id
  WHERE m.position = 1
  UNION ALL
  SELECT m.topic_id, m.position AS step, m.citing_id AS paper_id
  FROM topic_main_paths m
  JOIN chosen c ON c.topic_id = m.topic_id
)
SELECT t.label AS topic, s.step + 1 AS step, s.paper_id, p.year, p.title
FROM steps s
JOIN topics t ON t.topic_id = s.topic_id
JOIN papers p ON p.paper_id = s.paper_id
ORDER BY step
