package org.almagest.distributed;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.almagest.graph.HubRows;
import scala.Tuple2;

/**
 * Sends the rows of a block to the blocks of its nodes' hubs, each row once to each, many rows in a
 * message: node, length, hubs. At most {@value #FULL} numbers and a row are held for each block.
 */
final class HubMessages implements Iterator<Tuple2<Integer, BlockMessage>> {
  private static final int FULL = 1 << 13;
  private static final double[] NONE = new double[0];

  private final int number;
  private final HubRows rows;
  private final BlockLayout layout;
  private final int[][] open;
  private final int[] used;
  private final Deque<Tuple2<Integer, BlockMessage>> ready = new ArrayDeque<>();
  private int node;
  private int flushed;

  HubMessages(int number, HubRows rows, BlockLayout layout) {
    this.number = number;
    this.rows = rows;
    this.layout = layout;
    this.open = new int[layout.blocks()][];
    this.used = new int[layout.blocks()];
  }

  private void add(int from, int[] row) {
    // With fewer than two hubs a node closes no triangle.
    if (row.length < 2) {
      return;
    }
    int last = -1;
    for (int hub : row) {
      int block = layout.blockOf(hub);
      if (block != last) {
        add(block, from, row);
        last = block;
      }
    }
  }

  private void add(int block, int from, int[] row) {
    int needed = used[block] + 2 + row.length;
    if (open[block] == null) {
      open[block] = new int[Math.max(64, needed)];
    } else if (open[block].length < needed) {
      open[block] = Arrays.copyOf(open[block], 2 * needed);
    }
    open[block][used[block]] = from;
    open[block][used[block] + 1] = row.length;
    System.arraycopy(row, 0, open[block], used[block] + 2, row.length);
    used[block] = needed;
    if (needed >= FULL) {
      flush(block);
    }
  }

  private void flush(int block) {
    if (used[block] > 0) {
      ready.add(
          new Tuple2<>(
              block, new BlockMessage(number, Arrays.copyOf(open[block], used[block]), NONE)));
      open[block] = null;
      used[block] = 0;
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && node < rows.nodes()) {
      add(layout.first(number) + node, rows.row(node));
      node++;
    }
    while (ready.isEmpty() && flushed < open.length) {
      flush(flushed++);
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, BlockMessage> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
