// Who works with whom.
almagest.views.people = (() => {
  const { el, card, go, format, replace } = almagest;
  const LISTED = 200;
  let state;

  function render(data, item) {
    if (!data.people) return [almagest.notComputed("The co-author network", "coauthors")];
    const people = data.people;
    const network = people.network;
    state = { data, network, topics: new Map(data.topics ? data.topics.list.map((t) => [t.id, t]) : []),
      communities: new Map(people.communities.map((c) => [c.id, c])), near: neighbours(network), drawing: null, author: null, community: null };
    const order = [...new Set(people.communities.map((c) => c.id).concat(network.community))].filter((id) => id >= 0);
    const places = new Map(order.map((id, i) => [id, i]));
    almagest.communityColour = (id) => (places.has(id) ? almagest.theme.category(places.get(id)) : almagest.theme.colour("soft"));
    state.ego = el("div", { class: "ego", "aria-live": "polite" });
    state.list = el("ol", { class: "plain communities tall-list", tabindex: 0, "aria-label": "Communities" });
    state.stage = el("div", { class: "stage", role: "img",
      "aria-label": `Network of ${network.names.length} authors; the tables below tell the same` });
    listCommunities();
    const nodes = [
      el("p", {}, `${format.quantity(people.authors, "author")}, ${format.quantity(people.edges, "pair")} who wrote together. ` +
        (network.names.length < people.authors
          ? `The picture shows ${format.count(network.names.length)}: the first by PageRank of the main communities who wrote with one another.`
          : "The picture shows them all.")),
      network.names.length === 0 ? el("p", { class: "notice" }, "No two authors of the main communities wrote together.")
        : el("div", { class: "grid" },
          card("two-thirds", "Network", search(network), picture(network),
            el("p", { class: "note" }, "A dot is an author, larger with more papers; a line means papers together; colours are communities. Drag to move, wheel or buttons to zoom.")),
          card("third", "Communities", people.communities.length ? state.list : almagest.notComputed("Communities", "communities")),
          card("", "Chosen author or community", state.ego),
          card("", "Authors", table(network))),
    ];
    update(data, item);
    return nodes;
  }

  /** Sigma wants a size, which the box has once it is in the page. */
  function shown() {
    if (!state || !state.zoom) return;
    state.drawing = almagest.network(state.stage, state.network, (author) => {
      location.hash = author === null ? "#/people" : "#/people/author-" + author;
    });
    almagest.views.people.drawing = state.drawing;
    state.drawing.choose(state.author, state.community);
    if (state.author !== null) state.drawing.goTo(state.author);
  }

  function picture(network) {
    if (!almagest.hasWebGl()) {
      return el("p", { class: "notice" }, "This browser has no WebGL, which the picture needs. The communities and the table of authors tell the same.");
    }
    const button = (text, name, click) => el("button", { type: "button", "aria-label": name, title: name, click }, text);
    state.zoom = el("div", { class: "zoom" },
      button("+", "Zoom in", () => state.drawing.zoom(0.6)),
      button("−", "Zoom out", () => state.drawing.zoom(1 / 0.6)),
      button("⟲", "Show all", () => { state.drawing.reset(); location.hash = "#/people"; }));
    return el("div", { class: "network" }, state.stage, state.zoom);
  }

  function search(network) {
    const folded = network.names.map(almagest.fold);
    const found = el("ul", { class: "chips", "aria-live": "polite" });
    const find = (text) => {
      const hits = text === "" ? [] : folded.map((name, i) => i).filter((i) => folded[i].includes(text))
        .sort((a, b) => network.papers[b] - network.papers[a]).slice(0, 8);
      replace(found, hits.map((i) => el("li", {}, el("a", { class: "chip", href: "#/people/author-" + i }, network.names[i]))),
        text !== "" && !hits.length && el("li", { class: "note" }, "No such author in the picture."));
    };
    return [el("div", { class: "controls" }, almagest.search("Search for an author", find)), found];
  }

  function update(data, item) {
    if (!data.people) return;
    const [kind, number] = (item || "").split("-");
    const id = Number(number);
    state.author = kind === "author" && id >= 0 && id < state.network.names.length ? id : null;
    state.community = kind === "community" ? id : null;
    if (state.author !== null) ego(state.author);
    else if (state.communities.has(state.community)) community(state.communities.get(state.community));
    else replace(state.ego, el("p", { class: "note" }, "Choose an author in the picture, by search or from the table, or a community from the list."));
    if (state.drawing) {
      state.drawing.choose(state.author, state.community);
      if (state.author !== null) state.drawing.goTo(state.author);
    }
  }

  function neighbours(network) {
    const near = network.names.map(() => []);
    network.weights.forEach((weight, e) => {
      near[network.ends[2 * e]].push([network.ends[2 * e + 1], weight]);
      near[network.ends[2 * e + 1]].push([network.ends[2 * e], weight]);
    });
    near.forEach((list) => list.sort((a, b) => b[1] - a[1]));
    return near;
  }

  function ego(i) {
    const { network } = state;
    const group = state.communities.get(network.community[i]);
    const facts = [["Papers", network.papers[i]], ["Co-authors", network.coauthors[i]], network.h[i] > 0 && ["h-index in the corpus", network.h[i]]].filter(Boolean);
    replace(state.ego,
      el("h4", {}, network.names[i]),
      el("dl", { class: "facts" }, facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, format.count(value))))),
      group && el("p", {}, almagest.dot(almagest.communityColour(group.id)), "Community: ", communityLink(group)),
      el("h4", {}, "Wrote with (in the picture)"),
      el("ul", { class: "chips" }, state.near[i].slice(0, 40).map(([other, weight]) =>
        el("li", {}, el("a", { class: "chip", href: "#/people/author-" + other }, `${network.names[other]} · ${format.quantity(weight, "paper")}`)))));
  }

  const communityLink = (group) => go("people", "community-" + group.id, group.label || "Community " + group.id);
  const topicLinks = (group) => format.list(group.topics.filter((part) => state.topics.has(part.topic)).map((part) =>
    [go("topics", part.topic, state.topics.get(part.topic).label), ` (${format.percent(part.share)})`]));

  function community(group) {
    replace(state.ego,
      el("h4", {}, almagest.dot(almagest.communityColour(group.id)), group.label || "Community " + group.id),
      el("dl", { class: "facts" },
        el("div", {}, el("dt", {}, "Authors"), el("dd", {}, format.count(group.size))),
        el("div", {}, el("dt", {}, "Papers"), el("dd", {}, format.count(group.papers))),
        group.firstYear && el("div", {}, el("dt", {}, "Years"), el("dd", {}, `${group.firstYear}–${group.lastYear}`)),
        el("div", {}, el("dt", {}, "Pairs who wrote together"), el("dd", {}, format.percent(group.density)))),
      group.topics.length > 0 && el("p", {}, "Topics: ", topicLinks(group)),
      el("p", {}, "Leading authors: ", group.leaders.join(", ")));
  }

  function listCommunities() {
    replace(state.list, state.data.people.communities.map((group) => el("li", {},
      almagest.dot(almagest.communityColour(group.id)), el("strong", {}, communityLink(group)), el("br"),
      el("small", {}, `${format.quantity(group.size, "author")} · ${format.quantity(group.papers, "paper")} · ${group.leaders.slice(0, 3).join(", ")}`))));
  }

  almagest.theme.onChange(() => { if (state) { listCommunities(); } });

  function table(network) {
    const rows = network.names.map((name, i) => ({ i, name, papers: network.papers[i], coauthors: network.coauthors[i], h: network.h[i], community: network.community[i] }));
    const label = (row) => (state.communities.has(row.community) ? state.communities.get(row.community).label || "Community " + row.community : "–");
    const shownRows = almagest.table([
      { label: "Author", value: (r) => r.name, cell: (r) => el("a", { href: "#/people/author-" + r.i }, r.name) },
      { label: "Papers", number: true, value: (r) => r.papers, cell: (r) => format.count(r.papers) },
      { label: "Co-authors", number: true, value: (r) => r.coauthors, cell: (r) => format.count(r.coauthors) },
      network.h.some((h) => h > 0) && { label: "h-index", number: true, wide: true, value: (r) => r.h, cell: (r) => format.count(r.h) },
      { label: "Community", wide: true, value: label, cell: (r) => [almagest.dot(almagest.communityColour(r.community)), label(r)] },
    ].filter(Boolean), rows, { caption: "Authors of the picture", sorted: 1, page: 20 });
    return [el("div", { class: "controls" }, almagest.search("Search the table", (text) =>
      shownRows.show(text === "" ? rows : rows.filter((r) => almagest.fold(r.name).includes(text)).slice(0, LISTED)))), shownRows.node];
  }

  return { title: "People", intro: "Authors who write together, and the communities they form.", render, update, shown };
})();
