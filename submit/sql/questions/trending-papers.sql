-- Which papers are trending?
-- The papers of the latest day, week or month by their score, and what it is made of: attention (upvotes and comments),
-- citations and the growth of the topic. One point is a doubling.
WITH parameters AS (
  SELECT
    'month' AS period -- day, week or month
),
latest AS (
  SELECT t.period, max(t.period_start) AS period_start
  FROM trending t
  JOIN parameters ON t.period = parameters.period
  GROUP BY t.period
)
SELECT
  t.period_start,
  t.rank AS place,
  p.paper_id,
  p.title,
  round(t.score, 3) AS score,
  round(t.attention_part, 3) AS attention_part,
  round(t.citation_part, 3) AS citation_part,
  round(t.topic_part, 3) AS topic_part,
  t.age_days
FROM trending t
JOIN latest l ON l.period = t.period AND l.period_start = t.period_start
JOIN papers p ON p.paper_id = t.paper_id
ORDER BY t.rank
LIMIT 20
