// Where the bubbles of the map of topics go: near to their coordinates, and none over another.
(() => {
  const ROUNDS = 300;
  const GAP = 3;

  /**
   * Places and radii in pixels. Distances from the middle are drawn as their square roots, since a
   * few topics far out would press all others together, and bubbles that overlap push each other
   * away.
   */
  almagest.bubbles = (topics, width, height) => {
    const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
    const centre = [middle(topics.map((t) => t.x)), middle(topics.map((t) => t.y))];
    const top = Math.max(...topics.map((t) => t.share));
    const all = topics.reduce((sum, t) => sum + t.share, 0);
    // All bubbles together take a fifth of the box.
    const unit = Math.min(Math.sqrt((0.2 * width * height) / (Math.PI * (all / top))), Math.min(width, height) / 7);
    const list = topics.map((topic) => {
      const dx = topic.x - centre[0], dy = topic.y - centre[1];
      const distance = Math.hypot(dx, dy);
      const root = distance > 0 ? 1 / Math.sqrt(distance) : 0;
      return { x: dx * root, y: dy * root, r: Math.max(5, unit * Math.sqrt(topic.share / top)) };
    });
    const across = Math.max(...list.map((b) => Math.abs(b.x)), 1e-9), up = Math.max(...list.map((b) => Math.abs(b.y)), 1e-9);
    list.forEach((b) => {
      b.x = width / 2 + (b.x / across) * (width / 2 - b.r - 30);
      b.y = height / 2 + (b.y / up) * (height / 2 - b.r - 12);
    });
    for (let round = 0; round < ROUNDS; round++) {
      if (!pushApart(list)) break;
      list.forEach((b) => {
        b.x = Math.max(b.r + 2, Math.min(width - b.r - 2, b.x));
        b.y = Math.max(b.r + 2, Math.min(height - b.r - 2, b.y));
      });
    }
    return list;
  };

  function pushApart(list) {
    let moved = false;
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const a = list[i], b = list[j];
        let dx = b.x - a.x, dy = b.y - a.y;
        const wanted = a.r + b.r + GAP;
        if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) continue;
        let distance = Math.hypot(dx, dy);
        if (distance >= wanted) continue;
        if (distance < 1e-6) {
          dx = Math.cos(i + j);
          dy = Math.sin(i + j);
          distance = 1;
        }
        const push = (wanted - distance) / 2 / distance;
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
        moved = true;
      }
    }
    return moved;
  }
})();
