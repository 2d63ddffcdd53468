package org.almagest.topics;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.almagest.distributed.BlockPartitioner;
import org.almagest.table.PaperVectors;
import org.almagest.topic.HeldOutBlock;
import org.almagest.topic.TokenBlock;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/**
 * The papers of a corpus in blocks. Which block a paper is in follows from its id and the number of
 * papers, and never from the machine; how many blocks make a partition follows from the machine,
 * and changes nothing in the result.
 */
final class BlockedCorpus {
  /** So many topic counts stay in a processor's cache. */
  private static final int BLOCK_PAPERS = 4096;

  /** A task holds about so many tokens. */
  static final long PARTITION_TOKENS = 16_000_000;

  /** From so many papers on some are held out. */
  static final int HELD_OUT_PAPERS = 2_000;

  private static final double LARGEST_HELD_OUT_SHARE = 0.05;
  private static final int SHARES = 1_000_000;

  private static final long BLOCK_SALT = 1;
  private static final long HELD_OUT_SALT = 2;

  private final Dataset<Row> papers;
  private final int topicCount;
  private final int blocks;
  private final long tokens;
  private final String fingerprint;
  private final int heldOutShare;
  private final BlockPartitioner partitioner;

  /** A paper on its way into a block. */
  private static final class Paper implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long key;
    private final int[] termIds;
    private final int[] termCounts;

    Paper(long key, int[] termIds, int[] termCounts) {
      this.key = key;
      this.termIds = termIds;
      this.termCounts = termCounts;
    }
  }

  /**
   * @param vectors rows of the paper_vectors table
   * @param topicCount most topics that a paper may come to have
   * @param cores tasks that run at a time
   */
  BlockedCorpus(Dataset<Row> vectors, int topicCount, int cores) {
    this.topicCount = topicCount;
    papers = vectors.where(PaperVectors.TOKEN_COUNT.col().gt(0));
    Row size =
        papers
            .agg(
                functions.count(lit(1)),
                functions.coalesce(functions.sum(PaperVectors.TOKEN_COUNT.col()), lit(0L)),
                // Sums of decimals do not overflow and do not depend on the order.
                functions.sum(
                    xxhash64(
                            PaperVectors.PAPER_ID.col(),
                            PaperVectors.TERM_IDS.col(),
                            PaperVectors.TERM_COUNTS.col())
                        .cast("decimal(20,0)")))
            .head();
    fingerprint = size.toString();
    long paperCount = size.getLong(0);
    double share =
        paperCount < HELD_OUT_PAPERS
            ? 0 // Too few to tell anything, and each is needed.
            : Math.min(LARGEST_HELD_OUT_SHARE, (double) HELD_OUT_PAPERS / paperCount);
    heldOutShare = (int) (share * SHARES);
    blocks = blocks(paperCount);
    tokens = size.getLong(1);
    partitioner = new BlockPartitioner(partitions(paperCount, tokens, cores));
  }

  /** Number of blocks of so many papers. */
  static int blocks(long papers) {
    return (int) Math.max(1, (papers + BLOCK_PAPERS - 1) / BLOCK_PAPERS);
  }

  /** Number of tasks that the blocks are for. */
  static int partitions(long papers, long tokens, int cores) {
    return (int) Math.min(blocks(papers), Math.max(cores, tokens / PARTITION_TOKENS));
  }

  /** Whether some papers are held out. */
  boolean hasHeldOut() {
    return heldOutShare > 0;
  }

  /** Tokens of all papers. */
  long tokens() {
    return tokens;
  }

  /** Follows from the papers' terms, in whatever files they lie. */
  String fingerprint() {
    return fingerprint;
  }

  /** The blocks to train on, by number. */
  JavaPairRDD<Integer, TokenBlock> training() {
    int topics = topicCount;
    return grouped(isHeldOut().unary_$bang())
        .mapPartitionsToPair(
            rows -> {
              List<Tuple2<Integer, TokenBlock>> result = new ArrayList<>();
              byBlock(rows).forEach((number, all) -> result.add(block(number, all, topics)));
              return result.iterator();
            },
            true);
  }

  /**
   * Some of the blocks.
   *
   * @param halvings so often is their number halved; at least one is left
   */
  JavaPairRDD<Integer, TokenBlock> part(JavaPairRDD<Integer, TokenBlock> all, int halvings) {
    int end = Math.max(1, blocks >> halvings);
    return all.filter(block -> block._1() < end);
  }

  /** The papers that measure a model: those held out, or all in a corpus where none are. */
  JavaPairRDD<Integer, HeldOutBlock> judges() {
    int topics = topicCount;
    return grouped(hasHeldOut() ? isHeldOut() : lit(true))
        .mapPartitionsToPair(
            rows -> {
              List<Tuple2<Integer, HeldOutBlock>> result = new ArrayList<>();
              byBlock(rows)
                  .forEach(
                      (number, all) -> {
                        HeldOutBlock.Builder builder = new HeldOutBlock.Builder(topics);
                        all.forEach(p -> builder.add(p.key, p.termIds, p.termCounts));
                        result.add(new Tuple2<>(number, builder.build()));
                      });
              return result.iterator();
            },
            true);
  }

  /** Sends something that belongs to blocks to where the blocks are. */
  <T> JavaPairRDD<Integer, T> placed(JavaPairRDD<Integer, T> byBlock) {
    return byBlock.partitionBy(partitioner);
  }

  /** Which papers are held out. */
  Column isHeldOut() {
    return pmod(xxhash64(lit(HELD_OUT_SALT), PaperVectors.PAPER_ID.col()), lit((long) SHARES))
        .lt(heldOutShare);
  }

  private JavaPairRDD<Integer, Paper> grouped(Column which) {
    return papers
        .where(which)
        .select(
            pmod(xxhash64(lit(BLOCK_SALT), PaperVectors.PAPER_ID.col()), lit((long) blocks))
                .cast("int"),
            xxhash64(PaperVectors.PAPER_ID.col()),
            PaperVectors.TERM_IDS.col(),
            PaperVectors.TERM_COUNTS.col())
        .queryExecution()
        .toRdd() // Rows as Spark has them, whose numbers are not boxed.
        .toJavaRDD()
        .mapToPair(
            row ->
                new Tuple2<>(
                    row.getInt(0),
                    new Paper(
                        row.getLong(1),
                        row.getArray(2).toIntArray(),
                        row.getArray(3).toIntArray())))
        .partitionBy(partitioner);
  }

  static int[] ints(Row row, int column) {
    return row.<Integer>getList(column).stream().mapToInt(Integer::intValue).toArray();
  }

  private static Map<Integer, List<Paper>> byBlock(Iterator<Tuple2<Integer, Paper>> rows) {
    Map<Integer, List<Paper>> byBlock = new TreeMap<>();
    rows.forEachRemaining(
        row -> byBlock.computeIfAbsent(row._1(), block -> new ArrayList<>()).add(row._2()));
    // Rows come in any order.
    byBlock.values().forEach(all -> all.sort(Comparator.comparingLong(p -> p.key)));
    return byBlock;
  }

  private static Tuple2<Integer, TokenBlock> block(int number, List<Paper> papers, int topicCount) {
    TokenBlock.Builder builder = new TokenBlock.Builder(topicCount);
    papers.forEach(p -> builder.add(p.key, p.termIds, p.termCounts));
    return new Tuple2<>(number, builder.build());
  }
}
