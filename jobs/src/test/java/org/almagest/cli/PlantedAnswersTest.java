package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.almagest.pages.MarkdownPage;
import org.junit.jupiter.api.Test;

/** Committed answers against what was planted in the samples, counted here from their truth. */
class PlantedAnswersTest {
  private static final Path SAMPLES = MarkdownPage.HOME.resolve("data-samples");
  private static final List<String> SOURCES =
      List.of("arxiv-json", "arxiv-tsv", "daily-papers", "openalex");
  private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows of a committed answer without its header. */
  private static List<List<String>> answer(String name) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("expected/answers/" + name + ".csv"))) {
      rows.add(
          CELL.matcher(line)
              .results()
              .map(cell -> cell.group(1) == null ? cell.group(2) : cell.group(1))
              .toList());
    }
    return rows.subList(1, rows.size());
  }

  private static List<JsonNode> papers(String source) throws IOException {
    List<JsonNode> papers = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLES.resolve(source + "/truth/papers.jsonl"))) {
      papers.add(JSON.readTree(line));
    }
    return papers;
  }

  private static JsonNode truth(String source) throws IOException {
    return JSON.readTree(SAMPLES.resolve(source + "/truth/truth.json").toFile());
  }

  private static void count(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }

  @Test
  void papersByYearAreThosePlanted() throws IOException {
    Map<String, Integer> planted = new TreeMap<>();
    for (String source : SOURCES) {
      for (JsonNode paper : papers(source)) {
        count(planted, paper.path("year").asText("") + " " + source);
      }
    }
    Map<String, Integer> answered = new TreeMap<>();
    for (List<String> row : answer("papers-by-year")) {
      answered.put(row.get(0) + " " + row.get(1), Integer.valueOf(row.get(2)));
    }
    assertThat(answered).isEqualTo(planted);
  }

  @Test
  void rejectedRecordsAreThosePlanted() throws IOException {
    Map<String, Integer> planted = new TreeMap<>();
    for (String source : SOURCES) {
      truth(source)
          .get("rejected_by_reason")
          .properties()
          .forEach(e -> planted.merge(e.getKey(), e.getValue().asInt(), Integer::sum));
    }
    Map<String, Integer> answered = new TreeMap<>();
    for (List<String> row : answer("rejected-records")) {
      answered.put(row.get(0), Integer.valueOf(row.get(1)));
    }
    assertThat(answered).isEqualTo(planted);
  }

  @Test
  void theMostCitedPapersHaveThePlantedCitationsAndNoOtherHasMore() throws IOException {
    Map<String, Integer> planted = new TreeMap<>();
    for (JsonNode paper : papers("openalex")) {
      paper.get("references").forEach(cited -> count(planted, cited.asText()));
    }
    Set<String> corpus = new TreeSet<>();
    papers("openalex").forEach(paper -> corpus.add(paper.get("paper_id").asText()));
    planted.keySet().retainAll(corpus);
    List<List<String>> answered = answer("most-cited");
    for (List<String> row : answered) {
      assertThat(planted.remove(row.get(0))).isEqualTo(Integer.valueOf(row.get(3)));
    }
    int fewest = Integer.parseInt(answered.get(answered.size() - 1).get(3));
    assertThat(planted.values()).allMatch(citations -> citations <= fewest);
  }

  @Test
  void countriesHaveThePapersPlanted() throws IOException {
    Map<String, Integer> planted = new TreeMap<>();
    for (JsonNode paper : papers("openalex")) {
      Set<String> named = new TreeSet<>();
      paper.get("countries").forEach(list -> list.forEach(code -> named.add(code.asText())));
      named.forEach(code -> count(planted, code));
    }
    Map<String, Integer> answered = new TreeMap<>();
    for (List<String> row : answer("countries")) {
      answered.put(row.get(0), Integer.valueOf(row.get(1)));
    }
    assertThat(answered).isEqualTo(planted);
  }

  /** An author whom OpenAlex identifies is another one than the same name elsewhere. */
  @Test
  void theStrongestPairsHaveThePapersPlanted() throws IOException {
    Map<String, Integer> planted = new TreeMap<>();
    for (String source : List.of("arxiv-json", "arxiv-tsv", "openalex")) {
      String identified = source.equals("openalex") ? " by id" : " by name";
      for (JsonNode paper : papers(source)) {
        TreeSet<String> names = new TreeSet<>();
        paper.get("authors").forEach(name -> names.add(name.asText()));
        for (String a : names) {
          names.tailSet(a, false).forEach(b -> count(planted, a + " & " + b + identified));
        }
      }
    }
    for (List<String> row : answer("strongest-pairs")) {
      String pair =
          row.get(0).compareTo(row.get(1)) < 0
              ? row.get(0) + " & " + row.get(1)
              : row.get(1) + " & " + row.get(0);
      assertThat(
              List.of(
                  planted.getOrDefault(pair + " by id", 0),
                  planted.getOrDefault(pair + " by name", 0)))
          .as(pair)
          .contains(Integer.valueOf(row.get(2)));
    }
  }
}
