// A map of the topics, and what each is about.
almagest.views.topics = (() => {
  const { el, card, go, format, bar, replace } = almagest;
  const WORDS = 20;
  let state;

  function render(data, item) {
    if (!data.topics) return [almagest.notComputed("Topics", "topics")];
    const list = data.topics.list;
    state = { data, byId: new Map(list.map((t) => [t.id, t])), lambda: 0.6, id: null };
    state.detail = el("section", { class: "card half", "aria-live": "polite" });
    state.map = map(list);
    state.choice = almagest.select("Topic", list.map((t) => [String(t.id), t.label]), (id) => { location.hash = "#/topics/" + id; });
    const rest = data.topics.total - list.length;
    const nodes = [
      el("div", { class: "grid" },
        el("div", { class: "column half" }, card("", "Map of topics",
          el("p", { class: "note" }, "Near topics share words, as far as a plane can show it without overlap; size is the share of all words; colours are groups of similar topics. Choose a topic on the map or from the list."),
          el("div", { class: "controls" }, state.choice.node),
          state.map.box,
          rest > 0 && el("p", { class: "note" }, `The ${list.length} largest of ${format.count(data.topics.total)} topics.`)),
          card("last", "All topics", table(list))),
        state.detail),
    ];
    update(data, item);
    return nodes;
  }

  function update(data, item) {
    if (!data.topics) return;
    const wanted = state.byId.get(Number(item));
    const first = almagest.subjects(data)[0] || data.topics.list[0];
    state.id = item !== undefined && wanted ? wanted.id : state.id === null ? first.id : state.id;
    state.choice.set(String(state.id));
    detail(state.byId.get(state.id));
    state.map.draw();
  }

  function map(list) {
    const largest = new Set([...list].sort((a, b) => b.share - a.share).slice(0, 40).map((t) => t.id));
    return almagest.charts.chart("Map of topics; the same topics are in the table below", ({ width, height }) => {
      const places = almagest.bubbles(list, width, height);
      return {
        grid: { left: 0, right: 0, top: 0, bottom: 0 },
        xAxis: { type: "value", show: false, min: 0, max: width },
        yAxis: { type: "value", show: false, min: 0, max: height },
        tooltip: { formatter: (p) => tip(state.byId.get(p.data.id)) },
        series: [{
          type: "scatter",
          data: list.map((topic, i) => ({
            id: topic.id,
            name: topic.label,
            value: [places[i].x, places[i].y],
            symbolSize: 2 * places[i].r,
            itemStyle: {
              color: topic.flag ? almagest.theme.colour("soft") : almagest.theme.category(topic.area),
              opacity: topic.id === state.id ? 1 : 0.62,
              borderColor: topic.id === state.id ? almagest.theme.colour("ink") : almagest.theme.colour("card"),
              borderWidth: topic.id === state.id ? 3 : 1,
            },
            label: { show: largest.has(topic.id) || topic.id === state.id },
          })),
          label: {
            position: "inside",
            formatter: (p) => almagest.short(state.byId.get(p.data.id).label, 1),
            color: almagest.theme.colour("ink"),
            textBorderColor: almagest.theme.colour("card"),
            textBorderWidth: 2,
            opacity: 1,
            fontSize: 12,
          },
          labelLayout: { hideOverlap: true },
          emphasis: { scale: 1.1, itemStyle: { opacity: 1 } },
        }],
      };
    }, { size: "tall", onClick: (event) => { location.hash = "#/topics/" + event.data.id; } });
  }

  const tip = (topic) => `${topic.label}\n${format.percent(topic.share)} of all words, ${format.quantity(topic.papers, "paper")}`;

  function detail(topic) {
    const words = el("div");
    const out = el("output", {}, state.lambda.toFixed(2));
    const slider = el("input", { type: "range", min: 0, max: 1, step: 0.05, value: state.lambda, input: () => {
      state.lambda = Number(slider.value);
      out.textContent = state.lambda.toFixed(2);
      replace(words, wordList(topic));
    } });
    replace(words, wordList(topic));
    const facts = [
      ["Share of words", format.percent(topic.share)],
      ["Main topic of", format.quantity(topic.papers, "paper")],
      topic.growth !== undefined && ["Trend", format.growth(topic.growth) + (topic.growthQ < 0.05 ? "" : " (not sure)")],
      topic.coherence !== undefined && ["Coherence (NPMI)", format.figure(topic.coherence)],
    ].filter(Boolean);
    replace(state.detail,
      el("h3", {}, topic.label),
      topic.flag && el("p", { class: "notice" }, topic.flag === "background"
        ? "General words of the corpus rather than a subject." : "Without a clear subject."),
      el("dl", { class: "facts" }, facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
      el("div", { class: "controls" }, el("label", {}, "Words: particular to this topic (0) or frequent in it (1): λ = ", el("span", {}, slider, " ", out))),
      words,
      phrases(topic),
      trend(topic),
      authors(topic),
      categories(topic),
      examples(topic));
  }

  /** Words by relevance, λ ln P(word | topic) + (1 - λ) ln lift (Sievert and Shirley 2014). */
  function ranked(topic) {
    const relevance = (word) => state.lambda * word.p + (1 - state.lambda) * word.l;
    return [...topic.words].sort((a, b) => relevance(b) - relevance(a));
  }

  function wordList(topic) {
    const list = ranked(topic).slice(0, WORDS);
    const top = Math.max(...list.map((word) => Math.exp(word.p)));
    return [
      el("ol", { class: "plain bars" }, list.map((word) => el("li", {}, el("span", {}, word.w),
        el("span", { class: "figure" }, `${format.percent(Math.exp(word.p))} · ${format.figure(Math.exp(word.l))}×`),
        bar(Math.exp(word.p) / top, Math.exp(word.p - word.l) / top)))),
      el("p", { class: "note" }, "Bar: share of the topic's words; grey: share of all words. × says how many times more often it is here."),
    ];
  }

  function phrases(topic) {
    const list = ranked(topic).filter((word) => word.w.includes(" ")).slice(0, 8);
    return list.length > 0 && [el("h4", {}, "Phrases"), el("ul", { class: "chips" }, list.map((word) => el("li", { class: "chip" }, word.w)))];
  }

  function trend(topic) {
    const trends = state.data.trends;
    const series = trends && trends.series.find((s) => s.topic === topic.id);
    return series && trends.periods.length > 1 && [el("h4", {}, `Share of papers by ${trends.unit}, with 95 % confidence band`),
      el("div", { class: "multiple" }, almagest.charts.band(series, trends.periods, topic.growthQ < 0.05 ? (topic.growth < 0 ? "down" : "up") : "accent", 540)),
      el("p", {}, go("trends", topic.id, "Compare with other topics"))];
  }

  function authors(topic) {
    return topic.authors.length > 0 && [el("h4", {}, "Leading authors"),
      el("ul", { class: "plain bars" }, topic.authors.map((author) => el("li", {}, el("span", {}, author.name),
        el("span", { class: "figure" }, format.figure(author.weight) + " papers' worth"))))];
  }

  function categories(topic) {
    return topic.categories.length > 0 && [el("h4", {}, "Categories"),
      el("ul", { class: "plain bars" }, topic.categories.map((category) => el("li", {}, el("span", {}, category.name),
        el("span", { class: "figure" }, `${format.percent(category.share)} of its papers · ${format.figure(category.lift)}× the average`))))];
  }

  function examples(topic) {
    return topic.examples.length > 0 && [el("h4", {}, "Papers that represent it"),
      el("ul", { class: "plain bars" }, topic.examples.map((paper) => el("li", {}, el("span", {}, almagest.paper(paper.id, paper.title)),
        el("span", { class: "figure" }, paper.year || ""))))];
  }

  function table(list) {
    return almagest.table([
      { label: "Topic", value: (t) => t.label, cell: (t) => go("topics", t.id, t.label) },
      { label: "Words", number: true, value: (t) => t.share, cell: (t) => format.percent(t.share) },
      { label: "Papers", number: true, wide: true, value: (t) => t.papers, cell: (t) => format.count(t.papers) },
      { label: "Growth", number: true, value: (t) => t.growth, cell: (t) => (t.growth === undefined ? "–" : format.shortGrowth(t.growth)) },
      { label: "q", hint: "Significance of the growth: below 0.05 it is sure", number: true, wide: true, value: (t) => t.growthQ, cell: (t) => format.q(t.growthQ) },
    ], list, { caption: "Topics by share of all words", sorted: 1, page: 30 }).node;
  }

  return { title: "Topics", intro: "What the papers are about: groups of words that stand together.", render, update };
})();
