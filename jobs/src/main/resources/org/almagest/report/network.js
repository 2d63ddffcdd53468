// The network of authors, drawn by sigma where the browser has WebGL.
(() => {
  const { theme } = almagest;

  almagest.hasWebGl = () => {
    try {
      const canvas = document.createElement("canvas");
      return Boolean(window.WebGL2RenderingContext && canvas.getContext("webgl2"));
    } catch {
      return false;
    }
  };

  /** Runs a script that waits in the page. Its digest is in the page's policy, as are those of the others. */
  function run(name) {
    const waiting = document.getElementById("script-" + name);
    const script = document.createElement("script");
    script.textContent = waiting.textContent;
    document.head.append(script);
    script.remove();
  }

  /**
   * Draws the network.
   * @param onAuthor hears which author is chosen, or null
   */
  almagest.network = (stage, network, onAuthor) => {
    if (typeof graphology === "undefined") run("graphology");
    if (typeof Sigma === "undefined") run("sigma");
    const graph = new graphology.Graph({ type: "undirected" });
    const top = Math.max(...network.papers, 1);
    // Dots of many authors are smaller, so that they do not run into one another.
    const scale = Math.max(0.45, Math.min(1, Math.sqrt(400 / network.names.length)));
    network.names.forEach((name, i) => graph.addNode(i, {
      label: name, x: network.x[i], y: network.y[i], size: scale * (2.4 + 9 * Math.sqrt(network.papers[i] / top)), community: network.community[i],
    }));
    const most = Math.max(...network.weights, 1);
    network.weights.forEach((weight, e) => graph.addUndirectedEdge(network.ends[2 * e], network.ends[2 * e + 1],
      { size: 0.4 + 2.6 * Math.sqrt(weight / most) }));
    const state = { author: null, community: null, near: new Set() };

    const mixed = (colour, share) => mix(colour, theme.colour("card"), share);
    const settings = {
      allowInvalidContainer: true,
      labelFont: getComputedStyle(document.body).fontFamily,
      labelSize: 12,
      labelDensity: 0.6,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: 6 * scale,
      hideEdgesOnMove: network.weights.length > 6000,
      labelColor: { attribute: "labelColor", color: theme.colour("ink") },
      stagePadding: 30,
      zIndex: true,
      defaultDrawNodeHover: drawHover,
      nodeReducer: (node, attributes) => {
        const i = Number(node);
        const isOut = state.author !== null ? i !== state.author && !state.near.has(i)
          : state.community !== null && attributes.community !== state.community;
        const colour = almagest.communityColour(attributes.community);
        return Object.assign({}, attributes, {
          color: isOut ? mixed(colour, 0.18) : colour,
          label: isOut ? null : attributes.label,
          forceLabel: i === state.author || (state.author !== null && state.near.has(i) && state.near.size <= 15),
          zIndex: isOut ? 0 : 1,
          highlighted: i === state.author,
        });
      },
      edgeReducer: (edge, attributes) => {
        const [a, b] = graph.extremities(edge).map(Number);
        const isIn = state.author !== null ? a === state.author || b === state.author
          : state.community === null || (network.community[a] === state.community && network.community[b] === state.community);
        const same = network.community[a] === network.community[b];
        const base = same ? almagest.communityColour(network.community[a]) : theme.colour("soft");
        return Object.assign({}, attributes, { color: mixed(base, isIn ? (state.author !== null ? 0.75 : 0.35) : 0.07), zIndex: isIn ? 1 : 0 });
      },
    };
    const sigma = new (Sigma.Sigma || Sigma)(graph, stage, settings);
    sigma.on("clickNode", ({ node }) => onAuthor(Number(node)));
    sigma.on("clickStage", () => onAuthor(null));
    theme.onChange(() => {
      sigma.setSetting("labelColor", { color: theme.colour("ink") });
      sigma.refresh();
    });

    const move = (change) => {
      const camera = sigma.getCamera();
      if (theme.isStill()) camera.setState(change(camera.getState()));
      else camera.animate(change(camera.getState()), { duration: 250 });
    };
    return {
      sigma,
      choose: (author, community) => {
        state.author = author;
        state.community = community;
        state.near = new Set(author === null ? [] : graph.neighbors(author).map(Number));
        sigma.refresh({ skipIndexation: true });
      },
      goTo: (author) => {
        const place = sigma.getNodeDisplayData(author);
        if (place) move((now) => ({ ...now, x: place.x, y: place.y, ratio: Math.min(now.ratio, 0.35) }));
      },
      zoom: (factor) => move((now) => ({ ...now, ratio: Math.max(0.02, Math.min(3, now.ratio * factor)) })),
      reset: () => move(() => ({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })),
    };
  };

  /** The label of the author under the pointer, on a plate in the colours of the theme. */
  function drawHover(context, node, settings) {
    const size = settings.labelSize + 1;
    context.font = `600 ${size}px ${settings.labelFont}`;
    context.beginPath();
    context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
    context.strokeStyle = theme.colour("ink");
    context.lineWidth = 2;
    context.stroke();
    if (!node.label) return;
    const width = context.measureText(node.label).width;
    const x = node.x + node.size + 6;
    context.fillStyle = theme.colour("card");
    context.strokeStyle = theme.colour("line");
    context.lineWidth = 1;
    context.beginPath();
    context.rect(x - 3, node.y - size, width + 8, size * 1.7);
    context.fill();
    context.stroke();
    context.fillStyle = theme.colour("ink");
    context.fillText(node.label, x, node.y + size / 3);
  }

  const cache = new Map();

  /** A colour that is so much of the first and the rest of the second. */
  function mix(a, b, share) {
    const key = a + b + share;
    if (!cache.has(key)) {
      const channels = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
      const x = channels(a), y = channels(b);
      cache.set(key, "#" + x.map((v, i) => Math.round(v * share + y[i] * (1 - share)).toString(16).padStart(2, "0")).join(""));
    }
    return cache.get(key);
  }
})();
