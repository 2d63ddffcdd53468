package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.almagest.stage.SparkSuite;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // see SparkSuite
class ReferenceListsIT extends SparkSuite {
  private static final long SEED = 11;

  private Dataset<Row> joined(List<Row> records, int partitions, int tasks) {
    return ReferenceLists.joined(Records.merged(spark(), records, partitions, tasks));
  }

  private Dataset<Row> joined(Row... records) {
    return joined(List.of(records), 2, 2);
  }

  private static List<String> references(Dataset<Row> joined) {
    return sorted(
        joined.select(RecordSchema.MERGE_KEY, RecordSchema.CITING, RecordSchema.REFERENCES));
  }

  @Test
  void aPapersOwnReferencesComeFirstAndTheOthersOnceByRisingId() {
    assertThat(
            references(
                joined(
                    Records.of(
                        "W1", "a", 1, p -> p.references(List.of("openalex:W9", "openalex:W2"))),
                    Records.of("W2", "a", 2, p -> p.references(List.of("openalex:W9"))),
                    Records.of("W3", "a", 3, p -> p),
                    Records.reference("openalex:W1", "openalex:W8", "b", 1),
                    Records.reference("openalex:W1", "openalex:W2", "b", 2),
                    Records.reference("openalex:W1", "openalex:W5", "b", 3),
                    Records.reference("openalex:W1", "openalex:W5", "c", 1),
                    Records.reference("openalex:W3", "openalex:W3", "b", 4))))
        .containsExactly(
            "[openalex:W1,null,ArraySeq(openalex:W9, openalex:W2, openalex:W5, openalex:W8)]",
            "[openalex:W2,null,ArraySeq(openalex:W9)]",
            "[openalex:W3,null,ArraySeq(openalex:W3)]");
  }

  @Test
  void referencesOfWorksOutsideStayTogetherAndMakeNoPaper() {
    Dataset<Row> joined =
        joined(
            Records.of("W1", "a", 1, p -> p.authors(Records.authors("Ann Lee"))),
            Records.reference("openalex:W7", "openalex:W8", "b", 1),
            Records.reference("openalex:W7", "openalex:W1", "b", 2),
            Records.reference("openalex:W7", "openalex:W7", "b", 3),
            Records.rejected("b", 4, "x"));
    assertThat(references(joined))
        .containsExactly(
            "[openalex:W1,null,null]",
            "[openalex:W7,openalex:W7,ArraySeq(openalex:W1, openalex:W7, openalex:W8)]",
            "[reject b 4,null,null]");
    assertThat(sorted(IngestTables.papers(joined).select(Papers.PAPER_ID.col())))
        .containsExactly("[openalex:W1]");
    assertThat(IngestTables.authorships(joined).count()).isEqualTo(1);
    assertThat(IngestTables.rejected(joined).count()).isEqualTo(1);
    assertThat(sorted(IngestTables.citations(joined).select(Citations.TABLE.allColumns())))
        .containsExactly(
            "[openalex:W7,openalex:W1,false,null]",
            "[openalex:W7,openalex:W7,false,null]",
            "[openalex:W7,openalex:W8,false,null]");
  }

  @Test
  void aDoiStandsForThePaperThatHasItAndForTheFirstOfSeveral() {
    assertThat(
            references(
                joined(
                    Records.of("W1", "a", 1, p -> p.doi(Optional.of("10.1/one"))),
                    Records.of("W2", "a", 2, p -> p.doi(Optional.of("10.1/two"))),
                    Records.of("W3", "a", 3, p -> p.doi(Optional.of("10.1/two"))),
                    Records.reference("doi:10.1/one", "doi:10.1/two", "b", 1),
                    Records.reference("openalex:W1", "openalex:W2", "b", 2),
                    Records.reference("openalex:W3", "doi:10.1/none", "b", 3),
                    Records.reference("doi:10.1/none", "doi:10.1/one", "b", 4))))
        .containsExactly(
            "[doi:10.1/none,doi:10.1/none,ArraySeq(openalex:W1)]",
            "[openalex:W1,null,ArraySeq(openalex:W2)]",
            "[openalex:W2,null,null]",
            "[openalex:W3,null,ArraySeq(doi:10.1/none)]");
  }

  @Test
  void aPaperWithAddedReferencesHasTheContentHashOfOneThatHadThem() {
    Dataset<Row> added =
        joined(
            Records.of("W1", "a", 1, p -> p.venue("v")),
            Records.reference("openalex:W1", "openalex:W2", "b", 1));
    Dataset<Row> had =
        Records.merged(
            spark(),
            List.of(Records.of("W1", "c", 1, p -> p.venue("v").references(List.of("openalex:W2")))),
            1,
            1);
    assertThat(added.select(ContentHash.sha256()).head().getString(0))
        .isEqualTo(had.select(ContentHash.sha256()).head().getString(0));
  }

  @Test
  void theResultDependsNeitherOnTheOrderOfRowsNorOnPartitions() {
    Random random = new Random(SEED);
    List<Row> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String doi = "10.1/" + i % 15;
      records.add(Records.of("W" + i, "a", i, p -> p.doi(Optional.of(doi))));
    }
    for (int i = 0; i < 200; i++) {
      records.add(Records.reference(randomId(random), randomId(random), "b" + i % 3, i));
    }
    List<String> expected = references(joined(records, 1, 1));
    for (int partitions : new int[] {2, 5}) {
      Collections.shuffle(records, random);
      assertThat(references(joined(records, partitions, 7 - partitions))).isEqualTo(expected);
    }
  }

  private static String randomId(Random random) {
    return random.nextBoolean()
        ? "openalex:W" + random.nextInt(30)
        : "doi:10.1/" + random.nextInt(20);
  }
}
