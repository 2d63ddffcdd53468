-- Where does the work come from?
-- Countries by their parts of papers, the share of their papers with another country, and the country with which they
-- write most.
WITH arcs AS (
  SELECT country_a AS country_code, country_b AS partner, papers FROM country_edges
  UNION ALL
  SELECT country_b AS country_code, country_a AS partner, papers FROM country_edges
),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY country_code ORDER BY papers DESC, partner) AS place
  FROM arcs
)
SELECT
  c.country_code,
  c.papers,
  round(c.fractional_papers, 2) AS fractional_papers,
  c.authors,
  c.institutions,
  round(c.international_papers / CAST(c.papers AS DOUBLE), 3) AS international_share,
  p.partner AS main_partner
FROM countries c
LEFT JOIN placed p ON p.country_code = c.country_code AND p.place = 1
ORDER BY c.papers DESC, c.country_code
