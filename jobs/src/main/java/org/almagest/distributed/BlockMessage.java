package org.almagest.distributed;

import java.io.Serializable;

/** What one block tells another. */
final class BlockMessage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int[] AGREED = new int[0];

  private final int from;
  private final int[] nodes;
  private final double[] values;

  /**
   * @param from the block that tells
   * @param nodes what it is about, where that is not agreed beforehand
   * @param values one for each node
   */
  BlockMessage(int from, int[] nodes, double[] values) {
    this.from = from;
    this.nodes = nodes;
    this.values = values;
  }

  int from() {
    return from;
  }

  int[] nodes() {
    return nodes;
  }

  double[] values() {
    return values;
  }

  /** Values of nodes that both blocks know. */
  static BlockMessage ofAgreed(int from, double[] values) {
    return new BlockMessage(from, AGREED, values);
  }
}
