package org.almagest.sample;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.almagest.corpus.RejectReason;

/** Writes papers in the syntax of one format. */
interface CorpusWriter extends Closeable {
  /** Writes a paper. */
  void paper(SyntheticPaper paper) throws IOException;

  /**
   * Writes a paper for the second time, {@link #COPY_LAG} papers after the first one: the same id,
   * but an older version, another page or another category, as the format has it.
   */
  void copy(SyntheticPaper paper) throws IOException;

  /** Writes a record that has to be rejected for that reason. */
  void broken(SyntheticPaper like, RejectReason reason) throws IOException;

  /** What a reader of the corpus can know of the paper. */
  VisibleFacts visible(SyntheticPaper paper);

  /** Papers between a paper and its copy. */
  int COPY_LAG = 90;

  /**
   * What a reader can know.
   *
   * @param paperId the id it has to give the paper
   * @param hasYear whether the corpus says when it appeared
   * @param hasAuthors whether the corpus names the authors
   * @param hasAuthorCount whether the corpus says how many authors there are
   * @param references the ids it has to give the works that the paper cites
   * @param records how many records tell of the paper
   */
  record VisibleFacts(
      String paperId,
      boolean hasYear,
      boolean hasAuthors,
      boolean hasAuthorCount,
      List<String> references,
      int records) {
    public VisibleFacts {
      references = List.copyOf(references);
    }

    /** Of a paper in one record without references. */
    VisibleFacts(String paperId, boolean hasYear, boolean hasAuthors, boolean hasAuthorCount) {
      this(paperId, hasYear, hasAuthors, hasAuthorCount, List.of(), 1);
    }
  }
}
