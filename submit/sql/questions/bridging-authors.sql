-- Who bridges communities?
-- Authors with co-authors in other communities than their own, by betweenness: how many pairs of authors have
-- their shortest path through the author.
WITH arcs AS (
  SELECT author_a AS author_id, author_b AS other_id, papers FROM coauthor_edges
  UNION ALL
  SELECT author_b AS author_id, author_a AS other_id, papers FROM coauthor_edges
),
outside AS (
  SELECT
    a.author_id,
    count(*) AS co_authors_elsewhere,
    count(DISTINCT o.community_id) AS other_communities,
    sum(a.papers) AS papers_with_them
  FROM arcs a
  JOIN author_metrics m ON m.author_id = a.author_id
  JOIN author_metrics o ON o.author_id = a.other_id
  WHERE m.community_id <> o.community_id
  GROUP BY a.author_id
)
SELECT
  n.author_id,
  n.display_name,
  m.community_id,
  s.other_communities,
  s.co_authors_elsewhere,
  s.papers_with_them,
  round(m.betweenness, 1) AS betweenness
FROM outside s
JOIN author_metrics m ON m.author_id = s.author_id
JOIN authors n ON n.author_id = s.author_id
ORDER BY betweenness DESC NULLS LAST, n.author_id
LIMIT 20
