// Papers worth a look, in one table.
almagest.views.papers = (() => {
  const { el, card, go, format } = almagest;

  function render(data) {
    const papers = data.papers;
    const names = {
      trending: `Trending in ${papers.trendingOf || ""}`, cited: "Most cited", ranked: "Most attention to be expected (AttRank)",
      voted: "Most votes", recent: "Latest",
    };
    const byId = new Map(data.topics ? data.topics.list.map((t) => [t.id, t]) : []);
    const has = (key) => papers.list.some((p) => p[key] !== undefined);
    const isCited = papers.list.some((p) => p.citations > 0);
    const columns = [
      { label: "Paper", value: (p) => p.title, className: "title", cell: (p) => [almagest.paper(p.id, p.title), el("br"), el("small", {}, p.authors)] },
      { label: "Year", number: true, wide: isCited && has("trend"), value: (p) => p.year, cell: (p) => p.year || "–" },
      has("category") && { label: "Category", wide: true, value: (p) => p.category, cell: (p) => p.category || "–" },
      has("topic") && { label: "Topic", wide: true, value: (p) => byId.has(p.topic) && byId.get(p.topic).label,
        cell: (p) => (byId.has(p.topic) ? go("topics", p.topic, almagest.short(byId.get(p.topic).label, 2)) : "–") },
      has("trend") && { label: "Trending", number: true, hint: "Score of the latest month: one more is one doubling", value: (p) => p.trend, cell: (p) => format.figure(p.trend) },
      isCited && { label: "Citations", number: true, hint: "By papers of the corpus", value: (p) => p.citations, cell: (p) => format.count(p.citations) },
      isCited && has("percentile") && { label: "Percentile", number: true, wide: true, hint: "Of its citations among papers of its category and year", value: (p) => p.percentile, cell: (p) => format.figure(p.percentile) },
      has("attention") && papers.lists.includes("ranked") && { label: "Attention", number: true, wide: true, hint: "AttRank in millionths: the attention to be expected", value: (p) => p.attention, cell: (p) => format.figure(p.attention) },
      has("votes") && { label: "Votes", number: true, wide: true, value: (p) => p.votes, cell: (p) => format.count(p.votes) },
    ].filter(Boolean);
    const sortedBy = ["Trending", "Citations", "Votes", "Year"].map((label) => columns.findIndex((c) => c.label === label)).find((i) => i > 0);
    const table = almagest.table(columns, papers.list, { caption: "Papers", sorted: sortedBy, page: 50 });
    const chosen = { list: "", text: "", topic: "" };
    const filter = () => table.show(papers.list.filter((p) =>
      (chosen.list === "" || p.in.includes(Number(chosen.list))) &&
      (chosen.topic === "" || p.topic === Number(chosen.topic)) &&
      (chosen.text === "" || almagest.fold(p.title + " " + p.authors + " " + p.id).includes(chosen.text))));
    const topics = [...new Set(papers.list.map((p) => p.topic))].filter((id) => byId.has(id))
      .map((id) => [String(id), byId.get(id).label]).sort((a, b) => a[1].localeCompare(b[1], "en"));
    return [
      !papers.lists.includes("cited") && el("p", { class: "note" }, data.corpus.citations > 0
        ? ["Citations not computed; run stage ", el("code", {}, "citations"), "."] : "The corpus tells of no citations."),
      !papers.lists.includes("trending") && almagest.notComputed("Trending papers", "trending"),
      card("", null,
        el("div", { class: "controls" },
          almagest.search("Search titles and authors", (text) => { chosen.text = text; filter(); }),
          almagest.select("List", [["", "all lists"], ...papers.lists.map((name, i) => [String(i), names[name]])], (v) => { chosen.list = v; filter(); }, "").node,
          topics.length > 0 && almagest.select("Topic", [["", "all topics"], ...topics], (v) => { chosen.topic = v; filter(); }, "").node),
        el("p", { class: "note" }, `${format.count(papers.list.length)} of ${format.quantity(papers.total, "paper")}: the first of each list.`),
        table.node),
    ];
  }

  return { title: "Papers", intro: "The papers that are cited, ranked and looked at most.", render };
})();
