package org.almagest.topics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.almagest.stage.ContractRow;
import org.almagest.table.PaperVectors;
import org.apache.spark.sql.Row;

/** Rows of the paper_vectors table. */
final class TermVectors {
  private TermVectors() {}

  /**
   * The bag of words of a paper.
   *
   * @param counts of each term, by term id
   */
  static Row of(String paperId, int... counts) {
    int[] ids = IntStream.range(0, counts.length).filter(term -> counts[term] > 0).toArray();
    return ContractRow.of(PaperVectors.TABLE)
        .with(PaperVectors.PAPER_ID, paperId)
        .with(PaperVectors.TERM_IDS, Arrays.stream(ids).boxed().toArray())
        .with(PaperVectors.TERM_COUNTS, Arrays.stream(ids).mapToObj(term -> counts[term]).toArray())
        .with(PaperVectors.TOKEN_COUNT, (long) Arrays.stream(counts).sum())
        .build();
  }
}
