package org.almagest.distributed;

import java.io.Serializable;
import java.nio.ByteBuffer;

/** The state of a block between rounds. */
final class NodeValues implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] columns;
  private final double[] figures;

  /**
   * @param columns values of its nodes, one array for each thing that is known of them
   * @param figures what the driver is to know of the round, to be added up over blocks
   */
  NodeValues(double[][] columns, double[] figures) {
    this.columns = columns;
    this.figures = figures;
  }

  double[][] columns() {
    return columns;
  }

  double[] figures() {
    return figures;
  }

  static NodeValues of(double[]... columns) {
    return new NodeValues(columns, new double[0]);
  }

  double[] column(int index) {
    return columns[index];
  }

  /** The columns as bytes, one after the other. */
  byte[] toBytes() {
    int length = columns[0].length;
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * length * columns.length);
    for (double[] column : columns) {
      bytes.asDoubleBuffer().put(column);
      bytes.position(bytes.position() + Double.BYTES * length);
    }
    return bytes.array();
  }

  /** What {@link #toBytes} wrote. */
  static NodeValues ofBytes(byte[] bytes, int columnCount) {
    int length = bytes.length / Double.BYTES / columnCount;
    double[][] columns = new double[columnCount][length];
    ByteBuffer from = ByteBuffer.wrap(bytes);
    for (double[] column : columns) {
      from.asDoubleBuffer().get(column);
      from.position(from.position() + Double.BYTES * length);
    }
    return of(columns);
  }
}
