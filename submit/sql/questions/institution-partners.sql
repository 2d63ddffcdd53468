-- Which institutions work together?
-- Pairs of institutions by papers together, their countries, and association_strength: how many times more papers
-- than if institutions met by chance.
SELECT
  a.name AS institution_a,
  a.country_code AS country_a,
  b.name AS institution_b,
  b.country_code AS country_b,
  e.papers,
  round(e.association_strength, 2) AS association_strength
FROM institution_edges e
JOIN institutions a ON a.institution_id = e.institution_a
JOIN institutions b ON b.institution_id = e.institution_b
ORDER BY e.papers DESC, e.institution_a, e.institution_b
LIMIT 20
