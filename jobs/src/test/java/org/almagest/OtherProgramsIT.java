package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.corpus.SharedData;
import org.almagest.run.TestCorpus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Has programs that are not ours read the graphs of the samples, and compute what we computed. */
@TestInstance(Lifecycle.PER_CLASS)
class OtherProgramsIT {
  private static final Path SCRIPTS = LauncherProcess.HOME.resolve("jobs/src/test/python");

  /** Where the libraries may be: a person's Python, and that of the system's packages. */
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  @TempDir static Path directory;

  private LauncherProcess launcher;

  @BeforeAll
  void publishTheSamples() throws Exception {
    launcher = new LauncherProcess(directory, Duration.ofMinutes(10));
    List<String> command =
        new ArrayList<>(
            List.of("run", "--warehouse", "warehouse", "--max-rejected", "0.05", "--stages"));
    command.add("ingest,coauthors,citations");
    // More than there are authors, so that centrality is exact.
    command.addAll(List.of("--set", "coauthors.centrality-samples=100000"));
    for (String format : List.of("arxiv-tsv", "arxiv-json", "openalex")) {
      command.add("--input");
      command.add(LauncherProcess.HOME.resolve("data-samples/" + format + "/corpus").toString());
    }
    Path odd =
        Files.writeString(
            directory.resolve("odd.json"),
            TestCorpus.arxivJson(
                99_001, "Anne \\\"Q\\\", <b> & 'Co'; --", "Zoë \\\"Z\\\",\\n<b> & 'Ko'); --"));
    command.addAll(List.of("--input", odd.toString()));
    Outcome run = launcher.run(command.toArray(new String[0]));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void exportsAreReadAsTheTablesSay() throws Exception {
    export("coauthors", "graphml", "authors.graphml", "--top", "100");
    export("coauthors", "gexf", "authors.gexf", "--top", "100");
    export("coauthors", "pajek", "authors.net", "--top", "100");
    export("coauthors", "json", "authors.json", "--top", "100");
    export("citations", "graphml", "papers.graphml", "--top", "150", "--by", "citations");
    export("citations", "gexf", "papers.gexf", "--top", "150", "--by", "citations");
    export("citations", "pajek", "papers.net", "--top", "150", "--by", "citations");
    export("citations", "json", "papers.json", "--top", "150", "--by", "citations");

    List<String> read =
        output(
            "read_graphs.py",
            Stream.of("graphml", "gexf", "net", "json")
                .flatMap(suffix -> Stream.of("authors." + suffix, "papers." + suffix))
                .map(file -> launcher.work().resolve(file).toString()));

    String authors =
        launcher
            .query(
                "warehouse",
                "WITH t AS (SELECT author_id FROM author_metrics ORDER BY pagerank DESC, author_id"
                    + " LIMIT 100) SELECT '100'||chr(9)||count(*)||chr(9)||sum(weight_full)"
                    + "||chr(9)||'False'||chr(9)||(SELECT display_name FROM author_metrics JOIN"
                    + " authors USING (author_id) ORDER BY pagerank DESC, author_id LIMIT 1) FROM"
                    + " coauthor_edges WHERE author_a IN (FROM t) AND author_b IN (FROM t)")
            .get(0);
    String papers =
        launcher
            .query(
                "warehouse",
                "WITH t AS (SELECT paper_id FROM paper_metrics ORDER BY citations DESC, paper_id"
                    + " LIMIT 150) SELECT '150'||chr(9)||count(*)||chr(9)||count(*)::DOUBLE"
                    + "||chr(9)||'True'||chr(9)||(SELECT title FROM paper_metrics m JOIN papers"
                    + " USING (paper_id) ORDER BY m.citations DESC, paper_id LIMIT 1) FROM"
                    + " citations WHERE citing_id IN (FROM t) AND cited_id IN (FROM t) AND"
                    + " citing_id <> cited_id")
            .get(0);
    assertThat(edges(authors)).isGreaterThan(50);
    assertThat(edges(papers)).isGreaterThan(50);
    assertThat(read)
        .containsExactlyInAnyOrder(
            "networkx\tauthors.graphml\t" + authors,
            "igraph\tauthors.graphml\t" + authors,
            "networkx\tauthors.gexf\t" + authors,
            "networkx\tauthors.net\t" + authors,
            "igraph\tauthors.net\t" + authors,
            "networkx\tauthors.json\t" + authors,
            "networkx\tpapers.graphml\t" + papers,
            "igraph\tpapers.graphml\t" + papers,
            "networkx\tpapers.gexf\t" + papers,
            "networkx\tpapers.net\t" + papers,
            "igraph\tpapers.net\t" + papers,
            "networkx\tpapers.json\t" + papers);
  }

  @Test
  void namesThatAreHardToWriteDownAreReadAsTheyAre() throws Exception {
    String[] first =
        launcher
            .query(
                "warehouse",
                "SELECT author_id, display_name FROM author_metrics JOIN authors USING (author_id)"
                    + " WHERE display_name LIKE '%<b>%' ORDER BY pagerank DESC, author_id")
            .get(0)
            .split(",", 2);
    // The name is quoted in CSV.
    String name = first[1].substring(1, first[1].length() - 1).replace("\"\"", "\"");
    List<String> files = new ArrayList<>();
    for (String format : List.of("graphml", "gexf", "pajek", "json")) {
      String file = "odd." + (format.equals("pajek") ? "net" : format);
      export("coauthors", format, file, "--ego", first[0]);
      files.add(launcher.work().resolve(file).toString());
    }

    List<String> read = output("read_graphs.py", files.stream());

    String figures = "\t2\t1\t1.0\tFalse\t";
    assertThat(name).matches("X\\. (Anne|Zoë) \"[QZ]\", <b> & '[CK]o'.*--");
    assertThat(read)
        .containsExactlyInAnyOrder(
            "networkx\todd.graphml" + figures + name,
            "igraph\todd.graphml" + figures + name,
            "networkx\todd.gexf" + figures + name,
            "networkx\todd.net" + figures + name.replace('"', '\''),
            "igraph\todd.net" + figures + name.replace('"', '\''),
            "networkx\todd.json" + figures + name);
  }

  @Test
  void igraphHasTheSameFiguresOfTheSamples() throws Exception {
    Map<String, Double> differences = differencesFromIgraph("warehouse");

    assertThat(differences)
        .containsOnlyKeys(
            "degree",
            "strength",
            "pagerank",
            "components",
            "core_number",
            "clustering",
            "modularity",
            "betweenness",
            "harmonic_closeness");
    assertSameFigures(differences);
    assertThat(differences.get("betweenness")).isLessThan(1e-6);
    assertThat(differences.get("harmonic_closeness")).isLessThan(1e-12);
  }

  @Tag("slow")
  @Test
  void igraphHasTheSameFiguresOfTheArxivGraph() throws Exception {
    Path arxiv = SharedData.require().resolve("data/arxiv/20200101/*.tsv.xz");
    Outcome run =
        launcher.run(
            "run",
            "--warehouse",
            "arxiv",
            "--stages",
            "ingest,coauthors",
            "--set",
            "authors.identity=raw-name",
            "--input",
            arxiv.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();

    Map<String, Double> differences = differencesFromIgraph("arxiv");

    assertSameFigures(differences);
    assertThat(differences.get("harmonic_closeness in standard errors")).isBetween(0.0, 5.0);
  }

  private static void assertSameFigures(Map<String, Double> differences) {
    for (String figure : List.of("degree", "strength", "components", "core_number")) {
      assertThat(differences.get(figure)).as(figure).isZero();
    }
    assertThat(differences.get("pagerank")).isLessThan(1e-9);
    assertThat(differences.get("clustering")).isLessThan(1e-12);
    assertThat(differences.get("modularity")).as("igraph's above ours").isLessThan(0.005);
  }

  /**
   * The largest difference of each figure of authors; of modularity, igraph's above ours, a share.
   */
  private Map<String, Double> differencesFromIgraph(String warehouse) throws Exception {
    Path authors = directory.resolve("authors.csv");
    Files.write(
        authors,
        launcher.query(
            warehouse,
            "SELECT author_id, degree, strength, pagerank, component_id, community_id, core_number,"
                + " clustering, betweenness, harmonic_closeness, harmonic_closeness_error"
                + " FROM author_metrics ORDER BY author_id"));
    Path edges = directory.resolve("edges.csv");
    Files.write(
        edges,
        launcher.query(warehouse, "SELECT author_a, author_b, weight_full FROM coauthor_edges"));
    return output("author_figures.py", Stream.of(authors.toString(), edges.toString())).stream()
        .map(line -> line.split("\t", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> Double.valueOf(cells[1])));
  }

  @Test
  void exportsACommunityForVosviewer() throws Exception {
    Outcome outcome = export("coauthors", "vosviewer", "community", "--community", "0");

    List<String> expected =
        launcher.query(
            "warehouse",
            "WITH t AS (SELECT author_id FROM author_metrics WHERE community_id = 0) SELECT count(*)"
                + " FROM t UNION ALL SELECT count(*) FROM coauthor_edges WHERE author_a IN (FROM t)"
                + " AND author_b IN (FROM t)");
    List<String> map = Files.readAllLines(launcher.work().resolve("community/map.txt"));
    assertThat(map).hasSize(Integer.parseInt(expected.get(0)) + 1);
    assertThat(map.get(0)).startsWith("id\tlabel\tdescription\tcluster\tweight<");
    assertThat(map.subList(1, map.size())).allMatch(line -> line.split("\t", -1)[3].equals("1"));
    assertThat(Files.readAllLines(launcher.work().resolve("community/network.txt")))
        .hasSize(Integer.parseInt(expected.get(1)))
        .allMatch(line -> line.matches("[1-9][0-9]*\t[1-9][0-9]*\t[1-9][0-9.]*"));
    assertThat(outcome.out())
        .startsWith("Wrote " + expected.get(0) + " nodes and " + expected.get(1) + " edges to ");
  }

  private Outcome export(String graph, String format, String out, String... which)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("export", "--warehouse", "warehouse", "--graph", graph, "--as", format));
    command.addAll(List.of("--out", out));
    command.addAll(List.of(which));
    Outcome outcome = launcher.run(command.toArray(new String[0]));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    return outcome;
  }

  private static int edges(String line) {
    return Integer.parseInt(line.split("\t", -1)[1]);
  }

  private static Optional<String> pythonWithLibraries() throws InterruptedException {
    for (String python : PYTHONS) {
      try {
        Process process =
            new ProcessBuilder(python, "-c", "import igraph, networkx")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
          return Optional.of(python);
        }
      } catch (IOException e) {
        // There is no such program; the next one may be there.
      }
    }
    return Optional.empty();
  }

  /** Lines that a script prints of files. */
  private static List<String> output(String script, Stream<String> files)
      throws IOException, InterruptedException {
    Optional<String> python = pythonWithLibraries();
    TestTools.require(python.isPresent(), "python3-networkx python3-igraph");
    List<String> command =
        new ArrayList<>(List.of(python.orElseThrow(), SCRIPTS.resolve(script).toString()));
    files.forEach(command::add);
    Path errors = directory.resolve("python-errors");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out.lines().toList();
  }
}
