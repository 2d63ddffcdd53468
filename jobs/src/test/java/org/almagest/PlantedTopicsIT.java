package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.stats.OptimalAssignment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics of corpora whose topics are known, as a user finds and refreshes them. */
class PlantedTopicsIT {
  private static final double RECOVERED_FROM = 0.9;

  private LauncherProcess launcher;

  @BeforeEach
  void start(@TempDir Path temporary) throws IOException {
    launcher = new LauncherProcess(temporary, Duration.ofMinutes(15));
  }

  private Outcome run(String... arguments) throws Exception {
    Outcome outcome = launcher.run(arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome;
  }

  private void plant(int papers, int topics) throws Exception {
    run(
        "generate",
        "--papers",
        String.valueOf(papers),
        "--topics",
        String.valueOf(topics),
        "--seed",
        "7",
        "--format",
        "openalex",
        "--out",
        "planted");
    run(
        "run",
        "--stages",
        "ingest,terms,topics",
        "--topics",
        String.valueOf(topics),
        "--max-rejected",
        "0.02",
        "--input",
        "planted/corpus",
        "--warehouse",
        "warehouse");
  }

  private List<String[]> rows(String sql) throws Exception {
    return launcher.query("warehouse", sql).stream().map(line -> line.split(",", -1)).toList();
  }

  private String value(String sql) throws Exception {
    return String.join("\n", launcher.query("warehouse", sql));
  }

  /** The planted probabilities of the most probable terms that are in the vocabulary. */
  private Map<String, Map<String, Double>> planted() throws Exception {
    Set<String> vocabulary =
        new HashSet<>(launcher.query("warehouse", "SELECT term FROM vocabulary"));
    JsonNode truth =
        new ObjectMapper().readTree(launcher.work().resolve("planted/truth/truth.json").toFile());
    Map<String, Map<String, Double>> planted = new LinkedHashMap<>();
    for (JsonNode topic : truth.get("topics")) {
      Map<String, Double> terms = new HashMap<>();
      topic
          .get("top_terms")
          .properties()
          .forEach(
              term -> {
                if (vocabulary.contains(term.getKey())) {
                  terms.put(term.getKey(), term.getValue().asDouble());
                }
              });
      planted.put(topic.get("name").asText(), terms);
    }
    return planted;
  }

  /** Cosine similarity of each planted topic to the one it is matched with. */
  private double[] recovery() throws Exception {
    Map<String, Map<String, Double>> planted = planted();
    Set<String> terms = new HashSet<>();
    planted.values().forEach(topic -> terms.addAll(topic.keySet()));
    Map<String, Map<String, Double>> found = new TreeMap<>();
    for (String[] row : rows("SELECT topic_id, term, probability FROM topic_words")) {
      if (terms.contains(row[1])) {
        found
            .computeIfAbsent(row[0], topic -> new HashMap<>())
            .put(row[1], Double.parseDouble(row[2]));
      }
    }
    double[][] cosine = new double[planted.size()][found.size()];
    List<Map<String, Double>> columns = new ArrayList<>(found.values());
    int at = 0;
    for (Map<String, Double> topic : planted.values()) {
      for (int column = 0; column < columns.size(); column++) {
        cosine[at][column] = cosine(topic, columns.get(column));
      }
      at++;
    }
    int[] match = OptimalAssignment.ofLargestSum(cosine);
    double[] result = new double[cosine.length];
    Arrays.setAll(result, topic -> match[topic] < 0 ? 0 : cosine[topic][match[topic]]);
    return result;
  }

  private static double cosine(Map<String, Double> a, Map<String, Double> b) {
    double product = 0;
    for (Map.Entry<String, Double> entry : a.entrySet()) {
      product += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
    }
    return product / Math.sqrt(squares(a) * squares(b));
  }

  private static double squares(Map<String, Double> vector) {
    return vector.values().stream().mapToDouble(value -> value * value).sum();
  }

  /** NPMI of each topic by its definition, over the pairs of its ten most probable terms. */
  private static final String NPMI =
      """
      WITH ranked AS (
        SELECT w.topic_id, v.term_id,
          row_number() OVER (PARTITION BY w.topic_id ORDER BY w.probability DESC, v.term_id) AS rank
        FROM topic_words w JOIN vocabulary v USING (term)),
      top AS (SELECT topic_id, term_id FROM ranked WHERE rank <= 10),
      pairs AS (
        SELECT a.topic_id, a.term_id AS x, b.term_id AS y
        FROM top a JOIN top b ON a.topic_id = b.topic_id AND a.term_id < b.term_id),
      holders AS (SELECT paper_id, unnest(term_ids) AS term_id FROM paper_vectors),
      p AS (
        SELECT term_id, count(*) / (SELECT count(*) FROM paper_vectors WHERE token_count > 0) AS p
        FROM holders GROUP BY term_id),
      together AS (
        SELECT topic_id, x, y,
          count(*) / (SELECT count(*) FROM paper_vectors WHERE token_count > 0) AS p
        FROM pairs JOIN holders a ON a.term_id = x
        JOIN holders b ON b.term_id = y AND b.paper_id = a.paper_id
        GROUP BY topic_id, x, y),
      npmi AS (
        SELECT topic_id,
          CASE WHEN t.p IS NULL THEN -1 ELSE ln(t.p / (a.p * b.p)) / -ln(t.p) END AS npmi
        FROM pairs LEFT JOIN together t USING (topic_id, x, y)
        JOIN p a ON a.term_id = x JOIN p b ON b.term_id = y)
      SELECT count(*), max(abs(npmi - coherence_npmi)) < 1e-9
      FROM (SELECT topic_id, avg(npmi) AS npmi FROM npmi GROUP BY topic_id)
      JOIN topics USING (topic_id)
      """;

  /** The 25 most probable terms of each topic: what share of them is distinct. */
  private static final String DIVERSITY =
      """
      SELECT count(DISTINCT term) / count(*) = (SELECT diversity FROM topic_models WHERE selected)
      FROM (
        SELECT term, row_number() OVER (
          PARTITION BY topic_id ORDER BY w.probability DESC, v.term_id) AS rank
        FROM topic_words w JOIN vocabulary v USING (term))
      WHERE rank <= 25
      """;

  private void theFiguresOfTheModelFollowFromTheTables() throws Exception {
    assertThat(value(NPMI)).isEqualTo("8,true");
    assertThat(value(DIVERSITY)).isEqualTo("true");
    assertThat(
            value(
                "SELECT abs(coherence_npmi - (SELECT avg(coherence_npmi) FROM topics)) < 1e-9,"
                    + " abs(coherence_cv - (SELECT avg(coherence_cv) FROM topics)) < 1e-9,"
                    + " abs(stability - (SELECT avg(stability) FROM topics)) < 1e-9"
                    + " FROM topic_models WHERE selected"))
        .isEqualTo("true,true,true");
    assertThat(
            value(
                "SELECT m.reason = 'greatest topic quality, mean NPMI times diversity: '"
                    + " || printf('%.3f', m.coherence_npmi * m.diversity),"
                    + " o.reason = 'topic quality, mean NPMI times diversity, of '"
                    + " || printf('%.3f', o.coherence_npmi * o.diversity) || ' is less than the '"
                    + " || printf('%.3f', m.coherence_npmi * m.diversity) || ' of 8 topics'"
                    + " FROM topic_models m, topic_models o WHERE m.selected AND NOT o.selected"))
        .isEqualTo("true,true");
    assertThat(value("SELECT count(*) FROM topic_models WHERE seconds > 0 AND seconds < 900"))
        .isEqualTo("2");
  }

  @Tag("slow")
  @Test
  void nineteenOfTwentyPlantedTopicsOfTwentyThousandPapersAreFound() throws Exception {
    plant(20_000, 20);

    assertThat(Arrays.stream(recovery()).filter(cosine -> cosine >= RECOVERED_FROM).count())
        .isGreaterThanOrEqualTo(19);
    // A topic that was planted to rise or fall is seen to, where chance can be told from it.
    assertThat(value("SELECT count(*) > 5 FROM topics WHERE growth_q < 0.05 AND growth > 0"))
        .isEqualTo("true");
    assertThat(value("SELECT count(*) > 5 FROM topics WHERE growth_q < 0.05 AND growth < 0"))
        .isEqualTo("true");
  }

  @Test
  void eightOfEightAreFoundAndARefreshKeepsTheModelOrGoesOnWithItAndTopicsKeepTheirIds()
      throws Exception {
    plant(3_000, 8);
    assertThat(Arrays.stream(recovery()).min().orElseThrow()).isGreaterThan(RECOVERED_FROM);
    String labels = value("SELECT topic_id, label FROM topics ORDER BY topic_id");
    String words = value("SELECT sum(hash(topic_id, term, tokens)), count(*) FROM topic_words");
    String weights = value("SELECT sum(hash(paper_id, topic_id, weight)) FROM paper_topics");

    run("topics", "--warehouse", "warehouse", "--set", "topics.refresh=fold-in", "--topics", "8");

    assertThat(value("SELECT topic_id, label FROM topics ORDER BY topic_id")).isEqualTo(labels);
    assertThat(value("SELECT sum(hash(topic_id, term, tokens)), count(*) FROM topic_words"))
        .isEqualTo(words);
    assertThat(value("SELECT sum(hash(paper_id, topic_id, weight)) FROM paper_topics"))
        .isEqualTo(weights);
    assertThat(value("SELECT DISTINCT kind, previous_topic_id = topic_id FROM topic_lineage"))
        .isEqualTo("same,true");

    Outcome trainedOn =
        run("topics", "--warehouse", "warehouse", "--set", "topics.refresh=train-on");

    assertThat(trainedOn.err()).contains("The 8 topics of the last model are kept");
    assertThat(value("SELECT DISTINCT kind, previous_topic_id = topic_id FROM topic_lineage"))
        .isEqualTo("same,true");
    assertThat(value("SELECT count(*) FROM topics")).isEqualTo("8");

    run(
        "topics",
        "--warehouse",
        "warehouse",
        "--topics",
        "4,8",
        "--set",
        "topics.stability-seeds=1");

    assertThat(value("SELECT topic_count FROM topic_models ORDER BY topic_count"))
        .isEqualTo("4\n8");
    assertThat(value("SELECT topic_count FROM topic_models WHERE selected")).isEqualTo("8");
    assertThat(value("SELECT count(*) FROM topic_models WHERE held_out_perplexity > 1"))
        .isEqualTo("2");
    assertThat(value("SELECT min(stability) > 0.8 FROM topics")).isEqualTo("true");
    theFiguresOfTheModelFollowFromTheTables();

    Outcome wrong =
        launcher.run(
            "topics",
            "--warehouse",
            "warehouse",
            "--set",
            "topics.refresh=train-on",
            "--set",
            "topics.algorithm=mllib-online");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("topics.refresh", "gibbs");
  }
}
