-- Who works with whom, and on what?
-- The largest communities of authors who write together: size, papers, their terms, who leads, the topic with the
-- greatest part of their work and how great it is.
WITH placed AS (
  SELECT
    community_id,
    topic_id,
    share_of_community,
    row_number() OVER (PARTITION BY community_id ORDER BY round(share_of_community, 9) DESC, topic_id) AS place
  FROM community_topics
)
SELECT
  c.community_id,
  c.size AS authors,
  c.papers,
  c.label,
  c.top_author_names AS leading_authors,
  t.label AS main_topic,
  round(p.share_of_community, 3) AS share_of_work
FROM communities c
LEFT JOIN placed p ON p.community_id = c.community_id AND p.place = 1
LEFT JOIN topics t ON t.topic_id = p.topic_id
ORDER BY authors DESC, c.community_id
LIMIT 20
