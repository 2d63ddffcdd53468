-- What did the last run change?
-- Papers that the last ingest found added, changed or gone, by source; those gone have none any more. In a first version
-- every paper is added.
SELECT c.kind, p.source, count(*) AS papers, min(p.year) AS first_year, max(p.year) AS last_year
FROM changes c
LEFT JOIN papers p ON p.paper_id = c.paper_id
GROUP BY c.kind, p.source
ORDER BY c.kind, p.source NULLS LAST
