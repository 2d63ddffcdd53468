package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.almagest.stage.SparkSuite;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.almagest.warehouse.StagedSnapshot;
import org.almagest.warehouse.TablePass;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pass over all records, in one task and in several. */
@SuppressWarnings("serial") // see SparkSuite
class IngestPassIT extends SparkSuite {
  private static final long SEED = 5;
  private static final List<TableContract> TABLES = IngestPass.tables(true);

  @TempDir static Path directory;

  /** What a pass wrote: the rows of each table, and those of the references. */
  private Map<String, List<String>> written(List<IngestRecord> records, int tasks, boolean lists) {
    Map<String, List<String>> rows = new TreeMap<>();
    Warehouse warehouse = Warehouse.at(directory.toString(), new Configuration());
    try (StagedSnapshot staged = warehouse.stage("run", spark())) {
      TablePass pass = staged.pass(TABLES, IngestPass.REFERENCES, CitationJoin.REFERENCE);
      IngestPass.Outcome outcome =
          new IngestPass(
                  JavaSparkContext.fromSparkContext(spark().sparkContext())
                      .parallelizePairs(Records.encoded(records), 3),
                  tasks)
              .run(pass.tasks(), lists, totals -> {});
      pass.keep(outcome.files());
      for (TableContract table : TABLES) {
        rows.put(table.name(), sorted(staged.read(table)));
        assertThat(staged.table(table).orElseThrow().files()).hasSizeLessThanOrEqualTo(tasks);
        for (String file : staged.read(table).inputFiles()) {
          assertSorted(spark().read().parquet(file), table);
        }
      }
      rows.put(IngestPass.REFERENCES, sorted(pass.scratch(outcome.files())));
      ReadTotals totals = outcome.totals();
      rows.put(
          "totals",
          List.of(
              totals.records()
                  + " "
                  + totals.rejected()
                  + " "
                  + totals.listedReferences()
                  + " "
                  + totals.references()
                  + " "
                  + totals.referencesOfOthers()));
    }
    return rows;
  }

  private static void assertSorted(Dataset<Row> file, TableContract table) {
    Dataset<Row> keys =
        file.select(table.key().stream().map(TableColumn::col).toArray(Column[]::new));
    assertThat(keys.collectAsList())
        .as(table.name())
        .isEqualTo(keys.sort(table.sortOrder()).collectAsList());
  }

  private static List<IngestRecord> papersAndRejects() {
    Random random = new Random(SEED);
    List<IngestRecord> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(Records.random(random, i));
    }
    return records;
  }

  @Test
  void theTablesAreTheSameInOneTaskAndInSeveral() {
    List<IngestRecord> records = papersAndRejects();
    Map<String, List<String>> expected = written(records, 1, false);
    assertThat(expected.get("papers")).hasSizeGreaterThan(40);
    assertThat(expected.get("rejected_records")).hasSizeGreaterThan(5);
    assertThat(expected.get("authorships")).hasSizeGreaterThan(40);
    assertThat(expected.get(IngestPass.REFERENCES)).hasSizeGreaterThan(20);
    Collections.shuffle(records, new Random(SEED));
    assertThat(written(records, 5, false)).isEqualTo(expected);
  }

  @Test
  void inAFirstSnapshotEveryPaperIsAdded() {
    assertThat(written(List.of(Records.of("W1", "a", 1, p -> p)), 2, false).get("changes"))
        .containsExactly("[openalex:W1,added,ArraySeq()]");
  }

  @Test
  void listsOfReferencesAreJoinedWhetherTheyWereExpectedOrNot() {
    List<IngestRecord> records = papersAndRejects();
    for (int i = 0; i < 20; i++) {
      String doi = "10.1/" + i % 15;
      records.add(Records.of("W" + i, "dois", i, p -> p.doi(Optional.of(doi))));
      for (int cited : new int[] {0, 7, 7, 19}) {
        String id = cited == 19 ? "doi:10.1/" + i : "openalex:W" + (i + cited);
        records.add(Records.reference("openalex:W" + 3 * i, id, "list", 10L * i + cited));
      }
    }
    Map<String, List<String>> expected = written(records, 1, true);
    assertThat(expected.get(IngestPass.REFERENCES)).hasSizeGreaterThan(60);
    Collections.shuffle(records, new Random(SEED));
    assertThat(written(records, 5, true)).isEqualTo(expected);
    assertThat(written(records, 5, false)).isEqualTo(expected);
  }
}
