-- What do two institutions share?
-- For two institutions, the topics on which both work: papers of each in the topic, the papers of both together, and
-- the smaller of the first two, by which topics are sorted. If none are named, the two with the most papers together.
WITH parameters AS (
  SELECT
    '' AS institution, -- institution_id of one; '' for any
    '' AS other_institution -- institution_id of the other; '' for any
),
joined AS (
  SELECT e.institution_a, e.institution_b
  FROM institution_edges e
  CROSS JOIN parameters
  WHERE
    parameters.other_institution = ''
    AND parameters.institution IN ('', e.institution_a, e.institution_b)
  ORDER BY e.papers DESC, e.institution_a, e.institution_b
  LIMIT 1
),
chosen AS (
  SELECT institution_a, institution_b FROM joined
  UNION ALL
  SELECT institution AS institution_a, other_institution AS institution_b FROM parameters WHERE other_institution <> ''
),
written AS (
  SELECT DISTINCT a.paper_id, a.institution_id
  FROM affiliations a
  JOIN chosen c ON a.institution_id IN (c.institution_a, c.institution_b)
),
sides AS (
  SELECT
    w.paper_id,
    max(CASE WHEN w.institution_id = c.institution_a THEN 1 ELSE 0 END) AS of_a,
    max(CASE WHEN w.institution_id = c.institution_b THEN 1 ELSE 0 END) AS of_b
  FROM written w
  CROSS JOIN chosen c
  GROUP BY w.paper_id
),
work AS (
  SELECT
    t.topic_id,
    round(sum(t.weight * s.of_a), 6) AS papers_a,
    round(sum(t.weight * s.of_b), 6) AS papers_b,
    round(sum(t.weight * s.of_a * s.of_b), 6) AS papers_together
  FROM sides s
  JOIN paper_topics t ON t.paper_id = s.paper_id
  GROUP BY t.topic_id
)
SELECT
  a.name AS institution_a,
  b.name AS institution_b,
  t.label AS topic,
  round(w.papers_a, 2) AS papers_a,
  round(w.papers_b, 2) AS papers_b,
  round(w.papers_together, 2) AS papers_together
FROM work w
CROSS JOIN chosen c
JOIN institutions a ON a.institution_id = c.institution_a
JOIN institutions b ON b.institution_id = c.institution_b
JOIN topics t ON t.topic_id = w.topic_id
WHERE t.flag IS NULL AND w.papers_a > 0 AND w.papers_b > 0
ORDER BY least(w.papers_a, w.papers_b) DESC, t.topic_id
