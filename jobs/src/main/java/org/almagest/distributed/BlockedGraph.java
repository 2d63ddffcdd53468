package org.almagest.distributed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.almagest.distributed.ArcChunks.Chunk;
import org.almagest.distributed.ArcChunks.Direction;
import org.almagest.graph.GraphBlock;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * A graph in blocks that stay on the executors, as compressed rows on primitive arrays. In a round
 * of a computation each block is told the values of those nodes of other blocks that its arcs come
 * from, each once; a task holds the blocks of its partition and what these are told.
 *
 * <p>Results are columns: for each block, one number for each of its nodes. They depend neither on
 * the order of the edges nor on partitions or executors.
 */
public final class BlockedGraph implements AutoCloseable {
  /** The column of a node's number in {@link #table}. */
  public static final String NODE = "node";

  /** The ends of more edges do not fit into one array, so that no task can hold such a graph. */
  public static final int MOST_LOCAL_EDGES = 1_000_000_000;

  private final SparkSession spark;
  private final BlockLayout layout;
  private final Partitioner partitioner;
  private final Scratch scratch;
  private final JavaPairRDD<Integer, PlacedBlock> blocks;
  private final List<Runnable> releases = new ArrayList<>();

  /** Where rows are kept that the run reads again, and that go with it. */
  public interface Scratch {
    /**
     * Writes rows.
     *
     * @param name unique within the run
     * @return the rows, read back
     */
    Dataset<Row> write(String name, Dataset<Row> rows);
  }

