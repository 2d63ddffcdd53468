-- Who works together most?
-- Pairs of authors by papers together, with the years from the first to the last and association_strength: how
-- many times more papers than if authors met by chance.
SELECT
  a.display_name AS author_a,
  b.display_name AS author_b,
  e.papers,
  e.first_year,
  e.last_year,
  round(e.association_strength, 2) AS association_strength
FROM coauthor_edges e
JOIN authors a ON a.author_id = e.author_a
JOIN authors b ON b.author_id = e.author_b
ORDER BY e.papers DESC, e.author_a, e.author_b
LIMIT 20
