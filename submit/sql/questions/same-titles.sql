-- Which papers may be the same?
-- Papers with different ids and the same title but for case and blanks at its ends: the same work from two sources, or
-- two works of one name.
SELECT
  lower(trim(title)) AS same_title,
  count(*) AS papers,
  count(DISTINCT source) AS sources,
  min(paper_id) AS one_id,
  max(paper_id) AS another_id
FROM papers
GROUP BY lower(trim(title))
HAVING count(*) > 1
ORDER BY papers DESC, same_title
LIMIT 20
