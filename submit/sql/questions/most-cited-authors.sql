-- Whose papers are cited most?
-- Authors by h-index, then citations; fractional_h divides the citations of a paper by its authors.
SELECT a.author_id, a.display_name, c.papers, c.citations, c.h_index, c.g_index, c.fractional_h
FROM author_citation_metrics c
JOIN authors a ON a.author_id = c.author_id
ORDER BY c.h_index DESC, c.citations DESC, a.author_id
LIMIT 20
