package org.almagest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almagest.FileTrees;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.report.Browser.Graphics;
import org.almagest.run.Pipeline;
import org.almagest.run.RecordingListener;
import org.almagest.run.RunRequest;
import org.almagest.run.RunSummary;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a small and hostile corpus, as data and in a browser without a network. */
class ReportBrowserIT {
  private static final List<String> VIEWS =
      List.of("overview", "topics", "trends", "people", "papers", "terms");
  private static final String SCRIPT = "</script><script>window.pwned=1</script>";
  private static final String IMAGE = "<img src=x onerror=window.pwned=2>";
  private static final String LINK = "javascript:window.pwned=3";
  private static final String[] SUBJECTS = {
    "quark lepton meson hadron", "maize wheat barley harvest", "braid knot genus homology"
  };
  private static final int PAPERS = 60;

  @TempDir static Path shared;
  private static Snapshot snapshot;
  private static Path page;

  @TempDir Path profile;
  private Optional<Browser> opened = Optional.empty();

  @BeforeAll
  static void run() throws IOException {
    Path input = Files.write(shared.resolve("papers.json"), lines());
    Settings settings =
        Settings.defaults()
            .with(Setting.TOPICS_COUNT, "3", "test")
            .with(Setting.TOPICS_ITERATIONS, "5", "test");
    RunSummary summary =
        Pipeline.run(
            new RunRequest(
                List.of(input.toString()),
                shared.resolve("warehouse").toString(),
                Optional.of("hostile"),
                settings),
            new RecordingListener());
    snapshot = summary.snapshot();
    page = Path.of(snapshot.place(snapshot.document(ReportJob.PAGE).orElseThrow()));
  }

  @AfterEach
  void closeTheBrowser() {
    opened.ifPresent(Browser::close);
  }

