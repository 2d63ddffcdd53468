package org.almagest.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a graph, or a part of what is told of it, as one file. */
@FunctionalInterface
public interface GraphWriter {
  /** Writes it as it goes, in UTF-8, and leaves the stream open. */
  void write(GraphSelection graph, OutputStream out) throws IOException;
}
