// Light and dark, and the colours that charts take from them.
(() => {
  const root = document.documentElement;
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let chosen = remembered();

  function remembered() {
    try { return localStorage.getItem("almagest-theme"); } catch { return null; }
  }

  function remember(theme) {
    try { localStorage.setItem("almagest-theme", theme); } catch { /* a browser may forbid it to files */ }
  }

  const isDark = () => (chosen ? chosen === "dark" : prefersDark.matches);

  function apply() {
    root.dataset.theme = isDark() ? "dark" : "light";
    const button = document.getElementById("theme");
    button.textContent = isDark() ? "Light theme" : "Dark theme";
    listeners.forEach((listener) => listener());
  }

  prefersDark.addEventListener("change", () => { if (!chosen) apply(); });

  const LIGHT = ["#0b6fa4", "#c8551b", "#2a8c5a", "#8a4fa8", "#b58a00", "#c2396d", "#4f7d8a", "#7a5a3a", "#5566cc", "#6f8f1f", "#a33b3b", "#4c4c5e"];
  const DARK = ["#5db2e3", "#f2925c", "#63c893", "#c194de", "#e0c04d", "#ee86ae", "#92bcc8", "#c3a17e", "#98a5f2", "#b3cf63", "#e38585", "#a9a9c0"];

  almagest.theme = {
    start: () => {
      document.getElementById("theme").addEventListener("click", () => {
        chosen = isDark() ? "light" : "dark";
        remember(chosen);
        apply();
      });
      apply();
    },
    onChange: (listener) => listeners.push(listener),
    isDark,
    colour: (name) => getComputedStyle(root).getPropertyValue("--" + name).trim(),
    category: (i) => (isDark() ? DARK : LIGHT)[((i % 12) + 12) % 12],
    isStill: () => window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
})();
