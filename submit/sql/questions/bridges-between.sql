-- Who bridges two communities?
-- The pairs of authors who write together across two communities; if none are named, across the two
-- communities with the most papers between them.
WITH parameters AS (
  SELECT
    -1 AS community, -- number of a community; -1 for any
    -1 AS other_community -- number of the other one; -1 for any
),
ties AS (
  SELECT
    least(a.community_id, b.community_id) AS community_a,
    greatest(a.community_id, b.community_id) AS community_b,
    CASE WHEN a.community_id < b.community_id THEN e.author_a ELSE e.author_b END AS author_a,
    CASE WHEN a.community_id < b.community_id THEN e.author_b ELSE e.author_a END AS author_b,
    e.papers,
    e.first_year,
    e.last_year
  FROM coauthor_edges e
  JOIN author_metrics a ON a.author_id = e.author_a
  JOIN author_metrics b ON b.author_id = e.author_b
  WHERE a.community_id <> b.community_id
),
chosen AS (
  SELECT t.community_a, t.community_b
  FROM ties t
  CROSS JOIN parameters
  WHERE
    parameters.community IN (-1, t.community_a, t.community_b)
    AND parameters.other_community IN (-1, t.community_a, t.community_b)
    AND (parameters.community = -1 OR parameters.community <> parameters.other_community)
  GROUP BY t.community_a, t.community_b
  ORDER BY sum(t.papers) DESC, t.community_a, t.community_b
  LIMIT 1
)
SELECT
  t.community_a,
  x.display_name AS author_a,
  t.community_b,
  y.display_name AS author_b,
  t.papers,
  t.first_year,
  t.last_year
FROM ties t
JOIN chosen c ON c.community_a = t.community_a AND c.community_b = t.community_b
JOIN authors x ON x.author_id = t.author_a
JOIN authors y ON y.author_id = t.author_b
ORDER BY t.papers DESC, t.author_a, t.author_b
