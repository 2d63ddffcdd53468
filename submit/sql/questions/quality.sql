-- Can the tables be trusted?
-- What the checks before publishing found, failed ones first; a check passes where observed is not above threshold.
SELECT q.check AS name, q.severity, q.passed, q.accepted, round(q.observed, 6) AS observed, q.threshold, q.detail
FROM quality_checks q
ORDER BY passed, severity, name
