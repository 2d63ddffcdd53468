-- Which papers are cited most?
-- Papers by citations within the corpus; field_normalised is over the mean of papers of the same category and year,
-- percentile the place among these.
SELECT
  p.paper_id,
  p.title,
  p.year,
  m.citations,
  m.self_citations,
  round(m.field_normalised, 2) AS field_normalised,
  round(m.percentile, 1) AS percentile
FROM paper_metrics m
JOIN papers p ON p.paper_id = m.paper_id
WHERE m.citations > 0
ORDER BY m.citations DESC, p.paper_id
LIMIT 20
