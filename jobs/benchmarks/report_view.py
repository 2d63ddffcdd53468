#!/usr/bin/env python3
"""Times a report in a browser: its first view, and the frames while a person moves in the network.

Usage: report_view.py [--loads N] [--rounds N] REPORT.html

Needs chromium and chromedriver (Debian: chromium-driver). The browser has no graphics processor to use, so every frame is
drawn by software on the processor's cores: a slower case than a reader's. Times are milliseconds.
"""
import argparse
import json
import math
import pathlib
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

FIRST_VIEW = "return performance.getEntriesByName('almagest-first-view')[0].startTime"
# The canvas in the middle of the window, and what it shows.
NETWORK = """
const sigma = almagest.views.people.drawing.sigma;
sigma.getContainer().scrollIntoView({ block: "center" });
const box = sigma.getContainer().getBoundingClientRect();
return [sigma.getGraph().order, sigma.getGraph().size, box.x + box.width / 2, box.y + box.height / 2];
"""
WATCH = """
const sigma = almagest.views.people.drawing.sigma;
window.seen = { frames: [], drawing: [] };
let begun = 0;
sigma.on("beforeRender", () => { begun = performance.now(); });
sigma.on("afterRender", () => seen.drawing.push(performance.now() - begun));
let last = performance.now();
const frame = () => {
  const now = performance.now();
  seen.frames.push(now - last);
  last = now;
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
"""
TAKE = "const taken = seen; window.seen = { frames: [], drawing: [] }; return taken"


class Browser:
    """A session of chromedriver's WebDriver protocol."""

    def __init__(self, port, profile):
        self.root = f"http://127.0.0.1:{port}"
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--use-gl=angle",
                     "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND"]
        }
        capabilities = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}
        self.session = "/session/" + self._call("/session", {"capabilities": capabilities})["sessionId"]
        self.command("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)

    def _call(self, path, body):
        request = urllib.request.Request(
            self.root + path, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST")
        for attempt in range(50):
            try:
                with urllib.request.urlopen(request, timeout=120) as answer:
                    return json.load(answer)["value"]
            except urllib.error.HTTPError as failure:
                raise SystemExit(f"The browser says: {failure.read().decode()[:400]}") from None
            except urllib.error.URLError:
                if attempt == 49:
                    raise
                time.sleep(0.2)  # chromedriver is not there yet

    def open(self, address):
        self._call(self.session + "/url", {"url": "about:blank"})
        self._call(self.session + "/url", {"url": address})

    def script(self, text):
        return self._call(self.session + "/execute/sync", {"script": text, "args": []})

    def command(self, name, **parameters):
        self._call(self.session + "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def mouse(self, kind, x, y, **parameters):
        self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, **parameters)
        time.sleep(0.012)


def zoom(browser, x, y):
    for step in range(60):
        browser.mouse("mouseWheel", x, y, deltaX=0, deltaY=-60 if step < 30 else 60)


def drag(browser, x, y):
    browser.mouse("mousePressed", x, y, button="left", buttons=1, clickCount=1)
    for step in range(90):
        browser.mouse("mouseMoved", x + 150 * math.sin(step / 15), y + 80 * math.sin(step / 9), button="left", buttons=1)
    browser.mouse("mouseReleased", x, y, button="left", buttons=0, clickCount=1)


def quantile(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


def measure(browser, page, loads, rounds):
    views = []
    for _ in range(loads):
        browser.open(page)
        time.sleep(1.5)
        views.append(browser.script(FIRST_VIEW))
    print(f"first view, {loads} loads: median {quantile(views, .5):.0f}, longest {max(views):.0f}")
    browser.open(page + "#/people")
    time.sleep(5)
    nodes, edges, x, y = browser.script(NETWORK)
    print(f"network: {nodes:,} nodes, {edges:,} edges")
    browser.script(WATCH)
    print("doing\tframes\tmedian\tp95\tlongest\tour script a frame, median\tp95")
    for name, move in (("zoom", zoom), ("drag", drag)):
        browser.script(TAKE)
        for _ in range(rounds):
            move(browser, x, y)
        time.sleep(0.3)
        seen = browser.script(TAKE)
        frames, drawing = seen["frames"], seen["drawing"]
        print(name, len(frames), *(f"{t:.1f}" for t in (
            quantile(frames, .5), quantile(frames, .95), max(frames), quantile(drawing, .5), quantile(drawing, .95))), sep="\t")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=pathlib.Path, metavar="REPORT.html")
    parser.add_argument("--loads", type=int, default=9)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--port", type=int, default=9515, help="for chromedriver")
    options = parser.parse_args()
    driver = subprocess.Popen(
        ["chromedriver", f"--port={options.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            browser = Browser(options.port, profile)
            try:
                measure(browser, options.page.resolve(strict=True).as_uri(), options.loads, options.rounds)
            finally:
                urllib.request.urlopen(urllib.request.Request(browser.root + browser.session, method="DELETE"))
    finally:
        driver.terminate()
        driver.wait()


if __name__ == "__main__":
    main()
