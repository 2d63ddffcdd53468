package org.almagest.distributed;

import java.io.Serializable;
import org.apache.spark.Partitioner;

/**
 * How the nodes of a graph are cut into blocks: ranges of numbers of the same length. It follows
 * from the graph and never from the machine. How many blocks make a partition may follow from the
 * machine, and changes nothing in a result.
 *
 * @param nodes of the graph
 * @param nodesPerBlock of all blocks but the last, which may be shorter
 */
record BlockLayout(int nodes, int nodesPerBlock) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A block has about so many arcs, which take some 20 bytes each. */
  private static final long BLOCK_ARCS = 4_000_000;

  /** Smaller graphs, too, have as many blocks, unless these were smaller still. */
  private static final int FEWEST_BLOCKS = 16;

  private static final int SMALL_BLOCK_NODES = 64;

  /** The layout for a graph of so many arcs, of which an undirected edge is two. */
  static BlockLayout of(int nodes, long arcs) {
    long small = Math.min(FEWEST_BLOCKS, (nodes + SMALL_BLOCK_NODES - 1L) / SMALL_BLOCK_NODES);
    long blocks = Math.max(1, Math.max(small, (arcs + BLOCK_ARCS - 1) / BLOCK_ARCS));
    return new BlockLayout(nodes, (int) Math.max(1, (nodes + blocks - 1) / blocks));
  }

  /** Number of blocks, at least 1. */
  int blocks() {
    return Math.max(1, (int) (((long) nodes + nodesPerBlock - 1) / nodesPerBlock));
  }

  /** The block of a node. */
  int blockOf(int node) {
    return node / nodesPerBlock;
  }

  /** First node of a block. */
  int first(int block) {
    return block * nodesPerBlock;
  }

  /** Number of nodes of a block. */
  int size(int block) {
    return Math.min(nodesPerBlock, nodes - first(block));
  }

  /**
   * Where blocks lie.
   *
   * @param cores tasks that run at a time
   */
  Partitioner partitioner(int cores, long arcs) {
    long partitions = Math.max(cores, arcs / BLOCK_ARCS);
    return new BlockPartitioner((int) Math.min(blocks(), Math.max(1, partitions)));
  }
}
