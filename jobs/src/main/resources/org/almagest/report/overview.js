// What the corpus is about, in one glance.
almagest.views.overview = (() => {
  const { el, card, go, format, bar } = almagest;

  function render(data) {
    const corpus = data.corpus;
    return [
      lead(data),
      tiles(data),
      el("div", { class: "grid" },
        biggest(data), moving(data), communities(data), years(corpus), categories(corpus),
        checks(corpus), run(corpus)),
    ];
  }

  /** The corpus in three sentences. */
  function lead(data) {
    const corpus = data.corpus;
    const years = corpus.years;
    const span = years.length ? ` of ${years[0]}${years.length > 1 ? "–" + years[years.length - 1] : ""}` : "";
    const parts = [`${format.quantity(corpus.papers, "paper")}${span} from `, ...format.list(corpus.sources.map(format.source)), ". "];
    if (data.topics) {
      const subjects = almagest.subjects(data);
      parts.push("Most are about ", ...format.list(subjects.slice(0, 3).map((t) => topicLink(t))), ". ");
      for (const [name, direction, most] of [["Rising", 1, 3], ["Falling", -1, 2]]) {
        const { topics, sure } = almagest.moving(data, direction);
        if (topics.length) parts.push(name + (sure ? ": " : ", though not surely: "), ...format.list(topics.slice(0, most).map(topicLink)), ". ");
      }
    }
    if (data.people && data.people.communities.length) {
      const first = data.people.communities[0];
      parts.push("The largest group who work together has ", format.quantity(first.size, "author"),
        first.leaders.length ? `, among them ${first.leaders.slice(0, 2).join(" and ")}` : "",
        first.label ? `, on ${first.label}` : "", ".");
    }
    return el("p", { class: "lead" }, parts);
  }

  const topicLink = (topic) => go("topics", topic.id, topic.label);

  function tiles(data) {
    const corpus = data.corpus;
    const failed = corpus.checks.filter((check) => !check.passed).length;
    const tile = (figure, name) => el("div", { class: "tile" }, el("b", {}, figure), el("span", {}, name));
    return el("div", { class: "tiles" },
      tile(format.compact(corpus.papers), "papers"),
      corpus.authors > 0 && tile(format.compact(corpus.authors), "authors"),
      data.topics && tile(format.count(data.topics.total), "topics"),
      data.people && data.people.allCommunities > 0 && tile(format.compact(data.people.allCommunities), "communities"),
      corpus.citations > 0 && tile(format.compact(corpus.citations), "citations"),
      tile(format.count(corpus.rejected), "rejected records"),
      corpus.checks.length > 0 && tile(failed ? `${failed} of ${corpus.checks.length}` : `all ${corpus.checks.length}`,
        failed ? "quality checks failed" : "quality checks passed"));
  }

  function biggest(data) {
    if (!data.topics) return card("half", "Biggest topics", almagest.notComputed("Topics", "topics"));
    const largest = almagest.subjects(data).slice(0, 10);
    const top = largest.length ? largest[0].share : 1;
    return card("half", "Biggest topics",
      el("p", { class: "note" }, "Share of all words of the corpus, and papers mainly about it."),
      el("ol", { class: "plain bars" }, largest.map((topic) => el("li", {}, topicLink(topic),
        el("span", { class: "figure" }, `${format.percent(topic.share)} · ${format.quantity(topic.papers, "paper")}`),
        bar(topic.share / top)))));
  }

  function moving(data) {
    if (!data.trends) return card("half", "Rising and falling", almagest.notComputed("Trends", "topics"));
    const series = new Map(data.trends.series.map((s) => [s.topic, s]));
    const line = (topic, colour) => el("li", {}, topicLink(topic),
      almagest.charts.spark(series.get(topic.id).share, colour),
      el("span", { class: colour }, format.shortGrowth(topic.growth)));
    const list = (title, { topics, sure }, colour) => [el("h4", {}, title + (sure || !topics.length ? "" : " – none for sure; the steepest are")), topics.length
      ? el("ul", { class: "plain sparks" }, topics.slice(0, sure ? 5 : 3).map((t) => line(t, colour)))
      : el("p", { class: "note" }, "None.")];
    return card("half", "Rising and falling topics",
      el("p", { class: "note" }, "Change of the share of papers a year, relative to its mean. A trend is sure where it is significant (q < 0.05)."),
      list("Rising", almagest.moving(data, 1), "up"),
      list("Falling", almagest.moving(data, -1), "down"));
  }

  function communities(data) {
    if (!data.people) return card("", "Who works with whom", almagest.notComputed("The co-author network", "coauthors"));
    if (!data.people.communities.length) return card("", "Who works with whom", almagest.notComputed("Communities", "communities"));
    return card("", "Largest communities of authors",
      el("p", { class: "note" }, "Groups of authors who write mostly with one another. ", go("people", null, "See the network")),
      el("div", { class: "multiples three" }, data.people.communities.slice(0, 6).map((community) =>
        el("div", { class: "multiple" },
          el("strong", {}, go("people", "community-" + community.id, community.label || "Community " + community.id)),
          el("p", {}, `${format.quantity(community.size, "author")}, ${format.quantity(community.papers, "paper")}`),
          el("div", {}, community.leaders.slice(0, 4).join(", "))))));
  }

  function years(corpus) {
    const names = corpus.sources.map(format.source);
    const chart = almagest.charts.chart("Papers by year and source", ({ axis }) => ({
      grid: { left: 8, right: 8, top: names.length > 1 ? 56 : 16, bottom: 4, containLabel: true },
      legend: names.length > 1 ? { top: 0, left: 0, textStyle: { color: almagest.theme.colour("ink") } } : undefined,
      tooltip: { trigger: "axis" },
      xAxis: axis({ type: "category", data: corpus.years.map(String), splitLine: { show: false } }),
      yAxis: axis({ type: "value", minInterval: 1 }),
      series: names.map((name, i) => ({ name, type: "bar", stack: "papers", data: corpus.papersByYear[i], barMaxWidth: 48 })),
    }));
    const rows = corpus.years.map((year, i) => ({ year, counts: corpus.papersByYear.map((line) => line[i]) }));
    const rest = [corpus.undated > 0 && format.quantity(corpus.undated, "paper") + " without a year",
      corpus.earlier > 0 && format.quantity(corpus.earlier, "paper") + " of earlier years or further sources"].filter(Boolean);
    return card("half", "Papers by year and source", chart.box,
      rest.length > 0 && el("p", { class: "note" }, "Not shown: " + rest.join(", ") + "."),
      almagest.asTable([{ label: "Year", value: (r) => String(r.year) }].concat(
        names.map((name, i) => ({ label: name, number: true, value: (r) => r.counts[i], cell: (r) => format.count(r.counts[i]) }))),
      rows, "Papers by year and source"));
  }

  function categories(corpus) {
    const top = corpus.categories.length ? corpus.categories[0].count : 1;
    return card("half", "Main categories", corpus.categories.length
      ? el("ol", { class: "plain bars" }, corpus.categories.slice(0, 10).map((category) => el("li", {}, el("span", {}, category.name),
        el("span", { class: "figure" }, format.quantity(category.count, "paper")), bar(category.count / top))))
      : el("p", { class: "note" }, "The sources name no categories."));
  }

  function checks(corpus) {
    const verdict = (check) => check.passed ? el("span", { class: "passed" }, "passed")
      : el("span", { class: check.severity === "error" ? "failed" : "warned" },
        check.accepted ? "failed, accepted" : check.severity === "error" ? "failed" : "warning");
    const list = [...corpus.checks].sort((a, b) => a.passed - b.passed);
    const reasons = corpus.rejectedBy.map((r) => `${r.name} ${format.count(r.count)}`).join(", ");
    return card("half", "Quality",
      el("p", {}, corpus.rejected
        ? `${format.quantity(corpus.rejected, "record")} could not be read: ${reasons}.`
        : "Every record could be read."),
      corpus.checks.length ? almagest.table([
        { label: "Check", value: (c) => c.name, cell: (c) => [c.name, el("br"), el("small", {}, c.detail)] },
        { label: "Result", value: (c) => (c.passed ? 1 : 0), cell: verdict },
        { label: "Found", number: true, wide: true, value: (c) => c.observed, cell: (c) => format.figure(c.observed) },
        { label: "Most", number: true, wide: true, value: (c) => c.threshold, cell: (c) => format.figure(c.threshold) },
      ], list, { caption: "Checks of the tables before they were published", page: 5 }).node
        : el("p", { class: "note" }, "No checks of the tables are known."));
  }

  function run(corpus) {
    const inputs = corpus.inputs;
    return card("half", "This run",
      el("dl", { class: "facts" },
        el("div", {}, el("dt", {}, "Run"), el("dd", {}, corpus.runId)),
        el("div", {}, el("dt", {}, "Almagest"), el("dd", {}, corpus.version)),
        el("div", {}, el("dt", {}, "Input files"), el("dd", {}, format.count(inputs.length + corpus.furtherInputs)))),
      inputs.length > 0 && almagest.table([
        { label: "File", value: (f) => f.name },
        { label: "Format", value: (f) => f.format },
        { label: "Size", number: true, value: (f) => f.bytes, cell: (f) => format.bytes(f.bytes) },
      ], inputs, { caption: "Input files" + (corpus.furtherInputs ? `, the first ${inputs.length}` : ""), page: 6 }).node,
      el("details", {}, el("summary", {}, `Tables of the snapshot (${corpus.tables.length})`),
        almagest.table([
          { label: "Table", value: (t) => t.name, cell: (t) => [t.name, t.meaning && [el("br"), el("small", {}, t.meaning)]] },
          { label: "Rows", number: true, value: (t) => t.rows, cell: (t) => format.count(t.rows) },
        ], corpus.tables, { caption: "Tables and their rows", page: 100 }).node));
  }

  /** Topics with a subject, the largest first. */
  almagest.subjects = (data) => data.topics.list.filter((topic) => !topic.flag);

  /**
   * Topics that rise (direction 1) or fall (-1), the steepest first: those that surely do or, where
   * none does, those that seem to.
   */
  almagest.moving = (data, direction) => {
    const all = almagest.subjects(data)
      .filter((t) => t.growth !== undefined && t.growth * direction > 0)
      .sort((a, b) => (b.growth - a.growth) * direction);
    const sure = all.filter((t) => t.growthQ < 0.05);
    return sure.length ? { topics: sure, sure: true } : { topics: all, sure: false };
  };

  return { title: "Overview", intro: null, render };
})();
