package org.almagest.sample;

import java.io.IOException;
import java.io.OutputStream;

/** Where a generated corpus goes. */
interface CorpusSink {
  /** Starts a file; the path is relative, with {@code /} between its parts. */
  OutputStream open(String path) throws IOException;
}
