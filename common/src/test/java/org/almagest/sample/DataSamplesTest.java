package org.almagest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.almagest.corpus.CorpusFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed samples are what the commands in their README give. */
class DataSamplesTest {
  private static final Path SAMPLES = Path.of("..", "data-samples");

  @ParameterizedTest
  @CsvSource({
    "DAILY_PAPERS, 0",
    "ARXIV_TSV, 200",
    "ARXIV_JSON, 400",
    "OPENALEX, 600",
    "CITATION_EDGES, 410",
  })
  void regeneratingGivesTheCommittedContent(CorpusFormat format, long firstPaper)
      throws IOException {
    Path committed = SAMPLES.resolve(format.label());
    Map<String, byte[]> generated = MemorySink.of(config(format, firstPaper, committed)).unpacked();
    assertThat(MemorySink.comparable(files(committed))).isEqualTo(MemorySink.comparable(generated));
  }

  /** The options in data-samples/README.md. */
  private static GeneratorConfig config(CorpusFormat format, long firstPaper, Path out) {
    return new GeneratorConfig(
        200,
        2026,
        format,
        out,
        GeneratorConfig.DEFAULT_TOPICS,
        firstPaper,
        Packing.usualFor(format),
        GeneratorConfig.DEFAULT_DUPLICATE_SHARE,
        0.01,
        GeneratorConfig.DEFAULT_NAME_VARIANT_SHARE);
  }

  private static Map<String, byte[]> files(Path directory) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        contents.put(path, MemorySink.unpack(path, Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
