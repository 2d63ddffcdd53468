-- Which papers lie between topics?
-- Papers by their effective number of topics, 1 / sum of squared weights: 1 for a paper of one topic, 3 for one
-- that is split evenly among three.
SELECT
  w.paper_id,
  p.title,
  p.year,
  round(1 / sum(w.weight * w.weight), 3) AS effective_topics,
  round(max(w.weight), 3) AS largest_weight
FROM paper_topics w
JOIN papers p ON p.paper_id = w.paper_id
GROUP BY w.paper_id, p.title, p.year
ORDER BY effective_topics DESC, w.paper_id
LIMIT 20
