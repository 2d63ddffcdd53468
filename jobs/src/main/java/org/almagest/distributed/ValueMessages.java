package org.almagest.distributed;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Sends values to the blocks of their nodes. At most {@value #MOST} are held: a message ends where
 * the next value is of another block, so that nodes by rising number make few messages.
 */
final class ValueMessages implements Iterator<Tuple2<Integer, BlockMessage>> {
  private static final int MOST = 1 << 16;

  /** Nobody asks who sent a value that no block told. */
  private static final int NO_BLOCK = -1;

  private final Iterator<Row> rows;
  private final BlockLayout layout;
  private final int[] nodes = new int[MOST];
  private final double[] values = new double[MOST];
  private int held;

  ValueMessages(Iterator<Row> rows, BlockLayout layout) {
    this.rows = rows;
    this.layout = layout;
  }

  @Override
  public boolean hasNext() {
    return held > 0 || rows.hasNext();
  }

  @Override
  public Tuple2<Integer, BlockMessage> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (held == 0) {
      take(rows.next());
    }
    int block = layout.blockOf(nodes[0]);
    while (held < MOST && rows.hasNext()) {
      take(rows.next());
      if (layout.blockOf(nodes[held - 1]) != block) {
        return message(block, held - 1);
      }
    }
    return message(block, held);
  }

  private void take(Row row) {
    nodes[held] = row.getInt(0);
    values[held++] = row.getDouble(1);
  }

  /** The first values; one that may be left is held on. */
  private Tuple2<Integer, BlockMessage> message(int block, int length) {
    BlockMessage message =
        new BlockMessage(NO_BLOCK, Arrays.copyOf(nodes, length), Arrays.copyOf(values, length));
    if (length < held) {
      nodes[0] = nodes[length];
      values[0] = values[length];
    }
    held -= length;
    return new Tuple2<>(block, message);
  }
}
