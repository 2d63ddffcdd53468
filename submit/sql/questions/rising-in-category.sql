-- Which topics rise in databases?
-- Of the papers of one category, how the share of each topic changes from year to year: the slope of a line
-- through the yearly shares. Topics with a rising share and the weight of at least two papers there.
WITH parameters AS (
  SELECT
    'cs.DB' AS category -- a category, as the column categories of papers has it
),
category_papers AS (
  SELECT p.paper_id, p.year
  FROM papers p
  CROSS JOIN parameters
  WHERE p.year IS NOT NULL AND array_contains(p.categories, parameters.category)
),
years AS (
  SELECT year, count(*) AS papers
  FROM category_papers
  GROUP BY year
),
weights AS (
  SELECT w.topic_id, c.year, sum(w.weight) AS weight
  FROM category_papers c
  JOIN paper_topics w ON w.paper_id = c.paper_id
  GROUP BY w.topic_id, c.year
),
shares AS (
  SELECT t.topic_id, t.label, y.year, coalesce(w.weight, 0) AS weight, coalesce(w.weight, 0) / y.papers AS share
  FROM topics t
  CROSS JOIN years y
  LEFT JOIN weights w ON w.topic_id = t.topic_id AND w.year = y.year
)
SELECT
  topic_id,
  label,
  round(sum(weight), 2) AS papers,
  round(avg(share), 4) AS mean_share,
  round(regr_slope(share, CAST(year AS DOUBLE)), 5) AS slope_a_year
FROM shares
GROUP BY topic_id, label
HAVING sum(weight) >= 2 AND regr_slope(share, CAST(year AS DOUBLE)) > 0
ORDER BY slope_a_year DESC, topic_id
