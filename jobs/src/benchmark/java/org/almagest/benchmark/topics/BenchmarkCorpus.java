package org.almagest.benchmark.topics;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Iterator;
import java.util.Optional;
import org.almagest.fault.AlmagestException;
import org.almagest.table.PaperVectors;
import org.almagest.table.TableContract;
import org.almagest.table.Vocabulary;
import org.almagest.topics.BenchmarkedTrainer;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The papers of a warehouse, the same for all trainers.
 *
 * <p>The papers that judge are those that our trainer would set aside from the whole corpus to
 * measure itself. It is given the whole corpus, so that what it learns from is exactly what all
 * others are given. A corpus that is too small for that loses one paper in {@value
 * #ONE_HELD_OUT_OF} to the judge, and our trainer does not see those either.
 *
 * @param vocabularySize all term ids are below it
 * @param training what everyone learns from
 * @param heldOut what the judge keeps
 * @param forOurs rows to give to our trainer
 * @param forSpark rows to give to other trainers on Spark
 */
record BenchmarkCorpus(
    int vocabularySize,
    Documents training,
    Documents heldOut,
    Dataset<Row> forOurs,
    Dataset<Row> forSpark) {
  private static final int ONE_HELD_OUT_OF = 20;
  private static final long HELD_OUT_SALT = 20;

  static BenchmarkCorpus read(Warehouse warehouse, SparkSession spark) {
    Dataset<Row> all =
        inMemory(
            table(warehouse, PaperVectors.TABLE, spark)
                .where(PaperVectors.TOKEN_COUNT.col().gt(0)));
    long vocabularySize = table(warehouse, Vocabulary.TABLE, spark).count();
    Optional<Column> setAside = BenchmarkedTrainer.setAside(all);
    Column heldOut = setAside.orElse(share(HELD_OUT_SALT, ONE_HELD_OUT_OF));
    Dataset<Row> forSpark = inMemory(all.where(not(heldOut)));
    return new BenchmarkCorpus(
        (int) vocabularySize,
        documents(forSpark),
        documents(all.where(heldOut)),
        setAside.isPresent() ? all : forSpark,
        forSpark);
  }

  /**
   * Requires that our trainer learns from as many tokens as the others.
   *
   * @throws IllegalStateException if it does not, and nothing can be compared
   */
  void requireSameForAll() {
    long ours = BenchmarkedTrainer.trainingTokens(forOurs);
    if (ours != training.tokens()) {
      throw new IllegalStateException(
          "our trainer learns from %,d tokens and the others from %,d"
              .formatted(ours, training.tokens()));
    }
  }

  /** Every second paper, more or less, of those to give to our trainer. */
  Dataset<Row> half() {
    return inMemory(forOurs.where(share(HELD_OUT_SALT + 1, 2)));
  }

  private static Column share(long salt, int oneOf) {
    return pmod(xxhash64(lit(salt), PaperVectors.PAPER_ID.col()), lit((long) oneOf)).equalTo(0L);
  }

  private static Dataset<Row> inMemory(Dataset<Row> rows) {
    Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.count();
    return kept;
  }

  private static Dataset<Row> table(
      Warehouse warehouse, TableContract contract, SparkSession spark) {
    Snapshot snapshot =
        warehouse
            .current()
            .orElseThrow(
                () ->
                    AlmagestException.usage("There is no warehouse at " + warehouse.root() + "."));
    String[] files =
        snapshot
            .table(contract.name())
            .map(table -> snapshot.files(table).toArray(String[]::new))
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "The warehouse "
                            + warehouse.root()
                            + " has no table "
                            + contract.name()
                            + "; run the stages ingest and terms on it first."));
    return spark.read().schema(contract.schema()).parquet(files);
  }

  /** Papers by id, so that what trains on them in this order always does so. */
  static Documents documents(Dataset<Row> vectors) {
    Documents documents = new Documents();
    Iterator<Row> rows =
        vectors
            .orderBy(PaperVectors.PAPER_ID.col())
            .select(PaperVectors.TERM_IDS.col(), PaperVectors.TERM_COUNTS.col())
            .toLocalIterator();
    rows.forEachRemaining(row -> documents.add(ints(row, 0), ints(row, 1)));
    return documents;
  }

  private static int[] ints(Row row, int column) {
    return row.<Integer>getList(column).stream().mapToInt(Integer::intValue).toArray();
  }
}
