package org.almagest.distributed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.almagest.graph.BlockedCores;
import org.almagest.graph.HubRows;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Triangles of an undirected graph in blocks; see {@link HubRows}. Rows travel through a shuffle
 * and are not held: a task has the rows of its own blocks in memory, and its counts.
 */
public final class DistributedTriangles {
  private DistributedTriangles() {}

  /** The number of triangles through each node. */
  public static JavaPairRDD<Integer, double[]> of(BlockedGraph graph) {
    BlockLayout layout = graph.layout();
    Rounds degrees =
        graph.rounds("degrees", placed -> NodeValues.of(BlockedCores.degrees(placed.block())));
    JavaPairRDD<Integer, HubRows> hubs =
        degrees
            .exchanged(
                (placed, state) -> state.column(0),
                (placed, state, view) -> HubRows.of(placed.block(), view))
            .persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Integer, BlockMessage> rows =
        hubs.flatMapToPair(block -> new HubMessages(block._1(), block._2(), layout))
            .partitionBy(graph.partitioner());
    JavaPairRDD<Integer, BlockMessage> counts =
        hubs.zipPartitions(rows, (own, sent) -> new Closing(own, sent, layout))
            .mapToPair(pair -> pair)
            .partitionBy(graph.partitioner());
    JavaPairRDD<Integer, double[]> through =
        graph.kept(
            JavaPairRDD.fromJavaRDD(
                    hubs.zipPartitions(counts, (own, told) -> summed(own, told, layout)))
                .partitionBy(graph.partitioner()));
    through.count();
    hubs.unpersist(false);
    return through;
  }

  /** Closes the triangles of rows one message after the other. */
  private static final class Closing implements Iterator<Tuple2<Integer, BlockMessage>> {
    private final Map<Integer, HubRows> own = new HashMap<>();
    private final Iterator<Tuple2<Integer, BlockMessage>> sent;
    private final BlockLayout layout;
    private Iterator<Tuple2<Integer, BlockMessage>> found =
        List.<Tuple2<Integer, BlockMessage>>of().iterator();

    Closing(
        Iterator<Tuple2<Integer, HubRows>> own,
        Iterator<Tuple2<Integer, BlockMessage>> sent,
        BlockLayout layout) {
      own.forEachRemaining(block -> this.own.put(block._1(), block._2()));
      this.sent = sent;
      this.layout = layout;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && sent.hasNext()) {
        Tuple2<Integer, BlockMessage> message = sent.next();
        found = found(message._1(), message._2().nodes()).iterator();
      }
      return found.hasNext();
    }

    @Override
    public Tuple2<Integer, BlockMessage> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.next();
    }

    /** What a message's rows add to nodes, by the nodes' blocks. */
    private List<Tuple2<Integer, BlockMessage>> found(int block, int[] packed) {
      HubRows hubs = own.get(block);
      Map<Integer, Long> sums = new TreeMap<>();
      for (int at = 0; at < packed.length; ) {
        int[] row = Arrays.copyOfRange(packed, at + 2, at + 2 + packed[at + 1]);
        long[] counts = new long[row.length];
        long closed = hubs.close(row, counts);
        if (closed > 0) {
          sums.merge(packed[at], closed, Long::sum);
          for (int i = 0; i < row.length; i++) {
            if (counts[i] > 0) {
              sums.merge(row[i], counts[i], Long::sum);
            }
          }
        }
        at += 2 + row.length;
      }
      return messages(block, sums);
    }

    private List<Tuple2<Integer, BlockMessage>> messages(int from, Map<Integer, Long> sums) {
      int[] nodes = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
      double[] counts = sums.values().stream().mapToDouble(Long::doubleValue).toArray();
      List<Tuple2<Integer, BlockMessage>> messages = new ArrayList<>();
      for (int start = 0; start < nodes.length; ) {
        int owner = layout.blockOf(nodes[start]);
        int end = start;
        while (end < nodes.length && layout.blockOf(nodes[end]) == owner) {
          end++;
        }
        messages.add(
            new Tuple2<>(
                owner,
                new BlockMessage(
                    from,
                    Arrays.copyOfRange(nodes, start, end),
                    Arrays.copyOfRange(counts, start, end))));
        start = end;
      }
      return messages;
    }
  }

  /** Adds whole numbers, of which the order is of no matter. */
  private static Iterator<Tuple2<Integer, double[]>> summed(
      Iterator<Tuple2<Integer, HubRows>> own,
      Iterator<Tuple2<Integer, BlockMessage>> told,
      BlockLayout layout) {
    Map<Integer, double[]> sums = new TreeMap<>();
    own.forEachRemaining(block -> sums.put(block._1(), new double[block._2().nodes()]));
    told.forEachRemaining(
        message -> {
          double[] ofBlock = sums.get(message._1());
          int[] nodes = message._2().nodes();
          for (int i = 0; i < nodes.length; i++) {
            ofBlock[nodes[i] - layout.first(message._1())] += message._2().values()[i];
          }
        });
    return sums.entrySet().stream()
        .map(block -> new Tuple2<>(block.getKey(), block.getValue()))
        .iterator();
  }
}
