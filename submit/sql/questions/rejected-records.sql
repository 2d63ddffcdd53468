-- What could not be read?
-- Rejected records by reason, in how many files, and one of the details.
SELECT reason, count(*) AS records, count(DISTINCT source_file) AS files, min(detail) AS for_example
FROM rejected_records
GROUP BY reason
ORDER BY records DESC, reason
