-- Which works does the corpus lack?
-- Works that papers of the corpus cite and that are not in it, the most cited first: what to add next.
SELECT cited_id, count(*) AS citations
FROM citations
WHERE NOT resolved
GROUP BY cited_id
ORDER BY citations DESC, cited_id
LIMIT 20
