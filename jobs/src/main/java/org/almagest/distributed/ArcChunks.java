package org.almagest.distributed;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.almagest.graph.GraphBlock;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Sends arcs to the blocks of the nodes they lead to, many at a time on primitive arrays: at most
 * {@value #CHUNK} for each block are held.
 */
final class ArcChunks implements Iterator<Tuple2<Integer, ArcChunks.Chunk>> {
  private static final int CHUNK = 2048;

  private final Iterator<Row> edges;
  private final BlockLayout layout;
  private final Direction direction;
  private final Chunk[] open;
  private final Deque<Tuple2<Integer, Chunk>> full = new ArrayDeque<>();
  private int flushed;

  /** What a row of two nodes and a weight is. */
  enum Direction {
    /** An arc from the first to the second. */
    DIRECTED,
    /** An arc each way. */
    UNDIRECTED
  }

  /** Arcs to nodes of one block. */
  static final class Chunk implements Serializable {
    private static final long serialVersionUID = 1L;

    private int[] ends = new int[32];
    private double[] weights = new double[16];
    private int size;

    private void add(int from, int to, double weight) {
      if (size == weights.length) {
        ends = Arrays.copyOf(ends, 4 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      ends[2 * size] = from;
      ends[2 * size + 1] = to;
      weights[size++] = weight;
    }

    void addTo(GraphBlock.Builder builder) {
      for (int i = 0; i < size; i++) {
        builder.add(ends[2 * i], ends[2 * i + 1], weights[i]);
      }
    }
  }

  ArcChunks(Iterator<Row> edges, BlockLayout layout, Direction direction) {
    this.edges = edges;
    this.layout = layout;
    this.direction = direction;
    this.open = new Chunk[layout.blocks()];
  }

  private void add(int from, int to, double weight) {
    int block = layout.blockOf(to);
    if (open[block] == null) {
      open[block] = new Chunk();
    }
    open[block].add(from, to, weight);
    if (open[block].size == CHUNK) {
      full.add(new Tuple2<>(block, open[block]));
      open[block] = null;
    }
  }

  @Override
  public boolean hasNext() {
    while (full.isEmpty() && edges.hasNext()) {
      Row edge = edges.next();
      add(edge.getInt(0), edge.getInt(1), edge.getDouble(2));
      if (direction == Direction.UNDIRECTED) {
        add(edge.getInt(1), edge.getInt(0), edge.getDouble(2));
      }
    }
    while (full.isEmpty() && flushed < open.length) {
      if (open[flushed] != null) {
        full.add(new Tuple2<>(flushed, open[flushed]));
      }
      flushed++;
    }
    return !full.isEmpty();
  }

  @Override
  public Tuple2<Integer, Chunk> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return full.remove();
  }
}
