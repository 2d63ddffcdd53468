// Charts of echarts, drawn when their view is first seen, and small lines of our own in SVG.
(() => {
  const { el, svg, theme } = almagest;
  const drawn = new Set();

  /** What all charts have in common. Tooltips are text on the canvas: no HTML is made of data. */
  function base() {
    return {
      animation: false,
      color: Array.from({ length: 12 }, (unused, i) => theme.category(i)),
      textStyle: { color: theme.colour("ink"), fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: {
        renderMode: "richText",
        confine: true,
        backgroundColor: theme.colour("card"),
        borderColor: theme.colour("line"),
        textStyle: { color: theme.colour("ink"), fontSize: 13 },
      },
    };
  }

  function axis(extra) {
    return Object.assign({
      axisLine: { lineStyle: { color: theme.colour("line") } },
      axisTick: { show: false },
      axisLabel: { color: theme.colour("soft"), hideOverlap: true },
      splitLine: { lineStyle: { color: theme.colour("faint") } },
      nameTextStyle: { color: theme.colour("soft") },
    }, extra);
  }

  /**
   * A chart in a box of its own. It is drawn once it has a size, and again when the theme changes.
   * @param option tells what to draw, as echarts wants it
   */
  function chart(name, option, extra) {
    const box = el("div", { class: "chart " + ((extra && extra.size) || ""), role: "img", "aria-label": name });
    let instance = null;
    const draw = () => {
      if (!box.clientWidth || !box.clientHeight) return;
      if (!instance) {
        instance = echarts.init(box, null, { renderer: "canvas" });
        if (extra && extra.onClick) instance.on("click", extra.onClick);
      }
      const wanted = option({ axis, width: box.clientWidth, height: box.clientHeight });
      const common = base();
      wanted.tooltip = Object.assign({}, common.tooltip, wanted.tooltip);
      instance.setOption(Object.assign(common, wanted), true);
    };
    const sized = new ResizeObserver(() => {
      if (instance && box.clientWidth) instance.resize();
      draw();
    });
    sized.observe(box);
    drawn.add(draw);
    return { box, draw };
  }

  theme.onChange(() => drawn.forEach((draw) => draw()));

  const points = (values, x, y) => values.map((v, i) => [x(i), y(v)]);
  const path = (list) => "M" + list.map(([x, y]) => x.toFixed(1) + " " + y.toFixed(1)).join("L");

  /** A line without axes; what it says stands beside it. */
  function spark(values, colour) {
    const top = Math.max(...values, 1e-9);
    const list = points(values, (i) => 2 + (92 * i) / Math.max(1, values.length - 1), (v) => 24 - (22 * v) / top);
    return svg("svg", { viewBox: "0 0 96 26", width: "100%", height: 26, "aria-hidden": "true" },
      svg("path", { d: path(list), fill: "none", stroke: `var(--${colour})`, "stroke-width": 2 }));
  }

  /** A line with its confidence band, the first and last period, and the largest share. */
  function band(series, periods, colour, wide) {
    const width = wide || 260, height = wide ? 150 : 110, left = 54, bottom = 18;
    const high = series.high.map((h, i) => (h === null ? series.share[i] : h));
    const low = series.low.map((l, i) => (l === null ? series.share[i] : l));
    const top = Math.max(...high, 1e-9);
    const x = (i) => left + ((width - left - 4) * i) / Math.max(1, periods.length - 1);
    const y = (v) => 6 + (height - bottom - 6) * (1 - v / top);
    const area = points(high, x, y).concat(points(low, x, y).reverse());
    const line = `var(--${colour})`;
    return svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img",
        "aria-label": `Share from ${periods[0]} to ${periods[periods.length - 1]}: ` +
          `${almagest.format.percent(series.share[0])} to ${almagest.format.percent(series.share[series.share.length - 1])}` },
      svg("line", { x1: left, x2: width, y1: height - bottom, y2: height - bottom, stroke: "var(--line)" }),
      svg("path", { d: path(area) + "Z", fill: line, opacity: .18 }),
      svg("path", { d: path(points(series.share, x, y)), fill: "none", stroke: line, "stroke-width": 2 }),
      svg("text", { x: left - 4, y: 14, "text-anchor": "end" }, almagest.format.percent(top)),
      svg("text", { x: left - 4, y: height - bottom, "text-anchor": "end" }, "0"),
      svg("text", { x: left, y: height - 4 }, periods[0]),
      svg("text", { x: width - 2, y: height - 4, "text-anchor": "end" }, periods[periods.length - 1]));
  }

  /** Lines with bands for echarts: the band is a clear area with a tinted one upon it. */
  function bands(chosen, periods) {
    return chosen.flatMap(({ series, name, colour }) => {
      const low = series.low.map((l, i) => (l === null ? series.share[i] : l));
      const thick = series.high.map((h, i) => (h === null ? 0 : h - low[i]));
      const hidden = { type: "line", symbol: "none", silent: true, lineStyle: { opacity: 0 }, stack: "band-" + name, tooltip: { show: false } };
      return [
        Object.assign({ data: low, name: "low of " + name }, hidden),
        Object.assign({ data: thick, name: "band of " + name, areaStyle: { color: colour, opacity: chosen.length > 3 ? .09 : .16 } }, hidden),
        { type: "line", name, data: series.share, symbolSize: 6, showSymbol: periods.length < 15,
          lineStyle: { width: 2.5, color: colour }, itemStyle: { color: colour } },
      ];
    });
  }

  almagest.charts = { chart, spark, band, bands };
})();
