package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.almagest.stage.SparkSuite;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

@SuppressWarnings("serial") // see SparkSuite
class ReferenceListsIT extends SparkSuite {
  private static final long SEED = 11;

  /** Joined over the records in that many parts. */
  private List<IngestRecord> joined(List<IngestRecord> records, int tasks) {
    Partitioner partitioner = new HashPartitioner(tasks);
    JavaPairRDD<UTF8String, byte[]> sorted =
        JavaSparkContext.fromSparkContext(spark().sparkContext())
            .parallelizePairs(Records.encoded(records), 3)
            .repartitionAndSortWithinPartitions(partitioner, Comparator.naturalOrder());
    return sorted
        .zipPartitions(
            ReferenceLists.of(sorted, partitioner),
            (part, lists) ->
                Records.encoded(listed(new ListedReferences(new RecordMerge(part), lists)))
                    .iterator())
        .collect()
        .stream()
        .sorted(Comparator.comparing(Tuple2::_1))
        .map(pair -> RecordCodec.decode(pair._2()))
        .toList();
  }

  private static List<IngestRecord> listed(Iterator<IngestRecord> records) {
    List<IngestRecord> list = new ArrayList<>();
    records.forEachRemaining(list::add);
    return list;
  }

  private List<IngestRecord> joined(IngestRecord... records) {
    return joined(List.of(records), 2);
  }

  private static List<String> references(List<IngestRecord> joined) {
    return joined.stream()
        .map(
            record ->
                record.text(RecordField.MERGE_KEY)
                    + (record.isReference() ? " outside: " : ": ")
                    + Arrays.toString(record.texts(RecordField.REFERENCES)))
        .toList();
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
            "openalex:W1: [openalex:W9, openalex:W2, openalex:W5, openalex:W8]",
            "openalex:W2: [openalex:W9]",
            "openalex:W3: [openalex:W3]");
  }

  @Test
  void referencesOfWorksOutsideStayTogetherAndMakeNoPaper() {
    List<IngestRecord> joined =
        joined(
            Records.of("W1", "a", 1, p -> p.authors(Records.authors("Ann Lee"))),
            Records.reference("openalex:W7", "openalex:W8", "b", 1),
            Records.reference("openalex:W7", "openalex:W1", "b", 2),
            Records.reference("openalex:W7", "openalex:W7", "b", 3),
            Records.rejected("b", 4, "x"));
    assertThat(references(joined))
        .containsExactly(
            "openalex:W1: []",
            "openalex:W7 outside: [openalex:W1, openalex:W7, openalex:W8]",
            "reject b\u00000000000000000000004: []");
    assertThat(joined).filteredOn(IngestRecord::isPaper).hasSize(1);
    assertThat(joined).filteredOn(IngestRecord::isReject).hasSize(1);
    assertThat(IngestTables.references(joined.get(1)))
        .map(row -> Records.comparable(row, CitationJoin.REFERENCE))
        .containsExactly(
            "[openalex:W7,true,null,openalex:W1]",
            "[openalex:W7,true,null,openalex:W7]",
            "[openalex:W7,true,null,openalex:W8]");
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
            "doi:10.1/none outside: [openalex:W1]",
            "openalex:W1: [openalex:W2]",
            "openalex:W2: []",
            "openalex:W3: [doi:10.1/none]");
  }

  @Test
  void aPaperWithAddedReferencesHasTheContentHashOfOneThatHadThem() {
    List<IngestRecord> added =
        joined(
            Records.of("W1", "a", 1, p -> p.venue("v")),
            Records.reference("openalex:W1", "openalex:W2", "b", 1));
    IngestRecord had =
        Records.of("W1", "c", 1, p -> p.venue("v").references(List.of("openalex:W2")));
    assertThat(added).map(ContentHash::sha256).containsExactly(ContentHash.sha256(had));
  }

  @Test
  void theResultDependsNeitherOnTheOrderOfRowsNorOnPartitions() {
    Random random = new Random(SEED);
    List<IngestRecord> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String doi = "10.1/" + i % 15;
      records.add(Records.of("W" + i, "a", i, p -> p.doi(Optional.of(doi))));
    }
    for (int i = 0; i < 200; i++) {
      records.add(Records.reference(randomId(random), randomId(random), "b" + i % 3, i));
    }
    List<String> expected = references(joined(records, 1));
    for (int tasks : new int[] {2, 5}) {
      Collections.shuffle(records, random);
      assertThat(references(joined(records, tasks))).isEqualTo(expected);
    }
  }

  private static String randomId(Random random) {
    return random.nextBoolean()
        ? "openalex:W" + random.nextInt(30)
        : "doi:10.1/" + random.nextInt(20);
  }
}
