-- Who is meeting new people?
-- Authors by the co-authors with whom they first wrote in the last years, beside all co-authors that they ever had.
WITH parameters AS (
  SELECT
    3 AS years -- how many years, the latest of the corpus included
),
span AS (
  SELECT max(year) AS last_year
  FROM author_years
)
SELECT
  a.author_id,
  a.display_name,
  sum(y.new_collaborators) AS new_co_authors,
  m.degree AS co_authors,
  sum(y.papers) AS papers
FROM author_years y
CROSS JOIN span s
CROSS JOIN parameters
JOIN authors a ON a.author_id = y.author_id
JOIN author_metrics m ON m.author_id = y.author_id
WHERE y.year > s.last_year - parameters.years
GROUP BY a.author_id, a.display_name, m.degree
HAVING sum(y.new_collaborators) > 0
ORDER BY new_co_authors DESC, papers DESC, a.author_id
LIMIT 20
