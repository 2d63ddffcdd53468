// Tables that can be sorted and searched with the keyboard as with a mouse.
(() => {
  const { el, add, replace } = almagest;
  const PAGE = 50;

  /**
   * A table. Each column has a label, a value to sort by, and, where it differs, a cell to show.
   * @param options caption, sorted (index of the column sorted first), page (rows at first)
   */
  almagest.table = (columns, rows, options) => {
    const state = { column: options.sorted === undefined ? -1 : options.sorted, up: options.up || false, shown: options.page || PAGE, rows };
    const body = el("tbody");
    const heads = columns.map((column, i) =>
      el("th", { scope: "col", class: classes(column) },
        column.plain ? column.label : el("button", { type: "button", click: () => sortBy(i), title: column.hint }, column.label)));
    const more = el("button", { type: "button", class: "quiet", click: () => { state.shown += 4 * PAGE; render(); } });
    const node = el("div", {},
      el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": options.caption },
        el("table", {}, el("caption", {}, options.caption), el("thead", {}, el("tr", {}, heads)), body)),
      more);

    function sortBy(i) {
      state.up = state.column === i ? !state.up : !columns[i].number;
      state.column = i;
      render();
    }

    function compare(a, b) {
      const value = columns[state.column].value;
      const x = value(a), y = value(b);
      const isNone = (v) => v === undefined || v === null || v === "";
      if (isNone(x) || isNone(y)) return isNone(x) - isNone(y);
      const order = typeof x === "number" ? x - y : String(x).localeCompare(String(y), "en");
      return state.up ? order : -order;
    }

    function render() {
      heads.forEach((head, i) => {
        if (i === state.column) head.setAttribute("aria-sort", state.up ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
      const sorted = state.column < 0 ? state.rows : [...state.rows].sort(compare);
      replace(body, sorted.slice(0, state.shown).map((row) =>
        el("tr", {}, columns.map((column) => el("td", { class: classes(column) }, (column.cell || column.value)(row))))));
      if (!sorted.length) add(body, el("tr", {}, el("td", { colspan: columns.length }, "Nothing matches.")));
      more.hidden = sorted.length <= state.shown;
      more.textContent = `Show more (${almagest.format.count(sorted.length - state.shown)} further)`;
    }

    render();
    return { node, show: (chosen) => { state.rows = chosen; state.shown = options.page || PAGE; render(); } };
  };

  function classes(column) {
    return [column.number && "number", column.wide && "wide", column.className].filter(Boolean).join(" ") || null;
  }

  /** A closed box with a table that says what a chart shows. */
  almagest.asTable = (columns, rows, caption) => {
    const box = el("details", {}, el("summary", {}, "As a table"));
    box.addEventListener("toggle", () => {
      if (box.open && box.children.length === 1) box.append(almagest.table(columns, rows, { caption }).node);
    });
    return box;
  };

  /** A search field that tells what is typed, a moment later. */
  almagest.search = (label, onText) => {
    let timer = 0;
    const input = el("input", { type: "search", autocomplete: "off", input: () => {
      clearTimeout(timer);
      timer = setTimeout(() => onText(fold(input.value)), 120);
    } });
    return el("label", {}, label, input);
  };

  almagest.select = (label, choices, onChoice, chosen) => {
    const select = el("select", { change: () => onChoice(select.value) },
      choices.map(([value, text]) => el("option", { value, selected: value === chosen }, text)));
    const node = el("label", {}, label, select);
    return { node, set: (value) => { select.value = value; } };
  };

  /** Without case and accents. */
  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  }
  almagest.fold = fold;
})();
