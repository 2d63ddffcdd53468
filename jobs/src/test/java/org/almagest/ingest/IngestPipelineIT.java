package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.run.Pipeline;
import org.almagest.run.PublishedTables;
import org.almagest.run.RecordingListener;
import org.almagest.run.RunRequest;
import org.almagest.run.RunSummary;
import org.almagest.run.TestCorpus;
import org.almagest.warehouse.Snapshot;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ingest stage from files to published tables. */
class IngestPipelineIT {
  /** Maven starts tests in the module's directory. */
  private static final Path SAMPLES = Path.of("../data-samples");

  private static final List<String> FORMATS =
      List.of("daily-papers", "arxiv-tsv", "arxiv-json", "openalex");

  @TempDir Path directory;

  private Settings settings = Settings.defaults().with(Setting.RUN_STAGES, "ingest", "test");

  private RunSummary ingest(String warehouse, Path... inputs) {
    return Pipeline.run(
        new RunRequest(
            Arrays.stream(inputs).map(Path::toString).toList(),
            directory.resolve(warehouse).toString(),
            Optional.of("run"),
            settings),
        new RecordingListener());
  }

  private static Path samples(String format) {
    return SAMPLES.resolve(format).resolve("corpus");
  }

  private static JsonNode truth(String format) throws IOException {
    return new ObjectMapper()
        .readTree(SAMPLES.resolve(format).resolve("truth/truth.json").toFile());
  }

  private static long one(Snapshot snapshot, String sql) {
    return Long.parseLong(new PublishedTables(snapshot).query(sql).get(0));
  }

  private void allow(Setting setting, String value) {
    settings = settings.with(setting, value, "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily-papers", "arxiv-tsv", "arxiv-json", "openalex"})
  void eachFormatGivesWhatWasPlantedInItsSample(String format) throws IOException {
    allow(Setting.INGEST_MAX_REJECTED, "0.02");
    RunSummary run = ingest("warehouse", samples(format));
    JsonNode truth = truth(format);
    assertThat(run.stages().get(0).counts())
        .containsEntry("records", truth.path("records").asLong())
        .containsEntry("rejected", truth.path("rejected").asLong())
        .containsEntry("unreadable files", 0L)
        .containsEntry("papers", truth.path("papers").asLong())
        .containsEntry("authorships", truth.path("authorships").asLong())
        .containsEntry("references", truth.path("references").asLong());
    assertThat(run.snapshot().manifest().inputs())
        .allSatisfy(file -> assertThat(file.format()).isEqualTo(format));

    PublishedTables tables = new PublishedTables(run.snapshot());
    assertThat(
            tables.query(
                "SELECT year, count(*) FROM papers WHERE year IS NOT NULL GROUP BY 1 ORDER BY 1"))
        .isEqualTo(countsIn(truth.path("papers_per_year")));
    assertThat(one(run.snapshot(), "SELECT coalesce(sum(author_count), 0) FROM papers"))
        .isEqualTo(truth.path("author_count_sum").asLong());
    assertThat(one(run.snapshot(), "SELECT count(*) FROM citations WHERE resolved"))
        .isEqualTo(truth.path("resolved_references").asLong());
    assertThat(tables.query("SELECT reason, count(*) FROM rejected_records GROUP BY 1 ORDER BY 1"))
        .isEqualTo(countsIn(truth.path("rejected_by_reason")));
  }

