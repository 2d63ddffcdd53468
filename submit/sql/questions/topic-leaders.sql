-- Who leads each topic?
-- The three authors with the most work in each topic: the sum of the topic's weight in a paper times the
-- author's share of the paper.
WITH work AS (
  SELECT w.topic_id, a.author_id, round(sum(w.weight * a.fraction), 6) AS papers
  FROM paper_topics w
  JOIN authorships a ON a.paper_id = w.paper_id
  GROUP BY w.topic_id, a.author_id
),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY topic_id ORDER BY papers DESC, author_id) AS place
  FROM work
)
SELECT t.topic_id, t.label, p.place, a.author_id, a.display_name, round(p.papers, 3) AS papers
FROM placed p
JOIN topics t ON t.topic_id = p.topic_id
JOIN authors a ON a.author_id = p.author_id
WHERE p.place <= 3
ORDER BY t.topic_id, p.place
