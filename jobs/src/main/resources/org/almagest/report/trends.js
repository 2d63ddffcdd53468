// Which topics rise and which fall, and a comparison of chosen ones.
almagest.views.trends = (() => {
  const { el, card, go, format, replace } = almagest;
  const MOST = 8;
  let state;

  function render(data, item) {
    if (!data.trends || data.trends.periods.length < 2) {
      return [data.trends ? el("p", { class: "notice" }, "The papers are of one period only: there is no trend to show.")
        : almagest.notComputed("Trends", "topics")];
    }
    const byId = new Map(data.topics.list.map((t) => [t.id, t]));
    const series = new Map(data.trends.series.map((s) => [s.topic, s]));
    const rising = almagest.moving(data, 1), falling = almagest.moving(data, -1);
    const start = [...rising.topics.slice(0, 2), ...falling.topics.slice(0, 1)];
    state = { data, byId, series, chosen: (start.length ? start : almagest.subjects(data).slice(0, 4)).map((t) => t.id) };
    state.chips = el("ul", { class: "chips", "aria-label": "Topics in the comparison" });
    state.table = el("div");
    state.chart = almagest.charts.chart("Shares of the chosen topics; the same numbers are in the table below", comparison, { size: "tall" });
    state.add = almagest.select("Add a topic", [["", "choose…"], ...data.topics.list.map((t) => [String(t.id), t.label])], (id) => {
      if (id !== "") add(Number(id));
      state.add.set("");
    });
    const nodes = [
      el("div", { class: "grid" },
        card("", "Compare topics",
          el("div", { class: "controls" }, state.add.node),
          state.chips, state.chart.box,
          el("p", { class: "note" }, `Share of the papers of each ${data.trends.unit}; bands are 95 % confidence intervals.`),
          state.table),
        movers("Rising topics", rising, "up"),
        movers("Falling topics", falling, "down")),
    ];
    update(data, item);
    return nodes;
  }

  function update(data, item) {
    if (!state) return;
    if (item !== undefined && state.byId.has(Number(item))) add(Number(item));
    else show();
  }

  function add(id) {
    if (!state.chosen.includes(id)) state.chosen = [id, ...state.chosen].slice(0, MOST);
    show();
  }

  function remove(id) {
    state.chosen = state.chosen.filter((other) => other !== id);
    show();
  }

  const colourOf = (id) => almagest.theme.category(state.chosen.indexOf(id));

  function show() {
    replace(state.chips, state.chosen.map((id) => el("li", {},
      el("button", { type: "button", class: "chip", click: () => remove(id), "aria-label": "Remove " + state.byId.get(id).label },
        almagest.dot(colourOf(id)), state.byId.get(id).label, " ✕"))));
    replace(state.table, state.chosen.length > 0 && almagest.asTable(
      [{ label: "Period", value: (r) => r.period }].concat(state.chosen.map((id) => ({
        label: almagest.short(state.byId.get(id).label, 2), number: true, value: (r) => r.shares[id], cell: (r) => format.percent(r.shares[id]),
      }))),
      state.data.trends.periods.map((period, i) => ({
        period, shares: Object.fromEntries(state.chosen.map((id) => [id, state.series.get(id).share[i]])),
      })), "Shares of the chosen topics"));
    state.chart.draw();
  }

  function comparison({ axis }) {
    const { periods } = state.data.trends;
    const chosen = state.chosen.map((id) => ({ series: state.series.get(id), name: state.byId.get(id).label, colour: colourOf(id) }));
    const names = new Set(chosen.map((c) => c.name));
    return {
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", formatter: (points) => [points[0].axisValue].concat(points
        .filter((p) => names.has(p.seriesName))
        .sort((a, b) => b.value - a.value)
        .map((p) => `${format.percent(p.value)}  ${almagest.short(p.seriesName, 3)}`)).join("\n") },
      xAxis: axis({ type: "category", data: periods, boundaryGap: false, splitLine: { show: false } }),
      yAxis: axis({ type: "value", axisLabel: { color: almagest.theme.colour("soft"), formatter: (v) => format.percent(v) } }),
      series: almagest.charts.bands(chosen, periods),
    };
  }

  function movers(title, { topics, sure }, colour) {
    return card("", title, topics.length > 0 && !sure &&
      el("p", { class: "note" }, "None whose trend is significant (q < 0.05); these seem to."), topics.length
      ? el("div", { class: "multiples" }, topics.slice(0, sure ? 12 : 4).map((topic) => el("div", { class: "multiple" },
        el("strong", {}, go("topics", topic.id, topic.label)),
        almagest.charts.band(state.series.get(topic.id), state.data.trends.periods, colour),
        el("p", {}, el("span", { class: colour }, format.growth(topic.growth)),
          el("button", { type: "button", class: "link", click: () => { add(topic.id); state.chart.box.scrollIntoView({ block: "nearest" }); } }, "compare")))))
      : el("p", { class: "note" }, "None."));
  }

  return { title: "Trends", intro: "How the share of each topic changes. Growth is its mean change a year over its mean share.", render, update };
})();
