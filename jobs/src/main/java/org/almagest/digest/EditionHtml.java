package org.almagest.digest;

import static org.almagest.digest.DisplayText.html;

import java.util.List;
import org.almagest.digest.Edition.Entry;
import org.almagest.digest.Edition.Group;

/**
 * An edition as one HTML file without scripts, pictures or anything else to load. All text of
 * papers and profiles is escaped; addresses are made from ids alone.
 */
final class EditionHtml {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; }
      body { margin: 0; background: #ffffff; color: #1d2330;
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
      main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
      h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid #c9d1de; }
      h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; color: #445066; }
      article { margin: 0 0 1.25rem; }
      h4 { font-size: 1rem; line-height: 1.35; margin: 0; }
      p { margin: .2rem 0; }
      a { color: #0b57c2; }
      .facts, .why { font-size: .875rem; color: #4d586b; }
      .why { font-style: italic; }
      .note { padding: .6rem .8rem; background: #eef2f8; border-radius: .4rem; }
      @media (prefers-color-scheme: dark) {
        body { background: #14171d; color: #e6e9ef; }
        h2 { border-color: #3a4354; }
        h3 { color: #b4bfd1; }
        a { color: #8ab8ff; }
        .facts, .why { color: #a9b3c4; }
        .note { background: #222833; }
      }
      </style>
      </head>
      <body>
      <main>
      """;

  private final StringBuilder page = new StringBuilder(1 << 14);

  private EditionHtml() {}

  static String of(Edition edition) {
    EditionHtml writer = new EditionHtml();
    writer.write(edition);
    return writer.page.toString();
  }

  private void write(Edition edition) {
    // The style has percent signs in no place but this one.
    page.append(HEAD.replace("%s", html(edition.heading())));
    element("h1", "", html(edition.heading()));
    if (!edition.bursts().isEmpty()) {
      element("p", "note", html(PaperLines.bursts(edition)));
    }
    if (edition.papers().isEmpty()) {
      element("p", "", html(PaperLines.NOTHING));
    }
    section(PaperLines.TRENDING, edition.trending());
    section(PaperLines.NEW, edition.fresh());
    PaperLines.more(edition).ifPresent(line -> element("p", "note", html(line)));
    page.append("</main>\n</body>\n</html>\n");
  }

  private void section(String title, List<Group> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.append("<section>\n");
    element("h2", "", html(title));
    for (Group group : groups) {
      element("h3", "", html(PaperLines.label(group)));
      group.entries().forEach(this::entry);
    }
    page.append("</section>\n");
  }

  private void entry(Entry entry) {
    DigestPaper paper = entry.paper();
    String title = html(paper.title());
    page.append("<article>\n");
    page.append("<h4 dir=\"auto\">");
    page.append(
        paper.link().map(link -> "<a href=\"" + html(link) + "\">" + title + "</a>").orElse(title));
    page.append("</h4>\n");
    element("p", "facts", html(PaperLines.facts(paper)));
    PaperLines.why(entry).ifPresent(why -> element("p", "why", html(why)));
    String summary = PaperLines.summary(paper);
    if (!summary.isEmpty()) {
      element("p", "", html(summary));
    }
    page.append("</article>\n");
  }

  /**
   * @param content HTML
   */
  private void element(String name, String style, String content) {
    page.append('<').append(name);
    if (!style.isEmpty()) {
      page.append(" class=\"").append(style).append('"');
    }
    page.append('>').append(content).append("</").append(name).append(">\n");
  }
}
