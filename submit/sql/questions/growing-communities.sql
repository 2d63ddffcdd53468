-- Which communities grow?
-- The papers of each community in the last years and in as many years before, with the difference; communities with
-- five papers or more in both together.
WITH parameters AS (
  SELECT
    3 AS years -- length of each of the two spans
),
span AS (
  SELECT max(year) AS last_year
  FROM papers
),
written AS (
  SELECT DISTINCT m.community_id, p.paper_id, p.year
  FROM authorships a
  JOIN author_metrics m ON m.author_id = a.author_id
  JOIN papers p ON p.paper_id = a.paper_id
),
counted AS (
  SELECT
    w.community_id,
    sum(CASE WHEN w.year > s.last_year - parameters.years THEN 1 ELSE 0 END) AS papers_now,
    sum(CASE WHEN w.year <= s.last_year - parameters.years THEN 1 ELSE 0 END) AS papers_before
  FROM written w
  CROSS JOIN span s
  CROSS JOIN parameters
  WHERE w.year > s.last_year - 2 * parameters.years
  GROUP BY w.community_id
)
SELECT
  c.community_id,
  c.label,
  c.size AS authors,
  n.papers_before,
  n.papers_now,
  n.papers_now - n.papers_before AS difference
FROM counted n
JOIN communities c ON c.community_id = n.community_id
WHERE n.papers_now + n.papers_before >= 5
ORDER BY difference DESC, papers_now DESC, c.community_id
LIMIT 20
