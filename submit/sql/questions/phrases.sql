-- Which phrases has the field coined?
-- Phrases of two and three words by the papers that hold them; npmi says how much firmer than chance the words stand together, at most 1.
SELECT term, words, document_frequency AS papers, round(npmi, 3) AS npmi
FROM vocabulary
WHERE words > 1
ORDER BY papers DESC, term
LIMIT 30
