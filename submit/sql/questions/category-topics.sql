-- What is typical of each category?
-- The topic with the greatest lift in each category of ten papers or more: its share there over its share in all papers.
WITH placed AS (
  SELECT
    value,
    topic_id,
    papers,
    share,
    lift,
    row_number() OVER (PARTITION BY value ORDER BY round(lift, 9) DESC, topic_id) AS place
  FROM topic_facets
  WHERE facet = 'category' AND papers >= 10
)
SELECT p.value AS category, p.papers, t.label AS topic, round(p.share, 4) AS share, round(p.lift, 3) AS lift
FROM placed p
JOIN topics t ON t.topic_id = p.topic_id
WHERE p.place = 1
ORDER BY p.papers DESC, category
LIMIT 40
