-- What else should I read?
-- Papers that share references with a paper, or are cited together with it, by the sum of the two cosines.
WITH parameters AS (
  SELECT
    '' AS paper -- paper_id; '' for the paper with the nearest relatives
),
kin AS (
  SELECT paper_id, other_id, cosine, shared_references, 0 AS shared_citations FROM bibliographic_coupling
  UNION ALL
  SELECT paper_id, other_id, cosine, 0 AS shared_references, shared_citations FROM cocitation
),
summed AS (
  SELECT
    paper_id,
    other_id,
    round(sum(cosine), 6) AS similarity,
    sum(shared_references) AS shared_references,
    sum(shared_citations) AS shared_citations
  FROM kin
  GROUP BY paper_id, other_id
),
chosen AS (
  SELECT s.paper_id
  FROM summed s
  CROSS JOIN parameters
  WHERE parameters.paper IN ('', s.paper_id)
  GROUP BY s.paper_id
  ORDER BY round(sum(s.similarity), 6) DESC, s.paper_id
  LIMIT 1
)
SELECT
  s.paper_id AS if_you_read,
  s.other_id AS read_next,
  p.title,
  p.year,
  round(s.similarity, 4) AS similarity,
  s.shared_references,
  s.shared_citations
FROM summed s
JOIN chosen c ON c.paper_id = s.paper_id
JOIN papers p ON p.paper_id = s.other_id
ORDER BY similarity DESC, read_next
LIMIT 10
