package org.almagest.corpus;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads the records of one file or archive member, in order, holding no more than one record in
 * memory. A fault inside a record is a {@link ReadResult.Rejected}; a fault of the stream itself
 * (truncated, corrupt) is an {@link IOException}, after which the reader is finished.
 */
public interface CorpusReader {
  /** The next record's result, or empty at the end of the stream. */
  Optional<ReadResult> next() throws IOException;
}