  @Test
  void affiliationsAreThePlantedInstitutionsAndCountries() throws IOException {
    allow(Setting.INGEST_MAX_REJECTED, "0.02");
    List<String> planted = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("openalex/truth/papers.jsonl"))) {
      JsonNode paper = new ObjectMapper().readTree(line);
      for (int i = 0; i < paper.path("authors").size(); i++) {
        String author = paper.path("paper_id").asText() + "|" + (i + 1) + "|";
        JsonNode institutions = paper.path("institutions").path(i);
        institutions.forEach(id -> planted.add(author + id.asText()));
        if (institutions.isEmpty()) {
          paper.path("countries").path(i).forEach(code -> planted.add(author + code.asText()));
        }
      }
    }
    assertThat(
            new PublishedTables(ingest("warehouse", samples("openalex")).snapshot())
                .query(
                    "SELECT paper_id, position, coalesce(institution_id, country_code)"
                        + " FROM affiliations"))
        .hasSizeGreaterThan(600)
        .containsExactlyInAnyOrderElementsOf(planted);
  }

  private static List<String> countsIn(JsonNode object) {
    return object.properties().stream()
        .map(entry -> entry.getKey() + "|" + entry.getValue().asText())
        .sorted()
        .toList();
  }

  @Test
  void theUnionOfAllFormatsIsTheSameInAnyOrderOfInputs() throws IOException {
    allow(Setting.INGEST_MAX_REJECTED, "0.02");
    Path[] inputs = FORMATS.stream().map(IngestPipelineIT::samples).toArray(Path[]::new);
    Path[] reversed = new Path[inputs.length + 1];
    for (int i = 0; i < inputs.length; i++) {
      reversed[i] = inputs[inputs.length - 1 - i];
    }
    reversed[inputs.length] = inputs[0];
    RunSummary one = ingest("one", inputs);
    RunSummary other = ingest("other", reversed);
    long papers = 0;
    for (String format : FORMATS) {
      papers += truth(format).path("papers").asLong();
    }
    assertThat(one.stages().get(0).counts()).containsEntry("papers", papers);
    assertThat(new PublishedTables(other.snapshot()).all())
        .isEqualTo(new PublishedTables(one.snapshot()).all());
    assertThat(other.snapshot().manifest().inputs()).isEqualTo(one.snapshot().manifest().inputs());
  }

  @Test
  void listsOfCitationsAddReferencesToThePapersOfOtherFiles() throws IOException {
    Path papers =
        write(
            "a.json",
            TestCorpus.arxivJson(1, "Ann", "Bo"),
            TestCorpus.arxivJson(2, "Bo"),
            TestCorpus.arxivJson(3, "Cid").replace("{", "{\"doi\":\"10.5555/Of-Three\","));
    Path list =
        write(
            "b.csv",
            "citing,cited",
            "2002.00001,2003.00002",
            "arxiv:2002.00001,https://arxiv.org/abs/2003.00002v2",
            "2002.00001,2002.00001",
            "2002.00001,10.5555/of-three",
            "doi:10.5555/OF-THREE,2003.00002",
            "2003.00002,\"local:a, \"\"b\"\"\nc\"",
            "W7,2002.00001",
            "2002.00001",
            "W7,7");
    Path other = write("c.tsv", "W7\tW8", "W7\tW8");
    allow(Setting.INGEST_MAX_REJECTED, "0.2");

    RunSummary run = ingest("warehouse", papers, list, other);

    assertThat(run.stages().get(0).counts())
        .containsEntry("records", 14L)
        .containsEntry("rejected", 2L)
        .containsEntry("papers", 3L)
        .containsEntry("references", 7L)
        .containsEntry("references by works outside the corpus, kept", 2L);
    PublishedTables tables = new PublishedTables(run.snapshot());
    assertThat(
            tables.query(
                "SELECT citing_id, cited_id, resolved, self_citation FROM citations ORDER BY ALL"))
        .containsExactly(
            "arxiv:2002.00001|arxiv:2002.00001|true|true",
            "arxiv:2002.00001|arxiv:2003.00002|true|true",
            "arxiv:2002.00001|arxiv:2004.00003|true|false",
            "arxiv:2003.00002|local:a, \"b\"\nc|false|null",
            "arxiv:2004.00003|arxiv:2003.00002|true|false",
            "openalex:W7|arxiv:2002.00001|false|null",
            "openalex:W7|openalex:W8|false|null");
    assertThat(tables.query("SELECT paper_id, reference_count FROM papers ORDER BY paper_id"))
        .containsExactly("arxiv:2002.00001|3", "arxiv:2003.00002|1", "arxiv:2004.00003|1");
    assertThat(
            tables.query(
                "SELECT source_file, source_position, reason FROM rejected_records ORDER BY ALL"))
        .containsExactly(list + "|10|malformed-record", list + "|11|invalid-id");
    assertThat(run.snapshot().manifest().inputs())
        .extracting(file -> file.format())
        .containsExactly("arxiv-json", "citation-edges", "citation-edges");
  }

  @Test
  void theSampleOfReferencesGivesWhatWasPlantedToThePapersOfAnother() throws IOException {
    allow(Setting.INGEST_MAX_REJECTED, "0.02");
    Path[] inputs = {samples("arxiv-json"), samples("citation-edges")};
    Set<String> papers = new HashSet<>();
    planted("arxiv-json").forEach(paper -> papers.add(paper.path("paper_id").asText()));
    List<String> expected = new ArrayList<>();
    long outside = 0;
    for (JsonNode paper : planted("citation-edges")) {
      String citing = paper.path("paper_id").asText();
      for (JsonNode cited : paper.path("references")) {
        boolean resolved = papers.contains(citing) && papers.contains(cited.asText());
        expected.add(citing + "|" + cited.asText() + "|" + resolved);
        outside += papers.contains(citing) ? 0 : 1;
      }
    }

    RunSummary run = ingest("warehouse", inputs);

    JsonNode list = truth("citation-edges");
    assertThat(run.stages().get(0).counts())
        .containsEntry(
            "records", list.path("records").asLong() + truth("arxiv-json").path("records").asLong())
        .containsEntry(
            "rejected",
            list.path("rejected").asLong() + truth("arxiv-json").path("rejected").asLong())
        .containsEntry("papers", (long) papers.size())
        .containsEntry("references", list.path("references").asLong())
        .containsEntry("references by works outside the corpus, kept", outside);
    PublishedTables tables = new PublishedTables(run.snapshot());
    assertThat(tables.query("SELECT citing_id, cited_id, resolved FROM citations"))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(one(run.snapshot(), "SELECT sum(reference_count) FROM papers"))
        .isEqualTo(expected.size() - outside);
    RunSummary reversed = ingest("other", inputs[1], inputs[0], inputs[1]);
    assertThat(new PublishedTables(reversed.snapshot()).all()).isEqualTo(tables.all());
  }

  private static List<JsonNode> planted(String format) throws IOException {
    List<JsonNode> papers = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLES.resolve(format).resolve("truth/papers.jsonl"))) {
      papers.add(new ObjectMapper().readTree(line));
    }
    return papers;
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertBadInput(Path... inputs) {
    var failure =
        assertThatThrownBy(() -> ingest("warehouse", inputs))
            .isInstanceOfSatisfying(
                AlmagestException.class,
                e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
    assertThat(directory.resolve("warehouse")).doesNotExist();
    return failure;
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(directory.resolve(name), List.of(lines));
  }

  @Test
  void moreRejectsThanTheBudgetAreBadInputThatNamesFileLineAndCause() throws IOException {
    Path good = write("a.json", TestCorpus.arxivJson(1, "Ann"), TestCorpus.arxivJson(2, "Bo"));
    Path bad =
        write("b.json", TestCorpus.arxivJson(3, "Cid"), "{\"id\": broken", TestCorpus.arxivJson(4));
    assertBadInput(good, bad)
        .hasMessageContaining("1 of 5 records")
        .hasMessageContaining(bad + ", line 2: The JSON is broken")
        .hasMessageContaining("--max-rejected")
        .hasMessageNotContaining("..");
    allow(Setting.INGEST_MAX_REJECTED, "0.2");
    RunSummary run = ingest("warehouse", good, bad);
    assertThat(run.stages().get(0).counts())
        .containsEntry("papers", 4L)
        .containsEntry("rejected", 1L);
    assertThat(
            new PublishedTables(run.snapshot())
                .query(
                    "SELECT source_position, reason, decode(from_base64(raw_base64))"
                        + " FROM rejected_records"))
        .containsExactly("2|malformed-record|{\"id\": broken");
  }

  @Test
  void aTruncatedFileIsBadInputThatNamesTheFile() throws IOException {
    byte[] whole = Files.readAllBytes(samples("arxiv-tsv").resolve("cs.PL.tsv.xz"));
    Path file = directory.resolve("cut.tsv.xz");
    Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 4));
    assertBadInput(samples("arxiv-tsv").resolve("cs.DB.tsv.xz"), file)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining("leave it out");
  }

  @Test
  void filesOfNoKnownFormatAreBadInputThatCountsThem() throws IOException {
    Random random = new Random(1);
    Path[] files = new Path[3];
    for (int i = 0; i < files.length; i++) {
      byte[] bytes = new byte[5000];
      random.nextBytes(bytes);
      files[i] = Files.write(directory.resolve(i + ".tsv"), bytes);
    }
    assertBadInput(files)
        .hasMessageStartingWith(files[0].toString())
        .hasMessageEndingWith(". 2 more files are unreadable, too.");
  }

  @Test
  void aBadMemberOfAnArchiveCostsNoOtherMember() throws IOException {
    Path archive =
        zip(
            Map.of(
                "1.json",
                TestCorpus.arxivJson(1, "Ann"),
                "2.json",
                "",
                "3.json",
                TestCorpus.arxivJson(3, "Ann")));
    allow(Setting.INGEST_MAX_UNREADABLE_FILES, "1");

    Snapshot snapshot = ingest("warehouse", archive).snapshot();

    PublishedTables tables = new PublishedTables(snapshot);
    assertThat(tables.query("SELECT source_file FROM papers ORDER BY source_file"))
        .containsExactly(archive + "!1.json", archive + "!3.json");
    assertThat(tables.query("SELECT source_file, reason FROM rejected_records"))
        .containsExactly(archive + "!2.json|unreadable-file");
  }

  @Test
  void aListOfCitationsBehindThePapersOfAnArchiveIsFoundAllTheSame() throws IOException {
    String papers = TestCorpus.arxivJson(1, "Ann") + "\n" + TestCorpus.arxivJson(2, "Bo");
    String list = "citing,cited\n2002.00001,2003.00002\nW7,W8\n";

    RunSummary packed = ingest("warehouse", zip(Map.of("a.json", papers, "b.csv", list)));

    assertThat(packed.stages().get(0).counts())
        .containsEntry("records", 4L)
        .containsEntry("papers", 2L)
        .containsEntry("references", 2L);
    assertThat(one(packed.snapshot(), "SELECT sum(reference_count) FROM papers")).isEqualTo(1);
    assertThat(
            new PublishedTables(packed.snapshot())
                .query("SELECT citing_id, cited_id, resolved FROM citations ORDER BY ALL"))
        .containsExactly("arxiv:2002.00001|arxiv:2003.00002|true", "openalex:W7|openalex:W8|false");
    assertThat(directory.resolve("warehouse/snapshots/run/papers"))
        .as("without the files of the pass that did not know of the list")
        .isDirectoryContaining("glob:**.parquet")
        .satisfies(
            papersOf -> {
              try (Stream<Path> files = Files.list(papersOf)) {
                assertThat(files).hasSize(1);
              }
            });
  }

  private Path zip(Map<String, String> members) throws IOException {
    Path archive = directory.resolve("papers.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Map.Entry<String, String> member : new TreeMap<>(members).entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return archive;
  }

  /** The end of the file is missed behind a record that is itself rejected. */
  @Test
  void aFileTruncatedRightAfterARejectedRecordIsStillToldAsUnreadable() throws IOException {
    byte[] noise = new byte[400_000];
    new Random(3).nextBytes(noise);
    String lines =
        TestCorpus.arxivJson(1, "Ann")
            + "\n{\"id\": broken\n"
            + Base64.getEncoder().encodeToString(noise);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    Path file = directory.resolve("cut.json.gz");
    Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    allow(Setting.INGEST_MAX_REJECTED, "0.5");
    assertBadInput(file).hasMessageStartingWith(file.toString());

    allow(Setting.INGEST_MAX_UNREADABLE_FILES, "1");
    RunSummary run = ingest("warehouse", file);
    assertThat(run.stages().get(0).counts())
        .containsEntry("records", 2L)
        .containsEntry("rejected", 1L)
        .containsEntry("unreadable files", 1L);
    assertThat(
            new PublishedTables(run.snapshot())
                .query("SELECT reason FROM rejected_records ORDER BY source_position"))
        .containsExactly("malformed-record", "unreadable-file");
  }

  @Test
  void inputWithoutAnyPaperIsBadInput() throws IOException {
    allow(Setting.INGEST_MAX_REJECTED, "1");
    Path file = write("a.json", "{\"id\":\"2001.00001\",\"title\":\"\"}");
    settings = settings.with(Setting.INGEST_FORMAT, "arxiv-json", "test");
    assertBadInput(file).hasMessageContaining("no paper");
    settings = settings.with(Setting.INGEST_FORMAT, "auto", "test");
    assertBadInput(write("b.csv", "W1,W2")).hasMessageContaining("no paper");
  }

  @Test
  void rawNamesKeepSpellingsApartThatFoldedNamesJoin() throws IOException {
    Path file =
        write(
            "a.json",
            TestCorpus.arxivJson(1, "Núñez"),
            TestCorpus.arxivJson(2, "Nunez"),
            TestCorpus.arxivJson(3, "Nunez"));
    String distinct = "SELECT count(DISTINCT author_id) FROM authorships";
    assertThat(one(ingest("folded", file).snapshot(), distinct)).isEqualTo(1);
    allow(Setting.AUTHORS_IDENTITY, "raw-name");
    assertThat(one(ingest("raw", file).snapshot(), distinct)).isEqualTo(2);
  }
}
