// Terms that burst, and those that tell a category or year from the others.
almagest.views.terms = (() => {
  const { el, card, format, bar, replace } = almagest;

  function render(data) {
    if (!data.terms) return [almagest.notComputed("Terms", "terms")];
    return [el("div", { class: "grid" },
      bursts(data.terms.bursts),
      data.terms.ofCategories.length > 0 && groups("Terms of a category", "Category", data.terms.ofCategories),
      data.terms.ofYears.length > 0 && groups("Terms of a year", "Year", data.terms.ofYears))];
  }

  function bursts(list) {
    const intro = el("p", { class: "note" }, "Terms and topics in surely more papers of a period than the periods before let expect.");
    if (!list) return card("", "Bursts", intro, almagest.notComputed("Bursts", "trending"));
    if (!list.length) return card("", "Bursts", intro, el("p", {}, "No term or topic bursts in the latest periods."));
    const name = (b) => (b.period === "year" ? b.start.slice(0, 4) : b.start.slice(0, 7));
    const periods = [...new Set(list.map(name))].sort().reverse();
    const table = almagest.table([
      { label: "Term or topic", value: (b) => b.label, cell: (b) => [b.label, b.kind === "topic" && el("small", {}, " topic")] },
      { label: "Period", value: name },
      { label: "Papers", number: true, wide: true, value: (b) => b.papers, cell: (b) => format.count(b.papers) },
      { label: "Before", number: true, wide: true, hint: "Papers of the periods before", value: (b) => b.before, cell: (b) => format.count(b.before) },
      { label: "Times as often", number: true, value: (b) => b.ratio, cell: (b) => format.figure(b.ratio) + "×" },
      { label: "95 % interval", number: true, wide: true, value: (b) => b.low, cell: (b) => `${format.figure(b.low)}–${format.figure(b.high)}` },
      { label: "q", number: true, wide: true, hint: "Significance, adjusted for the number of terms tested", value: (b) => b.q, cell: (b) => format.q(b.q) },
    ], list, { caption: "Bursts, the latest first", page: 25 });
    const choice = almagest.select("Period", [["", "all periods"], ...periods.map((p) => [p, p])],
      (p) => table.show(list.filter((b) => p === "" || name(b) === p)), "");
    return card("", "Bursts", intro, el("div", { class: "controls" }, choice.node), table.node);
  }

  function groups(title, noun, list) {
    const box = el("div", { "aria-live": "polite" });
    const show = (i) => {
      const group = list[i];
      const top = Math.max(...group.terms.map((t) => t.papers), 1);
      replace(box, group.terms.length
        ? el("ol", { class: "plain bars" }, group.terms.map((t) => el("li", {}, el("span", {}, t.term),
          el("span", { class: "figure" }, `${format.quantity(t.papers, "paper")} · ${format.figure(t.lift)}×`), bar(t.papers / top))))
        : el("p", { class: "note" }, "No term tells it from the others."));
    };
    show(0);
    return card("half", title,
      el("div", { class: "controls" }, almagest.select(noun,
        list.map((g, i) => [String(i), `${g.name} (${format.quantity(g.papers, "paper")})`]), (i) => show(Number(i)), "0").node),
      el("p", { class: "note" }, "Papers that have it among their top terms; × says how many times as often as in the whole corpus."),
      box);
  }

  return { title: "Terms", intro: "The words of the corpus: what is new, and what belongs to whom.", render };
})();
