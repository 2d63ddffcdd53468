-- Who should review this paper?
-- Authors whose work is most like the paper: the cosine of its topics with theirs. Nobody who wrote it or ever
-- wrote with one of its authors, with three papers or more, the last within five years of the latest of the corpus.
WITH parameters AS (
  SELECT
    '' AS paper -- paper_id; '' for the most cited paper that names its authors
),
chosen AS (
  SELECT p.paper_id
  FROM paper_metrics p
  CROSS JOIN parameters
  WHERE parameters.paper IN ('', p.paper_id) AND p.paper_id IN (SELECT paper_id FROM authorships)
  ORDER BY p.citations DESC, p.paper_id
  LIMIT 1
),
its_authors AS (
  SELECT DISTINCT a.author_id
  FROM authorships a
  JOIN chosen c ON c.paper_id = a.paper_id
),
too_near AS (
  SELECT author_id FROM its_authors
  UNION
  SELECT e.author_b FROM coauthor_edges e JOIN its_authors i ON i.author_id = e.author_a
  UNION
  SELECT e.author_a FROM coauthor_edges e JOIN its_authors i ON i.author_id = e.author_b
),
its_topics AS (
  SELECT w.topic_id, w.weight
  FROM paper_topics w
  JOIN chosen c ON c.paper_id = w.paper_id
),
work AS (
  SELECT a.author_id, w.topic_id, sum(a.fraction * w.weight) AS weight
  FROM authorships a
  JOIN paper_topics w ON w.paper_id = a.paper_id
  GROUP BY a.author_id, w.topic_id
),
lengths AS (
  SELECT author_id, sqrt(sum(weight * weight)) AS length
  FROM work
  GROUP BY author_id
),
its_length AS (
  SELECT sqrt(sum(weight * weight)) AS length
  FROM its_topics
),
latest AS (
  SELECT max(last_year) AS year
  FROM authors
)
SELECT
  n.author_id,
  n.display_name,
  n.paper_count AS papers,
  n.last_year,
  round(sum(w.weight * t.weight) / (l.length * p.length), 4) AS similarity
FROM its_topics t
JOIN work w ON w.topic_id = t.topic_id
JOIN lengths l ON l.author_id = w.author_id
CROSS JOIN its_length p
CROSS JOIN latest
JOIN authors n ON n.author_id = w.author_id
LEFT JOIN too_near x ON x.author_id = w.author_id
WHERE x.author_id IS NULL AND n.paper_count >= 3 AND n.last_year > latest.year - 5
GROUP BY n.author_id, n.display_name, n.paper_count, n.last_year, l.length, p.length
ORDER BY similarity DESC, papers DESC, n.author_id
LIMIT 10
