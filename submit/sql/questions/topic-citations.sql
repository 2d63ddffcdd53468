-- Which topics draw on which?
-- Citations from one topic to another: each citation is split by the topics of both papers. share is the part of all
-- citations that the citing topic makes, those within itself included. Topics of general words are left out.
WITH flows AS (
  SELECT a.topic_id AS citing_topic, b.topic_id AS cited_topic, sum(a.weight * b.weight) AS citations
  FROM citations c
  JOIN paper_topics a ON a.paper_id = c.citing_id
  JOIN paper_topics b ON b.paper_id = c.cited_id
  GROUP BY a.topic_id, b.topic_id
),
totals AS (
  SELECT citing_topic, sum(citations) AS citations
  FROM flows
  GROUP BY citing_topic
)
SELECT
  x.label AS citing_topic,
  y.label AS cited_topic,
  round(f.citations, 2) AS citations,
  round(f.citations / t.citations, 4) AS share
FROM flows f
JOIN totals t ON t.citing_topic = f.citing_topic
JOIN topics x ON x.topic_id = f.citing_topic
JOIN topics y ON y.topic_id = f.cited_topic
WHERE f.citing_topic <> f.cited_topic AND x.flag IS NULL AND y.flag IS NULL
ORDER BY round(f.citations, 2) DESC, f.citing_topic, f.cited_topic
LIMIT 20
