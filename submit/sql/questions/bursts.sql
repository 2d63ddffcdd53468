-- What bursts?
-- Terms and topics that came up in significantly more papers of a period than before it (q_value adjusted for all that
-- were looked at): how many times more often, with its confidence interval, the latest period first.
WITH parameters AS (
  SELECT
    'year' AS period -- day, week, month or year
)
SELECT
  b.period_start,
  b.kind,
  b.label,
  b.papers,
  b.period_papers,
  round(b.rate_ratio, 3) AS rate_ratio,
  round(b.ratio_low, 3) AS ratio_low,
  round(b.ratio_high, 3) AS ratio_high,
  round(b.q_value, 6) AS q_value
FROM bursts b
JOIN parameters ON b.period = parameters.period
ORDER BY b.period_start DESC, b.kind, b.rank
LIMIT 40
