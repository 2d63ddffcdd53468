-- Which topics meet in the same papers?
-- Pairs of topics by the papers in which both have weight, the correlation of their weights over all papers, and
-- the distance of their words (0 for the same words, 0.83 for none in common). Topics of general words are left out.
SELECT
  a.label AS topic,
  b.label AS other_topic,
  p.papers,
  round(p.correlation, 4) AS correlation,
  round(p.distance, 4) AS distance
FROM topic_pairs p
JOIN topics a ON a.topic_id = p.topic_a
JOIN topics b ON b.topic_id = p.topic_b
WHERE p.papers > 0 AND a.flag IS NULL AND b.flag IS NULL
ORDER BY p.papers DESC, p.topic_a, p.topic_b
LIMIT 20
