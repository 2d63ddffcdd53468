// Numbers and names as a person reads them.
(() => {
  const whole = new Intl.NumberFormat("en");
  const three = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
  const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

  almagest.format = {
    count: (n) => (n === undefined || n === null ? "–" : whole.format(n)),
    compact: (n) => (n < 100000 ? whole.format(n) : compact.format(n)),
    figure: (x) => (x === undefined || x === null ? "–" : three.format(x)),
    percent: (x) => (x === undefined || x === null ? "–" : three.format(100 * x) + " %"),
    q: (x) => (x === undefined || x === null ? "–" : x < 1e-4 ? "< 0.0001" : three.format(x)),
    growth: (x) => {
      const size = tenths.format(Math.abs(100 * x));
      return (size === "0" ? "±" : x > 0 ? "+" : "−") + size + " % a year";
    },
    shortGrowth: (x) => almagest.format.growth(x).replace(" a year", "/yr"),
    bytes: (n) => {
      const units = ["bytes", "kB", "MB", "GB", "TB"];
      let unit = 0;
      while (n >= 1000 && unit < units.length - 1) { n /= 1000; unit++; }
      return three.format(n) + " " + units[unit];
    },
    quantity: (n, noun, plural) => whole.format(n) + " " + (n === 1 ? noun : plural || noun + "s"),
    list: (items) => {
      const parts = [];
      items.forEach((item, i) => {
        if (i > 0) parts.push(i === items.length - 1 ? " and " : ", ");
        parts.push(item);
      });
      return parts;
    },
    source: (name) => ({
      "daily-papers": "Daily Papers", "arxiv-tsv": "arXiv (TSV)", "arxiv-json": "arXiv (JSON)",
      openalex: "OpenAlex", aan: "ACL Anthology",
    }[name] || name),
  };

  /** "a, b, c" as its first words, for where there is little room. */
  almagest.short = (label, words) => label.split(", ").slice(0, words).join(", ");
})();
