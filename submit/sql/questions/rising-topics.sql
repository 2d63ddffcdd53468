-- Which topics rise?
-- Topics whose share of the papers grows from year to year: the change of the share a year over the mean share, and
-- whether that is significant (q-value, adjusted for the number of topics, below 0.05: growth_q in topics). Beside it
-- the mean share of the first and of the last three years.
WITH years AS (
  SELECT topic_id, CAST(substr(period, 1, 4) AS INTEGER) AS year, share
  FROM topic_trends
  WHERE length(period) = 4
),
span AS (
  SELECT min(year) AS first_year, max(year) AS last_year
  FROM years
)
SELECT
  t.topic_id,
  t.label,
  round(t.growth, 4) AS growth_a_year,
  round(t.growth_q, 6) AS q_value,
  t.growth_q < 0.05 AS significant,
  round(avg(CASE WHEN y.year < s.first_year + 3 THEN y.share END), 4) AS share_of_first_years,
  round(avg(CASE WHEN y.year > s.last_year - 3 THEN y.share END), 4) AS share_of_last_years
FROM topics t
JOIN years y ON y.topic_id = t.topic_id
CROSS JOIN span s
WHERE t.growth > 0 AND t.flag IS NULL
GROUP BY t.topic_id, t.label, t.growth, t.growth_q
ORDER BY growth_a_year DESC, t.topic_id
