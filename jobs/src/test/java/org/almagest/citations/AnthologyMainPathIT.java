package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almagest.corpus.CorpusFile;
import org.almagest.corpus.ReadOptions;
import org.almagest.corpus.ReadResult;
import org.almagest.corpus.SharedData;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.Citations;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TopicMainPaths;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main path of the whole ACL Anthology Network. Skipped, with a word, where the corpus is not
 * beside the checkout.
 */
@SuppressWarnings("serial") // see SparkSuite
class AnthologyMainPathIT extends SparkSuite {
  @TempDir Path directory;

  private final Set<String> ids = new HashSet<>();
  private final List<Row> papers = new ArrayList<>();
  private final List<Row> citations = new ArrayList<>();
  private final List<Row> topics = new ArrayList<>();

  private void read(Path file) throws IOException {
    try (CorpusFile opened =
        CorpusFile.open(
            file.toString(),
            Files.newInputStream(file),
            Optional.empty(),
            ReadOptions.defaults())) {
      CorpusFile.Member member = opened.nextMember().orElseThrow();
      for (Optional<ReadResult> next = member.reader().next();
          next.isPresent();
          next = member.reader().next()) {
        add(next.get());
      }
    }
  }

  private void add(ReadResult result) {
    if (result instanceof ReadResult.Accepted accepted) {
      String id = accepted.paper().paperId();
      ids.add(id);
      papers.add(
          ContractRow.of(Papers.TABLE)
              .with(Papers.PAPER_ID, id)
              .with(Papers.YEAR, accepted.paper().year().orElseThrow())
              .build());
      topics.add(
          ContractRow.of(PaperTopics.TABLE)
              .with(PaperTopics.PAPER_ID, id)
              .with(PaperTopics.TOPIC_ID, 0)
              .with(PaperTopics.WEIGHT, 1.0)
              .build());
    } else if (result instanceof ReadResult.Reference reference) {
      citations.add(
          ContractRow.of(Citations.TABLE)
              .with(Citations.CITING_ID, reference.citing())
              .with(Citations.CITED_ID, reference.cited())
              .with(
                  Citations.RESOLVED,
                  ids.contains(reference.citing()) && ids.contains(reference.cited()))
              .build());
    }
  }

  /**
   * All papers as one topic: figures of a program in Python that finds circles by Kosaraju's
   * algorithm and counts paths in whole numbers of any length, 2.944586e18 of them in all.
   */
  @Test
  void isTheOneThatAnIndependentProgramFinds() throws IOException {
    Path folder = SharedData.require().resolve("data/aan");
    read(folder.resolve("acl-metadata.txt"));
    read(folder.resolve("acl.txt"));
    try (StageBench bench = new StageBench(directory.resolve("warehouse"), spark())) {
      bench.with(Papers.TABLE, dataset(Papers.TABLE, papers));
      bench.with(Citations.TABLE, dataset(Citations.TABLE, citations));
      bench.with(PaperTopics.TABLE, dataset(PaperTopics.TABLE, topics));

      assertThat(bench.run(new MainPathsJob()))
          .containsEntry("citations within a topic", 82_898L)
          .containsEntry("of these left out, as papers cite each other in a circle", 392L);

      Dataset<Row> path = bench.table(TopicMainPaths.TABLE);
      assertThat(path.count()).isEqualTo(80);
      assertStep(path, 1, "J79-1040", "J79-1005", 0.1434684769);
      assertStep(path, 37, "H94-1013", "H94-1011", 0.5894985840);
      assertStep(path, 47, "A00-2018", "W99-0623", 0.2601865773);
    }
  }

  private static void assertStep(
      Dataset<Row> path, int position, String citing, String cited, double weight) {
    Row step = path.where(TopicMainPaths.POSITION.col().equalTo(position)).head();
    assertThat(step.getString(2)).isEqualTo("acl:" + citing);
    assertThat(step.getString(3)).isEqualTo("acl:" + cited);
    assertThat(step.getDouble(5)).isCloseTo(weight, within(1e-9));
  }
}
