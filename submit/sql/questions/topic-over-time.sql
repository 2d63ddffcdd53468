-- How did one topic develop?
-- The papers and the share of a topic in each year, with the 95 % confidence interval of the share.
WITH parameters AS (
  SELECT
    0 AS topic -- number of the topic: the question largest-topics lists them
)
SELECT
  y.period AS year,
  y.papers AS papers_of_all_topics,
  round(y.paper_weight, 2) AS papers,
  round(y.share, 4) AS share,
  round(y.share_low, 4) AS share_low,
  round(y.share_high, 4) AS share_high
FROM topic_trends y
JOIN parameters ON y.topic_id = parameters.topic
WHERE length(y.period) = 4
ORDER BY y.period
