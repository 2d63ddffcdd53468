-- Which papers were discovered late?
-- Papers by the beauty coefficient (Ke et al. 2015): high where few cited a paper for long and then many did, with the
-- year in which it woke.
SELECT
  p.paper_id,
  p.title,
  p.year,
  m.awakening_year,
  m.awakening_year - p.year AS years_asleep,
  m.citations,
  round(m.sleeping_beauty, 3) AS beauty
FROM paper_metrics m
JOIN papers p ON p.paper_id = m.paper_id
WHERE m.sleeping_beauty > 0
ORDER BY beauty DESC, p.paper_id
LIMIT 20
