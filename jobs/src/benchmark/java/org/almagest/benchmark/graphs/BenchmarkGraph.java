package org.almagest.benchmark.graphs;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.almagest.graph.UndirectedGraph;

/**
 * An undirected graph as a list of edges, each once, in no particular order.
 *
 * <p>The arrays are for reading only.
 */
final class BenchmarkGraph implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int CHUNK = 1 << 16;

  private final int nodes;
  private final int[] from;
  private final int[] to;
  private final double[] weight;

  /**
   * @param weight of each edge; empty where all weigh 1
   */
  BenchmarkGraph(int nodes, int[] from, int[] to, double[] weight) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
    this.weight = weight;
  }

  int nodes() {
    return nodes;
  }

  int edges() {
    return from.length;
  }

  boolean weighted() {
    return weight.length > 0;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  double weight(int edge) {
    return weighted() ? weight[edge] : 1;
  }

  /** The graph as our kernels take it. */
  UndirectedGraph built(Weights weights) {
    boolean withWeights = weighted() && weights == Weights.KEPT;
    UndirectedGraph.Builder builder =
        withWeights ? UndirectedGraph.weighted(nodes) : UndirectedGraph.unweighted(nodes);
    for (int edge = 0; edge < from.length; edge++) {
      if (withWeights) {
        builder.add(from[edge], to[edge], weight[edge]);
      } else {
        builder.add(from[edge], to[edge]);
      }
    }
    return builder.build();
  }

  /** What becomes of weights. */
  enum Weights {
    KEPT,
    LEFT_OUT
  }

  /** Writes pairs of nodes as 32-bit numbers, and weights as doubles, the least byte first. */
  void write(Path edgeFile, Path weightFile) {
    try (WritableByteChannel edgeOut = created(edgeFile);
        WritableByteChannel weightOut = created(weightFile)) {
      ByteBuffer pairs = ByteBuffer.allocate(CHUNK * 8).order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer weights = ByteBuffer.allocate(CHUNK * 8).order(ByteOrder.LITTLE_ENDIAN);
      for (int edge = 0; edge < from.length; edge++) {
        pairs.putInt(from[edge]).putInt(to[edge]);
        if (weighted()) {
          weights.putDouble(weight[edge]);
        }
        if (!pairs.hasRemaining()) {
          flush(pairs, edgeOut);
          flush(weights, weightOut);
        }
      }
      flush(pairs, edgeOut);
      flush(weights, weightOut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WritableByteChannel created(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void flush(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    bytes.flip();
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    bytes.clear();
  }
}
