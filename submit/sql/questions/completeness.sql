-- How complete are the records of each source?
-- Of each source, the papers and the share that has an abstract, a day, a DOI, a venue, a category, named authors and references.
WITH named AS (
  SELECT DISTINCT paper_id FROM authorships
)
SELECT
  p.source,
  count(*) AS papers,
  round(count(p.abstract) / CAST(count(*) AS DOUBLE), 4) AS with_abstract,
  round(count(p.published_date) / CAST(count(*) AS DOUBLE), 4) AS with_day,
  round(count(p.doi) / CAST(count(*) AS DOUBLE), 4) AS with_doi,
  round(count(p.venue) / CAST(count(*) AS DOUBLE), 4) AS with_venue,
  round(count(p.primary_category) / CAST(count(*) AS DOUBLE), 4) AS with_category,
  round(count(n.paper_id) / CAST(count(*) AS DOUBLE), 4) AS with_authors,
  round(sum(CASE WHEN p.reference_count > 0 THEN 1 ELSE 0 END) / CAST(count(*) AS DOUBLE), 4) AS with_references
FROM papers p
LEFT JOIN named n ON n.paper_id = p.paper_id
GROUP BY p.source
ORDER BY p.source
