-- Which papers will be read next?
-- Papers by AttRank, which adds recent attention and youth to citations, beside their place by citations alone.
WITH placed AS (
  SELECT paper_id, attrank, citations, rank() OVER (ORDER BY citations DESC) AS place_by_citations
  FROM paper_metrics
)
SELECT m.paper_id, p.title, p.year, round(m.attrank * 1000, 4) AS attrank_in_thousandths, m.citations, m.place_by_citations
FROM placed m
JOIN papers p ON p.paper_id = m.paper_id
ORDER BY attrank_in_thousandths DESC, m.paper_id
LIMIT 20
