package org.almagest.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.report.PageResources.LaterScript;
import org.almagest.text.Markup;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Puts the page together: one file that needs no other. Its Content-Security-Policy lets the
 * browser run the scripts whose digests it names and nothing else, and load nothing from anywhere:
 * whatever a title says, it cannot become a script.
 */
final class ReportPage {
  /** What a page may weigh, whatever the corpus. */
  static final int MOST_BYTES = 5_000_000;

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final PageResources resources;

  ReportPage(PageResources resources) {
    this.resources = resources;
  }

  byte[] bytes(ReportData data) {
    Map<String, String> parts =
        Map.of(
            "policy", policy(),
            "style", resources.style(),
            "licences", licences(),
            "data", PageJson.of(data),
            "scripts", scripts());
    StringBuilder page = new StringBuilder();
    Matcher place = PLACE.matcher(resources.template());
    int from = 0;
    while (place.find()) {
      page.append(resources.template(), from, place.start()).append(parts.get(place.group(1)));
      from = place.end();
    }
    page.append(resources.template().substring(from));
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw new IllegalStateException(
          "the report has " + bytes.length + " bytes, more than its lists can add up to");
    }
    return bytes;
  }

  private String policy() {
    String scripts =
        Stream.concat(
                resources.scripts().stream(),
                resources.laterScripts().stream().map(LaterScript::text))
            .map(ReportPage::source)
            .collect(Collectors.joining(" "));
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src "
        + source(resources.style())
        + "; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String source(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text)) + "'";
  }

  private String scripts() {
    Stream<String> later =
        resources.laterScripts().stream()
            .map(
                script ->
                    "<script type=\"text/plain\" id=\"script-"
                        + script.name()
                        + "\">"
                        + script.text()
                        + "</script>");
    Stream<String> now =
        resources.scripts().stream().map(script -> "<script>" + script + "</script>");
    return Stream.concat(later, now).collect(Collectors.joining("\n"));
  }

  private String licences() {
    return resources.licences().stream()
        .map(
            licence ->
                "<h3>"
                    + Markup.escaped(licence.name())
                    + "</h3>\n<pre tabindex=\"0\">"
                    + Markup.escaped(licence.text())
                    + "</pre>")
        .collect(Collectors.joining("\n"));
  }
}
