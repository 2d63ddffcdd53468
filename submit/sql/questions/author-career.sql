-- How did an author's work go?
-- An author's papers, co-authors and new co-authors of each year.
WITH parameters AS (
  SELECT
    '' AS author -- author_id or name; '' for the author of most papers
),
chosen AS (
  SELECT a.author_id, a.display_name
  FROM authors a
  CROSS JOIN parameters
  WHERE parameters.author IN ('', a.author_id, a.display_name)
  ORDER BY a.paper_count DESC, a.author_id
  LIMIT 1
)
SELECT c.author_id, c.display_name, y.year, y.papers, y.collaborators AS co_authors, y.new_collaborators AS new_co_authors
FROM author_years y
JOIN chosen c ON c.author_id = y.author_id
ORDER BY y.year