  private BlockedGraph(
      Dataset<Row> edges, BlockLayout layout, long arcs, Direction direction, Scratch scratch) {
    this.spark = edges.sparkSession();
    this.layout = layout;
    this.scratch = scratch;
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.partitioner = layout.partitioner(context.defaultParallelism(), arcs);
    Partitioner where = partitioner;
    // Blocks without arcs have nodes, too.
    JavaPairRDD<Integer, Chunk> empty =
        context
            .parallelize(IntStream.range(0, layout.blocks()).boxed().toList(), 1)
            .mapToPair(block -> new Tuple2<>(block, new Chunk()));
    JavaPairRDD<Integer, GraphBlock> built =
        edges
            .javaRDD()
            .mapPartitionsToPair(rows -> new ArcChunks(rows, layout, direction))
            .union(empty)
            .partitionBy(partitioner)
            .mapPartitionsToPair(
                chunks -> {
                  Map<Integer, GraphBlock.Builder> builders = new TreeMap<>();
                  chunks.forEachRemaining(
                      chunk ->
                          chunk
                              ._2()
                              .addTo(
                                  builders.computeIfAbsent(
                                      chunk._1(),
                                      block ->
                                          new GraphBlock.Builder(
                                              layout.nodes(),
                                              layout.first(block),
                                              layout.size(block)))));
                  List<Tuple2<Integer, GraphBlock>> result = new ArrayList<>();
                  builders.forEach(
                      (block, builder) -> result.add(new Tuple2<>(block, builder.build())));
                  return result.iterator();
                },
                true)
            .persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Integer, BlockMessage> wanted =
        built.flatMapToPair(block -> PlacedBlock.wanted(block._1(), block._2(), layout).iterator());
    this.blocks =
        built
            .cogroup(wanted, where)
            .mapValues(both -> PlacedBlock.of(both._1().iterator().next(), both._2()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    blocks.count();
    built.unpersist(false);
  }

  /**
   * An undirected graph.
   *
   * @param edges two numbers of nodes and a weight, as int, int and double: in any order, an edge
   *     possibly more than once. It is read anew where an executor is lost
   * @param nodes number of nodes, isolated ones included; they are numbered from 0
   * @param edgeCount number of edges, more or less, from which that of blocks follows
   */
  public static BlockedGraph undirected(
      Dataset<Row> edges, int nodes, long edgeCount, Scratch scratch) {
    long arcs = Math.multiplyExact(2, edgeCount);
    return new BlockedGraph(
        edges, BlockLayout.of(nodes, arcs), arcs, Direction.UNDIRECTED, scratch);
  }

  /**
   * A directed graph; see {@link #undirected}.
   *
   * @param arcs from the first node to the second
   */
  public static BlockedGraph directed(
      Dataset<Row> arcs, int nodes, long arcCount, Scratch scratch) {
    return new BlockedGraph(
        arcs, BlockLayout.of(nodes, arcCount), arcCount, Direction.DIRECTED, scratch);
  }

  /** Number of nodes. */
  public int nodes() {
    return layout.nodes();
  }

  /** Number of arcs to each node; in an undirected graph, its degree. */
  public JavaPairRDD<Integer, double[]> degrees() {
    return blocks.mapValues(
        placed -> {
          double[] degrees = new double[placed.block().nodes()];
          Arrays.setAll(degrees, placed.block()::degree);
          return degrees;
        });
  }

  /** Sum of the weights of the arcs to each node; in an undirected graph, its strength. */
  public JavaPairRDD<Integer, double[]> strengths() {
    return blocks.mapValues(
        placed -> {
          double[] strengths = new double[placed.block().nodes()];
          Arrays.setAll(strengths, placed.block()::strength);
          return strengths;
        });
  }

  /** Sum of the weights of the arcs from each node. */
  public JavaPairRDD<Integer, double[]> outStrengths() {
    return blocks.mapValues(PlacedBlock::strengths);
  }

  /**
   * A column of what is known of nodes.
   *
   * @param values numbers of nodes and their values, as int and double: in any order, no node more
   *     than once. Those by rising number travel in the fewest pieces
   * @param otherwise the value of all other nodes
   */
  public JavaPairRDD<Integer, double[]> column(Dataset<Row> values, double otherwise) {
    BlockLayout cut = layout;
    JavaPairRDD<Integer, BlockMessage> sent =
        values.javaRDD().mapPartitionsToPair(rows -> new ValueMessages(rows, cut));
    return blocks
        .cogroup(sent, partitioner)
        .mapValues(
            both -> {
              GraphBlock block = both._1().iterator().next().block();
              double[] column = new double[block.nodes()];
              Arrays.fill(column, otherwise);
              for (BlockMessage message : both._2()) {
                for (int i = 0; i < message.nodes().length; i++) {
                  column[message.nodes()[i] - block.first()] = message.values()[i];
                }
              }
              return column;
            });
  }

  /**
   * Columns side by side.
   *
   * @param columns by name, in their order
   * @return a row for each node: its number, and a double for each column
   */
  public Dataset<Row> table(Map<String, JavaPairRDD<Integer, double[]>> columns) {
    JavaPairRDD<Integer, double[][]> all = blocks.mapValues(block -> new double[0][]);
    StructType schema = new StructType().add(NODE, DataTypes.IntegerType);
    for (Map.Entry<String, JavaPairRDD<Integer, double[]>> column : columns.entrySet()) {
      schema = schema.add(column.getKey(), DataTypes.DoubleType);
      all =
          all.join(column.getValue(), partitioner)
              .mapValues(
                  both -> {
                    double[][] more = Arrays.copyOf(both._1(), both._1().length + 1);
                    more[both._1().length] = both._2();
                    return more;
                  });
    }
    BlockLayout cut = layout;
    JavaRDD<Row> rows =
        all.flatMap(
            block ->
                IntStream.range(0, cut.size(block._1()))
                    .mapToObj(local -> row(cut.first(block._1()) + local, local, block._2()))
                    .iterator());
    return spark.createDataFrame(rows, schema);
  }

  private static Row row(int node, int local, double[][] columns) {
    Object[] values = new Object[columns.length + 1];
    values[0] = node;
    for (int column = 0; column < columns.length; column++) {
      values[column + 1] = columns[column][local];
    }
    return RowFactory.create(values);
  }

  JavaPairRDD<Integer, PlacedBlock> blocks() {
    return blocks;
  }

  BlockLayout layout() {
    return layout;
  }

  Partitioner partitioner() {
    return partitioner;
  }

  /** Rounds that begin with some state of each block. */
  Rounds rounds(String name, Function<PlacedBlock, NodeValues> start) {
    return rounds(name, blocks.mapValues(start));
  }

  /** Rounds that begin with some state of each block. */
  Rounds rounds(String name, JavaPairRDD<Integer, NodeValues> start) {
    Rounds rounds = new Rounds(this, scratch, name, start);
    releases.add(rounds::close);
    return rounds;
  }

  /** Keeps a column in memory until the graph is closed. */
  JavaPairRDD<Integer, double[]> kept(JavaPairRDD<Integer, double[]> column) {
    JavaPairRDD<Integer, double[]> kept = column.persist(StorageLevel.MEMORY_AND_DISK());
    releases.add(() -> kept.unpersist(false));
    return kept;
  }

  SparkSession spark() {
    return spark;
  }

  /** Gives all memory back. Columns that were not written cannot be read any more. */
  @Override
  public void close() {
    releases.forEach(Runnable::run);
    blocks.unpersist(false);
  }
}
