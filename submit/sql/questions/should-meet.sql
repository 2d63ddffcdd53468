-- Who should meet?
-- Pairs of authors who never wrote together and have co-authors in common; a common co-author with d co-authors
-- counts 1 / ln d, since one who writes with everybody says little (Adamic and Adar 2003).
WITH arcs AS (
  SELECT author_a AS author_id, author_b AS other_id FROM coauthor_edges
  UNION ALL
  SELECT author_b AS author_id, author_a AS other_id FROM coauthor_edges
),
pairs AS (
  SELECT
    a.author_id AS author_a,
    b.author_id AS author_b,
    count(*) AS common_co_authors,
    round(sum(1 / ln(m.degree)), 6) AS score
  FROM arcs a
  JOIN arcs b ON b.other_id = a.other_id AND b.author_id > a.author_id
  JOIN author_metrics m ON m.author_id = a.other_id
  GROUP BY a.author_id, b.author_id
)
SELECT p.author_a, x.display_name AS name_a, p.author_b, y.display_name AS name_b, p.common_co_authors, p.score
FROM pairs p
JOIN authors x ON x.author_id = p.author_a
JOIN authors y ON y.author_id = p.author_b
LEFT JOIN coauthor_edges e ON e.author_a = p.author_a AND e.author_b = p.author_b
WHERE e.papers IS NULL
ORDER BY p.score DESC, p.author_a, p.author_b
LIMIT 20
