// Everything that data says goes into the page as text: there is no other way to make an element.
"use strict";
const almagest = { views: {} };

(() => {
  /** An element with attributes (a function becomes a listener) and children (text or nodes). */
  almagest.el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

  /** The same in SVG. */
  almagest.svg = (tag, attributes, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (typeof value === "function") node.addEventListener(name, value);
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    almagest.add(node, children);
    return node;
  }

  almagest.add = (node, children) => {
    for (const child of [children].flat(Infinity)) {
      if (child === undefined || child === null || child === false) continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  };

  almagest.replace = (node, ...children) => {
    node.replaceChildren();
    return almagest.add(node, children);
  };

  const ADDRESSES = [
    [/^arxiv:([\w./-]+)$/, "https://arxiv.org/abs/"],
    [/^doi:(10\.\S+)$/, "https://doi.org/"],
    [/^openalex:(W\d+)$/, "https://openalex.org/"],
    [/^aan:([A-Z]\d\d-\d{4})$/, "https://aclanthology.org/"],
  ];

  /** A paper's title, as a link where its id says where it is. */
  almagest.paper = (id, title) => {
    for (const [pattern, prefix] of ADDRESSES) {
      const match = pattern.exec(id);
      if (match) {
        const href = prefix + match[1].split("/").map(encodeURIComponent).join("/");
        return almagest.el("a", { href, rel: "noopener noreferrer", target: "_blank" }, title);
      }
    }
    return document.createTextNode(title);
  };

  /** A link to a view of this page. */
  almagest.go = (view, item, ...children) =>
    almagest.el("a", { href: "#/" + view + (item === null ? "" : "/" + item) }, ...children);

  almagest.card = (size, title, ...children) =>
    almagest.el("section", { class: "card " + size }, title && almagest.el("h3", {}, title), ...children);

  /** What a view says where its tables are not there. */
  almagest.notComputed = (what, stage) =>
    almagest.el("p", { class: "notice" }, what + " not computed; run stage ", almagest.el("code", {}, stage), ".");

  /** A bar as wide as that share of its row. */
  almagest.bar = (share, behind) => {
    const bar = almagest.el("i");
    bar.style.width = Math.max(0, Math.min(100, share * 100)) + "%";
    const track = almagest.el("span", { class: "bar", "aria-hidden": "true" }, bar);
    if (behind !== undefined) {
      const other = almagest.el("i", { class: "behind" });
      other.style.width = Math.max(0, Math.min(100, behind * 100)) + "%";
      track.append(other);
    }
    return track;
  };

  almagest.dot = (colour) => {
    const dot = almagest.el("span", { class: "dot", "aria-hidden": "true" });
    dot.style.background = colour;
    return dot;
  };
})();
