// Which view is shown follows from the address: #/view/item. A view is made when it is first opened.
(() => {
  const { el, add } = almagest;
  const ORDER = ["overview", "topics", "trends", "people", "papers", "terms"];
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const main = document.getElementById("main");
  const nav = document.getElementById("nav");
  const made = new Map();

  function parts() {
    const [, view, item] = location.hash.split("/");
    return { name: ORDER.includes(view) ? view : ORDER[0], item: item === undefined ? undefined : decodeURIComponent(item) };
  }

  function section(name) {
    const view = almagest.views[name];
    const heading = el("h2", { id: "heading-" + name, tabindex: -1 }, view.title);
    return el("section", { id: "view-" + name, "aria-labelledby": "heading-" + name },
      heading, view.intro && el("p", { class: "intro" }, view.intro));
  }

  let current = null;

  function show() {
    const { name, item } = parts();
    const view = almagest.views[name];
    for (const link of nav.children) {
      if (link.dataset.view === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    made.forEach((node, other) => { node.hidden = other !== name; });
    document.title = view.title + " – Almagest report";
    if (!made.has(name)) {
      const node = section(name);
      made.set(name, node);
      main.append(node);
      add(node, view.render(data, item));
      if (view.shown) view.shown();
    } else if (view.update) {
      view.update(data, item);
    }
    if (current !== null && current !== name) {
      window.scrollTo(0, 0);
      document.getElementById("heading-" + name).focus({ preventScroll: true });
    }
    current = name;
  }

  for (const name of ORDER) {
    nav.append(el("a", { href: "#/" + name, "data-view": name }, almagest.views[name].title));
  }
  const years = data.corpus.years;
  add(document.getElementById("subtitle"), [almagest.format.quantity(data.corpus.papers, "paper"),
    years.length ? `, ${years[0]}–${years[years.length - 1]}` : "", " · run ", data.corpus.runId]);
  almagest.theme.start();
  window.addEventListener("hashchange", show);
  show();
  performance.mark("almagest-first-view");
})();
