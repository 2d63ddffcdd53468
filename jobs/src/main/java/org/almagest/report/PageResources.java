package org.almagest.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of a page that are the same for every corpus.
 *
 * @param template with places for all else, such as {@code {{style}}}
 * @param style CSS
 * @param scripts run as the page is read, in this order
 * @param laterScripts run when a view first needs them, by name; the browser does not look at them
 *     before
 * @param licences of what is in there and not ours
 */
record PageResources(
    String template,
    String style,
    List<String> scripts,
    List<LaterScript> laterScripts,
    List<Licence> licences) {
  private static final String NPM = "npm/";
  private static final List<String> OURS =
      List.of(
          "dom.js",
          "format.js",
          "theme.js",
          "charts.js",
          "tables.js",
          "bubbles.js",
          "overview.js",
          "topics.js",
          "trends.js",
          "network.js",
          "people.js",
          "papers.js",
          "terms.js",
          "main.js");

  /** A script that waits until it is needed. */
  record LaterScript(String name, String text) {}

  /** What somebody else wrote, and on what terms. */
  record Licence(String name, String text) {}

  /** Those of this build. */
  static PageResources load() {
    return new PageResources(
        text("page.html"),
        text("style.css"),
        List.of(
            script(NPM + "echarts/package/dist/echarts.common.min.js"),
            OURS.stream().map(PageResources::script).collect(Collectors.joining("\n"))),
        List.of(
            new LaterScript(
                "graphology", script(NPM + "graphology/package/dist/graphology.umd.min.js")),
            new LaterScript("sigma", script(NPM + "sigma/package/dist/sigma.min.js"))),
        List.of(
            new Licence(
                "Apache ECharts (Apache License 2.0)",
                text(NPM + "echarts/package/NOTICE")
                    + "\n"
                    + text(NPM + "echarts/package/LICENSE")
                    + "\n"
                    + text(NPM + "echarts/package/licenses/LICENSE-d3")),
            new Licence("graphology (MIT License)", text(NPM + "graphology/package/LICENSE.txt")),
            new Licence("sigma.js (MIT License)", text(NPM + "sigma/package/LICENSE.txt"))));
  }

  /** Without the hint at a file of sources, which is not there to be asked for. */
  private static String script(String name) {
    return text(name)
        .lines()
        .filter(line -> !line.startsWith("//# sourceMappingURL="))
        .collect(Collectors.joining("\n"));
  }

  /** With the ends of lines that a browser makes of any. */
  private static String text(String name) {
    try (InputStream in = PageResources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the build has not put " + name + " into the jar; run ./mvnw package");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
