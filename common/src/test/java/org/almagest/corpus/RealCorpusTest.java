package org.almagest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;

/** Reads the real corpora, where they are at hand, and compares with independent counts. */
class RealCorpusTest {
  private static final int PAGE_YEAR = 2025;

  private final Path shared = SharedData.require();

  @ParameterizedTest
  @ValueSource(strings = {"20190101", "20200101"})
  void readsTheArxivDumpAsCountedIndependently(String date) throws IOException {
    Path folder = shared.resolve("data/arxiv").resolve(date);
    JsonNode expected = expected("data/arxiv").get(date);
    Map<String, PaperRecord> papers = new HashMap<>();
    int rows = 0;
    for (Path file : files(folder, ".tsv.xz")) {
      List<PaperRecord> read = accepted(file, OptionalInt.empty());
      assertThat(read).as(file.toString()).hasSize(expected.at("/files").get(name(file)).asInt());
      rows += read.size();
      read.forEach(p -> papers.put(p.paperId(), p));
    }
    assertThat(rows).isEqualTo(expected.get("rows").asInt());
    assertThat(papers).hasSize(expected.get("distinct_ids").asInt());
    assertThat(papers.values().stream().mapToInt(p -> p.authors().size()).sum())
        .isEqualTo(expected.get("authorships").asInt());
    assertThat(papers.values().stream().mapToInt(p -> p.authors().size()).max())
        .hasValue(expected.get("max_authors").asInt());
    assertThat(count(papers, p -> p.authorCount().equals(OptionalInt.of(1))))
        .isEqualTo(expected.get("single_author").asLong());
    Set<LocalDate> created = new TreeSet<>();
    papers.values().forEach(p -> created.add(p.publishedDate().orElseThrow()));
    assertThat(new TreeSet<>(created).first()).hasToString(expected.get("min_created").asText());
    assertThat(new TreeSet<>(created).last()).hasToString(expected.get("max_created").asText());
    assertThat(count(papers, p -> p.doi().isPresent()))
        .isEqualTo(expected.get("with_doi").asLong());
    assertThat(count(papers, p -> p.updatedDate().isEmpty()))
        .isEqualTo(expected.get("without_updated").asLong());
    Set<String> names = new HashSet<>();
    papers.values().forEach(p -> p.authors().forEach(a -> names.add(a.rawName())));
    assertThat(names).hasSize(expected.get("distinct_author_strings").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20190101", "20200101"})
  void repairsAsManyArxivIdsAsCountedIndependently(String date) throws IOException {
    List<String> repaired = new ArrayList<>();
    for (Path file : files(shared.resolve("data/arxiv").resolve(date), ".tsv.xz")) {
      forEachRow(
          file,
          List.of("arxiv_id"),
          row -> {
            if (!Identifiers.canonicalArxivId(row.get(0)).equals(Optional.of(row.get(0)))) {
              repaired.add(row.get(0));
            }
          });
    }
    assertThat(repaired)
        .hasSize(expected("data/arxiv").get(date).get("rows_with_repaired_id").asInt());
  }

  private static void forEachRow(Path file, List<String> columns, Consumer<List<String>> use)
      throws IOException {
    try (InputStream in = new XZInputStream(Files.newInputStream(file))) {
      DelimitedRowScanner rows =
          new DelimitedRowScanner(in, '\t', ReadOptions.DEFAULT_MAX_RECORD_BYTES);
      Map<String, Integer> header = ArxivTsvReader.header(rows);
      while (rows.next() == DelimitedRowScanner.Outcome.ROW) {
        List<String> row = new ArrayList<>();
        for (String column : columns) {
          row.add(rows.text(header.get(column)));
        }
        use.accept(row);
      }
    } catch (RecordFault e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsTheDailyPapersPagesAsCountedIndependently() throws IOException {
    JsonNode expected = expected("seeds");
    Set<String> organizations = new TreeSet<>();
    Set<String> ids = new HashSet<>();
    int all = 0;
    for (Path file : files(shared.resolve("seeds"), ".txt")) {
      List<PaperRecord> papers = accepted(file, OptionalInt.of(PAGE_YEAR));
      comparePage(papers, expected.at("/files").get(name(file)));
      all += papers.size();
      papers.forEach(p -> ids.add(p.paperId()));
      papers.forEach(p -> p.organization().ifPresent(organizations::add));
    }
    assertThat(all).isEqualTo(expected.get("all_records").asInt());
    assertThat(ids).hasSize(expected.at("/distinct_papers/records").asInt());
    List<String> badges = new ArrayList<>();
    expected.get("organizations").forEach(o -> badges.add(o.asText()));
    assertThat(organizations).containsExactlyInAnyOrderElementsOf(badges);
  }

  private static void comparePage(List<PaperRecord> papers, JsonNode expected) {
    assertThat(papers).hasSize(expected.get("records").asInt());
    int[] authorCounts = papers.stream().flatMapToInt(p -> p.authorCount().stream()).toArray();
    assertThat(authorCounts).hasSize(expected.get("with_author_count").asInt());
    assertThat(Arrays.stream(authorCounts).sum())
        .isEqualTo(expected.get("author_count_sum").asInt());
    assertThat(papers.stream().filter(p -> p.organization().isPresent()))
        .hasSize(expected.get("with_organization").asInt());
    int[] comments = papers.stream().flatMapToInt(p -> p.commentCount().stream()).toArray();
    assertThat(comments).hasSize(expected.get("with_comment_count").asInt());
    assertThat(Arrays.stream(comments).sum()).isEqualTo(expected.get("comment_count_sum").asInt());
    List<LocalDate> dates =
        papers.stream().flatMap(p -> p.publishedDate().stream()).sorted().toList();
    assertThat(dates).hasSize(expected.get("with_date").asInt());
    // Here every date without a year is in the pages' year, and no other one is.
    assertThat(dates.stream().filter(d -> d.getYear() == PAGE_YEAR))
        .hasSize(expected.get("date_without_year").asInt());
    if (!dates.isEmpty()) {
      assertThat(dates.get(0)).hasToString(expected.get("min_date").asText());
      assertThat(dates.get(dates.size() - 1)).hasToString(expected.get("max_date").asText());
    }
    LocalDate edition =
        LocalDate.parse(
            expected.get("edition").asText() + " " + PAGE_YEAR,
            DateTimeFormatter.ofPattern("MMM d yyyy", Locale.ENGLISH));
    assertThat(papers).allMatch(p -> p.version().equals(edition.toString()));
  }

  @Test
  void findsTheLatestYearThatThePagesName() throws IOException {
    int latest = 0;
    for (Path file : files(shared.resolve("seeds"), ".txt")) {
      try (InputStream in = Files.newInputStream(file)) {
        CorpusFile.Inspection inspection = CorpusFile.inspect(name(file), in, Optional.empty());
        assertThat(inspection.formats()).containsExactly(CorpusFormat.DAILY_PAPERS);
        latest = Math.max(latest, inspection.latestExplicitYear().orElse(0));
      }
    }
    assertThat(latest).isEqualTo(PAGE_YEAR - 1);
  }

  @Test
  void readsOpenAlexWorksAsCountedIndependently() throws IOException {
    JsonNode expected = expected("data/openalex");
    List<PaperRecord> works =
        accepted(shared.resolve("data/openalex/works-0000.jsonl.gz"), OptionalInt.empty());
    assertThat(works).hasSize(expected.get("works").asInt());
    assertThat(works.stream().map(PaperRecord::paperId).distinct())
        .hasSize(expected.get("distinct").asInt());
    assertThat(works.stream().filter(w -> w.abstractText().isPresent()))
        .hasSize(expected.get("with_abstract").asInt());
    assertThat(works.stream().mapToInt(w -> w.authors().size()).sum())
        .isEqualTo(expected.get("authorships").asInt());
    assertThat(
            works.stream()
                .flatMap(w -> w.authors().stream())
                .map(a -> a.sourceAuthorId().orElseThrow())
                .distinct())
        .hasSize(expected.get("distinct_author_ids").asInt());
    assertThat(works.stream().mapToInt(w -> w.references().size()).sum())
        .isEqualTo(expected.get("references").asInt());
    Set<String> ids = new HashSet<>();
    works.forEach(w -> ids.add(w.paperId()));
    assertThat(works.stream().flatMap(w -> w.references().stream()).filter(ids::contains))
        .hasSize(expected.get("references_resolved").asInt());
    assertThat(works.stream().filter(w -> w.doi().isPresent()))
        .hasSize(expected.get("with_doi").asInt());
    assertThat(works.stream().mapToInt(w -> w.year().orElseThrow()).min())
        .hasValue(expected.get("min_year").asInt());
    assertThat(works.stream().mapToInt(w -> w.year().orElseThrow()).max())
        .hasValue(expected.get("max_year").asInt());
  }

  @Test
  void readsTheAnthologyNetworkAsCountedIndependently() throws IOException {
    JsonNode expected = expected("data/aan");
    List<PaperRecord> papers =
        accepted(shared.resolve("data/aan/acl-metadata.txt"), OptionalInt.empty());
    Set<String> ids = new HashSet<>();
    papers.forEach(p -> ids.add(p.paperId()));
    assertThat(papers).hasSize(expected.get("papers").asInt());
    assertThat(ids).hasSize(expected.get("papers").asInt());
    assertThat(papers).filteredOn(p -> p.authors().isEmpty()).hasSize(1);
    assertThat(papers.stream().mapToInt(p -> p.year().orElseThrow()).min())
        .hasValue(expected.get("min_year").asInt());
    assertThat(papers.stream().mapToInt(p -> p.year().orElseThrow()).max())
        .hasValue(expected.get("max_year").asInt());

    List<ReadResult.Reference> lines = new ArrayList<>();
    try (InputStream in = Files.newInputStream(shared.resolve("data/aan/acl.txt"))) {
      Reading.all(CorpusFormat.AAN.open(in, ReadOptions.defaults()))
          .forEach(result -> lines.add((ReadResult.Reference) result));
    }
    assertThat(lines).hasSize(expected.get("citation_lines").asInt());
    assertThat(lines)
        .filteredOn(l -> ids.contains(l.citing()) && ids.contains(l.cited()))
        .hasSize(expected.get("resolved").asInt());
    assertThat(lines)
        .filteredOn(l -> l.citing().equals(l.cited()))
        .hasSize(expected.get("self_loops").asInt());
  }

  /**
   * The independent count took the semicolon of an accented letter's reference for one between
   * authors. Where references are taken out of the text first, it parts as many authors as we find.
   */
  @Test
  void readsAsManyAuthorsOfTheAnthologyNetworkAsSemicolonsPart() throws IOException {
    List<String> lists =
        Files.readAllLines(shared.resolve("data/aan/acl-metadata.txt"), StandardCharsets.ISO_8859_1)
            .stream()
            .filter(line -> line.startsWith("author = {"))
            .map(line -> line.substring("author = {".length(), line.length() - 1))
            .toList();
    assertThat(lists.stream().mapToLong(RealCorpusTest::parted).sum())
        .isEqualTo(expected("data/aan").get("authorships").asLong());
    assertThat(
            accepted(shared.resolve("data/aan/acl-metadata.txt"), OptionalInt.empty()).stream()
                .mapToLong(p -> p.authors().size())
                .sum())
        .isEqualTo(
            lists.stream()
                .map(list -> list.replaceAll("&#?\\w+;", "e"))
                .mapToLong(RealCorpusTest::parted)
                .sum());
  }

  private static long parted(String authors) {
    return Arrays.stream(authors.split(";", -1)).filter(name -> !name.isBlank()).count();
  }

  @Test
  void readsTheArxivSnapshotsLines() throws IOException {
    Path file = files(shared.resolve("data/arxiv-jsonl"), ".json").get(0);
    List<PaperRecord> papers = accepted(file, OptionalInt.empty());
    assertThat(papers).hasSize(100);
    assertThat(papers)
        .allMatch(p -> p.format() == CorpusFormat.ARXIV_JSON)
        .allMatch(p -> !p.authors().isEmpty() && p.publishedDate().isPresent())
        .allMatch(p -> p.abstractText().isPresent() && p.primaryCategory().isPresent());
  }

  private static long count(Map<String, PaperRecord> papers, Predicate<PaperRecord> what) {
    return papers.values().stream().filter(what).count();
  }

  private static List<PaperRecord> accepted(Path file, OptionalInt pageYear) throws IOException {
    List<PaperRecord> papers = new ArrayList<>();
    ReadOptions options = new ReadOptions(ReadOptions.DEFAULT_MAX_RECORD_BYTES, pageYear);
    Consumer<ReadResult> keep =
        result -> {
          assertThat(result).isInstanceOf(ReadResult.Accepted.class);
          papers.add(((ReadResult.Accepted) result).paper());
        };
    try (CorpusFile corpus =
        CorpusFile.open(name(file), Files.newInputStream(file), Optional.empty(), options)) {
      for (var member = corpus.nextMember(); member.isPresent(); member = corpus.nextMember()) {
        CorpusReader reader = member.get().reader();
        for (var result = reader.next(); result.isPresent(); result = reader.next()) {
          keep.accept(result.get());
        }
      }
    }
    return papers;
  }

  private JsonNode expected(String folder) throws IOException {
    return new ObjectMapper().readTree(shared.resolve(folder).resolve("expected.json").toFile());
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> name(f).endsWith(suffix)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
