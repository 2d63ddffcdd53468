-- Which papers were ahead of their topic?
-- Of the topics that rise, papers mostly about the topic that came among the first quarter of these by year: the most
-- cited first, with the years between them and the topic's median paper, and how significant the rise is (below 0.05).
WITH main_topic AS (
  SELECT w.paper_id, w.topic_id, t.label, w.weight, p.title, p.year, t.growth_q
  FROM paper_topics w
  JOIN topics t ON t.topic_id = w.topic_id
  JOIN papers p ON p.paper_id = w.paper_id
  WHERE w.weight > 0.5 AND p.year IS NOT NULL AND t.flag IS NULL AND t.growth > 0
),
middle AS (
  SELECT topic_id, median(year) AS median_year
  FROM main_topic
  GROUP BY topic_id
),
placed AS (
  SELECT *, percent_rank() OVER (PARTITION BY topic_id ORDER BY year) AS place
  FROM main_topic
)
SELECT
  p.paper_id,
  p.title,
  p.year,
  p.label AS topic,
  round(p.weight, 3) AS weight,
  m.median_year - p.year AS years_ahead,
  c.citations,
  round(p.growth_q, 6) AS q_value_of_rise
FROM placed p
JOIN middle m ON m.topic_id = p.topic_id
JOIN paper_metrics c ON c.paper_id = p.paper_id
WHERE p.place <= 0.25
ORDER BY c.citations DESC, years_ahead DESC, p.paper_id
LIMIT 20