  /** Papers of four years on three subjects; each third title and author name is a payload. */
  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    String[] payloads = {SCRIPT, IMAGE, LINK};
    for (int i = 1; i <= PAPERS; i++) {
      String words = SUBJECTS[i % SUBJECTS.length];
      ObjectNode paper = new ObjectMapper().createObjectNode();
      paper.put("id", "%02d%02d.%05d".formatted(17 + i % 4, 1 + i % 12, i));
      paper.put("title", (i % 2 == 0 ? payloads[i % 3] + " " : "") + "Paper " + i + " on " + words);
      paper.put("abstract", (words + " " + IMAGE + " ").repeat(3));
      paper.put("categories", i % 3 == 0 ? "cs.DB" : "math.GT");
      ArrayNode authors = paper.putArray("authors_parsed");
      for (int a = 0; a < 3; a++) {
        int person = (i + a) % 12;
        authors
            .addArray()
            .add("Author" + person + (person < 3 ? payloads[person] : ""))
            .add("X.")
            .add("");
      }
      paper
          .putArray("versions")
          .addObject()
          .put("created", "Mon, 6 Jan 20%02d 10:00:00 GMT".formatted(17 + i % 4));
      paper.put("update_date", "2021-01-07");
      lines.add(paper.toString());
    }
    return lines;
  }

  private Browser browser(Graphics graphics) {
    Browser browser = new Browser(page, profile, graphics);
    opened = Optional.of(browser);
    return browser;
  }

  private static JsonNode data() throws IOException {
    Matcher data =
        Pattern.compile("id=\"report-data\">(.*?)</script>", Pattern.DOTALL)
            .matcher(Files.readString(page));
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void theDataIsThatOfTheTables() throws IOException {
    JsonNode data = data();
    assertThat(data.at("/corpus/papers").asInt()).isEqualTo(PAPERS);
    assertThat(data.at("/corpus/years"))
        .extracting(JsonNode::asInt)
        .containsExactly(2017, 2018, 2019, 2020);
    assertThat(data.at("/corpus/papersByYear/0"))
        .extracting(JsonNode::asInt)
        .containsExactly(15, 15, 15, 15);
    assertThat(data.at("/corpus/inputs/0/name").asText()).isEqualTo("papers.json");
    assertThat(data.at("/corpus/checks"))
        .isNotEmpty()
        .allMatch(check -> check.path("passed").asBoolean());
    assertThat(data.at("/topics/list")).hasSize(3);
    double shares = 0;
    for (JsonNode topic : data.at("/topics/list")) {
      shares += topic.path("share").asDouble();
      assertThat(topic.path("words")).isNotEmpty();
      assertThat(topic.path("authors")).isNotEmpty();
      assertThat(topic.path("examples")).isNotEmpty();
      for (JsonNode word : topic.path("words")) {
        assertThat(word.path("p").asDouble()).isNegative();
      }
    }
    assertThat(shares).isBetween(0.999, 1.001);
    assertThat(data.at("/trends/unit").asText()).isEqualTo("year");
    for (int year = 0; year < 4; year++) {
      double sum = 0;
      for (JsonNode series : data.at("/trends/series")) {
        sum += series.path("share").path(year).asDouble();
      }
      assertThat(sum).isBetween(0.999, 1.001);
    }
    JsonNode network = data.at("/people/network");
    assertThat(network.path("names")).hasSize(12);
    assertThat(network.path("ends")).hasSize(2 * network.path("weights").size());
    assertThat(data.at("/papers/list")).hasSize(PAPERS);
    assertThat(data.at("/terms/ofCategories")).hasSize(2);
    assertThat(data.at("/terms/ofYears")).hasSize(4);
    assertThat(Files.readString(page))
        .as("no place of this machine")
        .doesNotContain(shared.toString());
  }

  @Test
  void theSameRunElsewhereGivesTheSamePage() throws IOException {
    // The stage alone, on a copy of the tables: what it writes follows from these.
    Path copy = shared.resolve("copy");
    FileTrees.copy(Path.of(snapshot.warehouse()), copy);
    Settings settings =
        Settings.defaults()
            .with(Setting.RUN_STAGES, "report", "test")
            .with(Setting.RUN_REUSE, "false", "test");
    Snapshot second =
        Pipeline.run(
                new RunRequest(List.of(), copy.toString(), Optional.of("again"), settings),
                new RecordingListener())
            .snapshot();
    assertThat(second.table("quality_checks"))
        .as("nothing new to check")
        .isEqualTo(snapshot.table("quality_checks"));
    String again =
        Files.readString(Path.of(second.place(second.document(ReportJob.PAGE).orElseThrow())));
    assertThat(again.replace("\"runId\":\"again\"", "\"runId\":\"hostile\""))
        .isEqualTo(Files.readString(page));
    assertThat(Warehouse.at(copy.toString(), new Configuration()).damage(second)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"light, 1280, 900", "dark, 1280, 900", "light, 390, 844", "dark, 390, 844"})
  void everyViewOpensWithoutComplaintRequestOrScrollingSideways(String theme, int width, int height)
      throws IOException {
    Browser browser = browser(Graphics.WEBGL);
    browser.look(theme, width, height);
    browser.open("");
    for (String view : VIEWS) {
      browser.find("nav a[data-view=" + view + "]").click();
      browser.waitFor("document.getElementById('view-" + view + "').offsetHeight > 100");
      browser.settle();
      assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
          .as("width of %s", view)
          .isLessThanOrEqualTo(width);
      assertThat(browser.script("return document.documentElement.dataset.theme")).isEqualTo(theme);
      assertThat(browser.all("main > section:not([hidden])")).hasSize(1);
    }
    assertThat(browser.find("#view-people .network canvas")).isNotNull();
    assertThat(browser.find("#view-overview .chart canvas")).isNotNull();
    assertHarmless(browser);
  }

  @Test
  void readersCanAskAndAreAnswered() throws IOException {
    Browser browser = browser(Graphics.WEBGL);
    browser.look("light", 1280, 900);
    browser.open("#/topics");
    browser.find("#view-topics table a[href='#/topics/1']").click();
    browser.waitFor("document.querySelector('#view-topics select').value === '1'");
    browser.script(
        "const s = document.querySelector('#view-topics input[type=range]'); s.value = 0;"
            + " s.dispatchEvent(new Event('input'))");
    assertThat(browser.find("#view-topics output").getText()).isEqualTo("0.00");

    browser.open("#/trends/2");
    int before = browser.all("#view-trends button.chip").size();
    browser.find("#view-trends button.chip").click();
    assertThat(browser.all("#view-trends button.chip")).hasSize(before - 1);

    browser.open("#/people");
    browser.find("#view-people input[type=search]").sendKeys("author7");
    browser.find("#view-people a.chip").click();
    browser.waitFor("document.querySelector('#view-people .ego').textContent.includes('Author7')");
    assertThat(browser.find("#view-people .ego").getText()).contains("Wrote with");

    browser.open("#/papers");
    browser.find("#view-papers input[type=search]").sendKeys("paper 17 ");
    browser.waitFor("document.querySelectorAll('#view-papers tbody tr').length === 1");
    assertThat(browser.find("#view-papers tbody a").getAttribute("href"))
        .startsWith("https://arxiv.org/abs/");

    browser.open("#/terms");
    assertThat(browser.all("#view-terms .bars li")).isNotEmpty();
    browser.find("#theme").click();
    assertThat(browser.script("return document.documentElement.dataset.theme")).isEqualTo("dark");
    assertHarmless(browser);
  }

  @Test
  void payloadsInTitlesAndNamesAreText() throws IOException {
    Browser browser = browser(Graphics.WEBGL);
    browser.look("light", 1280, 900);
    browser.open("");
    for (String view : VIEWS) {
      browser.find("nav a[data-view=" + view + "]").click();
      browser.waitFor("document.getElementById('view-" + view + "').offsetHeight > 100");
      browser.settle();
    }
    String text = (String) browser.script("return document.getElementById('main').textContent");
    assertThat(text).contains(SCRIPT + " Paper", IMAGE + " Paper", LINK + " Paper");
    assertThat(text).contains("Author0" + SCRIPT, "Author1" + IMAGE, "Author2" + LINK);
    assertThat(
            (List<?>)
                browser.script("return [...document.querySelectorAll('main img, main script')]"))
        .isEmpty();
    assertThat(
            (List<?>)
                browser.script(
                    "return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"))
        .isNotEmpty()
        .allMatch(
            href ->
                href.toString()
                    .matches(
                        "#.*|https://(arxiv\\.org/abs|doi\\.org|openalex\\.org|aclanthology\\.org)/.*"));
    assertHarmless(browser);
  }

  @Test
  void withoutWebGlTablesTellOfThePeople() throws IOException {
    Browser browser = browser(Graphics.NONE);
    browser.look("light", 1280, 900);
    browser.open("#/people");
    assertThat(browser.find("#view-people").getText()).contains("has no WebGL", "Author7");
    assertHarmless(browser);
  }

  private static void assertHarmless(Browser browser) throws IOException {
    assertThat(browser.script("return window.pwned === undefined")).isEqualTo(true);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }
}
