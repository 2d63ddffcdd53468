-- How does the corpus grow?
-- Papers of each year and source; year is missing where no date is known.
SELECT year, source, count(*) AS papers
FROM papers
GROUP BY year, source
ORDER BY year NULLS LAST, source
