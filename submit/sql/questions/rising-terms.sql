-- Which terms come up?
-- Terms that are among the ten most characteristic of more papers in the last years than before: ratio is the
-- share of recent papers over that of earlier ones, half a paper added to each so that rare terms do not lead.
WITH parameters AS (
  SELECT
    3 AS years, -- how many years, the latest of the corpus included, are recent
    10 AS min_papers -- fewest papers that a term must characterise
),
span AS (
  SELECT max(year) AS last_year
  FROM papers
),
dated AS (
  SELECT p.paper_id, CASE WHEN p.year > s.last_year - parameters.years THEN 1 ELSE 0 END AS recent
  FROM papers p
  CROSS JOIN span s
  CROSS JOIN parameters
  WHERE p.year IS NOT NULL
),
totals AS (
  SELECT sum(recent) AS recent, sum(1 - recent) AS earlier
  FROM dated
),
terms AS (
  SELECT t.term, sum(d.recent) AS recent, sum(1 - d.recent) AS earlier
  FROM paper_terms t
  JOIN dated d ON d.paper_id = t.paper_id
  GROUP BY t.term
)
SELECT
  t.term,
  t.recent AS recent_papers,
  t.earlier AS earlier_papers,
  round(
    ((CAST(t.recent AS DOUBLE) + 0.5) / (a.recent + 1)) / ((CAST(t.earlier AS DOUBLE) + 0.5) / (a.earlier + 1)),
    3
  ) AS ratio
FROM terms t
CROSS JOIN totals a
CROSS JOIN parameters
WHERE t.recent + t.earlier >= parameters.min_papers
ORDER BY ratio DESC, term
LIMIT 20
