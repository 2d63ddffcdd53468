package org.almagest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.almagest.corpus.CorpusFormat;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorpusGeneratorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "AAN")
  void givesTheSameBytesForTheSameConfiguration(CorpusFormat format) {
    GeneratorConfig config = MemorySink.eventful(150, 11, format);
    Map<String, byte[]> first = MemorySink.of(config).raw();
    Map<String, byte[]> second = MemorySink.of(config).raw();
    assertThat(MemorySink.comparable(first)).isEqualTo(MemorySink.comparable(second));
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "AAN")
  void givesOtherPapersForAnotherSeed(CorpusFormat format) {
    String first = papers(MemorySink.of(MemorySink.eventful(50, 1, format)));
    String second = papers(MemorySink.of(MemorySink.eventful(50, 2, format)));
    assertThat(first.lines()).doesNotContainAnyElementsOf(second.lines().toList());
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "AAN")
  void givesTheSameFirstPapersHoweverManyFollow(CorpusFormat format) {
    String few = papers(MemorySink.of(MemorySink.eventful(100, 3, format)));
    String many = papers(MemorySink.of(MemorySink.eventful(300, 3, format)));
    assertThat(many).startsWith(few);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EXCLUDE,
      names = {"AAN", "CITATION_EDGES"})
  void statesCountsThatReadingTheFilesConfirms(CorpusFormat format) throws IOException {
    Map<String, byte[]> files = MemorySink.of(MemorySink.eventful(700, 5, format)).unpacked();
    JsonNode truth = JSON.readTree(files.get("truth/truth.json"));
    NaiveReader read = NaiveReader.read(format, files);

    assertThat(truth.path("papers").asLong()).isEqualTo(700).isEqualTo(read.papers.size());
    assertThat(truth.path("records").asLong()).isEqualTo(read.records);
    assertThat(truth.path("rejected").asLong()).isEqualTo(read.rejected).isEqualTo(35);
    assertThat(truth.path("duplicates").asLong()).isEqualTo(read.duplicates()).isPositive();
    assertThat(truth.path("authorships").asLong()).isEqualTo(read.authorships());
    assertThat(truth.path("author_count_sum").asLong()).isEqualTo(read.authorCountSum());
    assertThat(truth.path("references").asLong()).isEqualTo(read.references());
    assertThat(truth.path("resolved_references").asLong()).isEqualTo(read.resolvedReferences());
    assertThat(truth.path("papers_without_year").asLong()).isEqualTo(read.papersOf(-1));
    for (int year = PublicationCalendar.FIRST_YEAR; year <= 2025; year++) {
      assertThat(truth.path("papers_per_year").path(Integer.toString(year)).asLong())
          .as("papers of %d", year)
          .isEqualTo(read.papersOf(year));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EXCLUDE,
      names = {"AAN", "CITATION_EDGES"})
  void namesEveryPaperInTheTruth(CorpusFormat format) throws IOException {
    MemorySink sink = MemorySink.of(MemorySink.eventful(300, 6, format));
    NaiveReader read = NaiveReader.read(format, sink.unpacked());
    List<String> ids = new ArrayList<>();
    for (String line : papers(sink).lines().toList()) {
      JsonNode paper = JSON.readTree(line);
      String id = paper.path("paper_id").asText();
      ids.add(id);
      List<String> references = new ArrayList<>();
      paper.path("references").forEach(each -> references.add(each.asText()));
      assertThat(read.papers.get(id).references).isEqualTo(references);
      assertThat(read.papers.get(id).year).isEqualTo(paper.path("year").asInt(-1));
      assertThat(read.papers.get(id).authors).isEqualTo(paper.path("author_count").asInt(-1));
    }
    assertThat(read.papers.keySet()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void listsTheReferencesOfThePapersThatTheArxivFormatsHave() throws IOException {
    CorpusFormat format = CorpusFormat.CITATION_EDGES;
    MemorySink sink = MemorySink.of(MemorySink.eventful(700, 5, format));
    JsonNode truth = JSON.readTree(sink.unpacked().get("truth/truth.json"));
    NaiveReader read = NaiveReader.read(format, sink.unpacked());
    NaiveReader arxiv =
        NaiveReader.read(
            CorpusFormat.ARXIV_JSON,
            MemorySink.of(MemorySink.eventful(700, 5, CorpusFormat.ARXIV_JSON)).unpacked());

    List<String> ids = new ArrayList<>();
    long references = 0;
    long resolved = 0;
    for (String line : papers(sink).lines().toList()) {
      JsonNode paper = JSON.readTree(line);
      ids.add(paper.path("paper_id").asText());
      List<String> cited = new ArrayList<>();
      paper.path("references").forEach(each -> cited.add(each.asText()));
      NaiveReader.Paper inList = read.papers.get(paper.path("paper_id").asText());
      assertThat(inList == null ? List.of() : inList.references).isEqualTo(cited);
      references += cited.size();
      resolved += cited.stream().filter(arxiv.papers::containsKey).count();
    }
    assertThat(arxiv.papers.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(truth.path("references").asLong()).isEqualTo(references).isGreaterThan(1000);
    assertThat(truth.path("resolved_references").asLong()).isEqualTo(resolved).isGreaterThan(700);
    assertThat(truth.path("rejected").asLong()).isEqualTo(read.rejected).isEqualTo(35);
    assertThat(truth.path("records").asLong()).isEqualTo(read.records);
    assertThat(truth.path("duplicates").asLong())
        .isEqualTo(read.records - read.rejected - references)
        .isPositive();
  }

  @Test
  void refusesTheFormatThatItCannotWrite() {
    assertThatThrownBy(() -> MemorySink.eventful(10, 1, CorpusFormat.AAN))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("--format is aan")
        .hasMessageContaining("citation-edges");
  }

  @Test
  void plantsFloatDamageQuotedNewlinesBlankUpdatesAndDoublesOfDois() {
    String dump = corpus(MemorySink.of(MemorySink.eventful(2000, 8, CorpusFormat.ARXIV_TSV)));
    assertThat(dump)
        .containsPattern("\t1[0-4]\\d\\d\\.\\d{3}\t")
        .containsPattern("\t1[5-9]\\d\\d\\.\\d{5}00000002\t")
        .containsPattern("\"[^\"]+\n  [^\"]+\"")
        .containsPattern("\t\t\\['")
        .containsPattern("10\\.5555/almagest\\.(\\d+) 10\\.5555/almagest\\.\\1\\.v2");
  }

  @Test
  void plantsTextThatCleaningMustRemove() {
    assertThat(corpus(MemorySink.of(MemorySink.eventful(500, 9, CorpusFormat.DAILY_PAPERS))))
        .contains("https://example.org/", "$x^2$", "\\textit{", "**", "\\% in");
  }

  @Test
  void holdsNoMoreThanItsOpenFilesWhileItStreams() throws IOException {
    CountingSink sink = new CountingSink();
    GeneratorConfig config =
        GeneratorConfig.of(20_000, 1, CorpusFormat.DAILY_PAPERS, Path.of("unused"));
    CorpusCounts counts = new CorpusGenerator(config).writeTo(sink);
    assertThat(counts.papers()).isEqualTo(20_000);
    assertThat(sink.mostUnwritten).isLessThan(1 << 17);
    assertThat(sink.opened).isGreaterThan(200);
    assertThat(sink.closed).isEqualTo(sink.opened);
    assertThat(sink.mostOpen).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryPacking(Packing packing) {
    GeneratorConfig usual = MemorySink.eventful(60, 4, CorpusFormat.ARXIV_TSV);
    GeneratorConfig config =
        new GeneratorConfig(
            60, 4, CorpusFormat.ARXIV_TSV, Path.of("unused"), 7, 0, packing, 0.1, 0.05, 0.2);
    assertThat(corpus(MemorySink.of(config))).isEqualTo(corpus(MemorySink.of(usual)));
  }

  @Test
  void writesCorpusAndTruthAndNothingElse() throws IOException {
    Path out = directory.resolve("made/here");
    CorpusCounts counts =
        new CorpusGenerator(GeneratorConfig.of(30, 1, CorpusFormat.ARXIV_JSON, out)).generate();
    assertThat(counts.papers()).isEqualTo(30);
    assertThat(names(out)).containsExactlyInAnyOrder("corpus", "truth");
    assertThat(names(out.getParent())).containsExactly("here");
    assertThat(names(out.resolve("truth"))).containsExactlyInAnyOrder("papers.jsonl", "truth.json");
  }

  @Test
  void refusesADirectoryThatIsNotEmpty() throws IOException {
    Files.writeString(directory.resolve("mine.txt"), "kept");
    GeneratorConfig config = GeneratorConfig.of(30, 1, CorpusFormat.ARXIV_JSON, directory);
    assertThatThrownBy(() -> new CorpusGenerator(config).generate())
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("--out")
        .hasMessageContaining("remove it or give another directory");
    assertThat(names(directory)).containsExactly("mine.txt");
  }

  @Test
  void leavesNothingBehindWhenWritingFails() throws IOException {
    Path out = directory.resolve("out");
    try (CorpusDirectory corpus = new CorpusDirectory(out)) {
      corpus.open("corpus/one.txt").close();
    }
    assertThat(names(directory)).isEmpty();
  }

  private static String papers(MemorySink sink) {
    return new String(sink.raw().get("truth/papers.jsonl"), StandardCharsets.UTF_8);
  }

  private static String corpus(MemorySink sink) {
    StringBuilder all = new StringBuilder();
    sink.unpacked()
        .forEach(
            (path, bytes) -> {
              if (path.startsWith("corpus/")) {
                all.append(new String(bytes, StandardCharsets.UTF_8));
              }
            });
    return all.toString();
  }

  private static List<String> names(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Throws away what it gets, and watches how the generator deals with its files. */
  private static final class CountingSink implements CorpusSink {
    int opened;
    int closed;
    int mostOpen;
    int mostUnwritten;

    @Override
    public OutputStream open(String path) {
      opened++;
      mostOpen = Math.max(mostOpen, opened - closed);
      return new OutputStream() {
        private boolean isClosed;

        @Override
        public void write(int b) {
          mostUnwritten = Math.max(mostUnwritten, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          // What comes at once was held in memory until now.
          mostUnwritten = Math.max(mostUnwritten, length);
        }

        @Override
        public void close() {
          if (!isClosed) {
            isClosed = true;
            closed++;
          }
        }
      };
    }
  }
}
