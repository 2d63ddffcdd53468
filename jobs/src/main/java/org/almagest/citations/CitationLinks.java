package org.almagest.citations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.stage.RowNumbers;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Papers and citations as numbers, ready to be computed. */
final class CitationLinks {
  /** Column of a paper's number. */
  static final String NODE = "node";

  /** Column of a paper's field: its first category. */
  static final String FIELD = "field";

  /** Column of the number of a cited work; null where it is no paper of the corpus. */
  static final String CITED = "cited";

  /** Column of the numbers of the papers that cite a work, each once, without the work itself. */
  static final String CITING = "citing";

  /** Column of how many of these share an author with it. */
  static final String SELF_CITATIONS = "of_its_authors";

  /** Column of whether a work is said to cite itself. */
  static final String CITES_ITSELF = "cites_itself";

  /** Whether a row of the citations table tells that a work cites itself. */
  static final Column TO_ITSELF = Citations.CITING_ID.col().equalTo(Citations.CITED_ID.col());

  private static final int MOST_PAPERS = Integer.MAX_VALUE - 8;

  private CitationLinks() {}

  /**
   * Refuses more papers than there are numbers.
   *
   * @throws AlmagestException (resources) for these
   */
  static void requireNumbers(long paperCount) {
    if (paperCount > MOST_PAPERS) {
      throw new AlmagestException(
          ExitCode.RESOURCES,
          String.format(
              "A citation graph of %,d papers is too large: the limit is %,d; leave the stage"
                  + " citations out.",
              paperCount, MOST_PAPERS));
    }
  }

  /**
   * Papers with year, field and number, by rising id, so that numbers do not depend on files or
   * partitions.
   */
  static Dataset<Row> numbered(Dataset<Row> papers) {
    Column field = coalesce(Papers.PRIMARY_CATEGORY.col(), get(Papers.CATEGORIES.col(), lit(0)));
    return RowNumbers.byRising(
        Papers.PAPER_ID,
        papers.select(Papers.PAPER_ID.col(), Papers.YEAR.col(), field.as(FIELD)),
        NODE);
  }

  /**
   * Each work that a paper of the corpus cites, in the corpus or not, with the papers that cite it.
   * A citation that is listed twice counts once.
   *
   * @param papers from {@link #numbered}
   */
  static Dataset<Row> citedWorks(Dataset<Row> papers, Dataset<Row> citations) {
    Column other = col(NODE);
    Column bySelf = coalesce(Citations.SELF_CITATION.col(), lit(false)).and(not(TO_ITSELF));
    Dataset<Row> works =
        citations
            .join(
                papers.select(Papers.PAPER_ID.col().as(Citations.CITING_ID.name()), other),
                Citations.CITING_ID.name())
            .groupBy(Citations.CITED_ID.col())
            .agg(
                collect_set(when(not(TO_ITSELF), other)).as(CITING),
                size(collect_set(when(bySelf, other))).as(SELF_CITATIONS),
                max(TO_ITSELF).as(CITES_ITSELF));
    return works
        .join(
            papers.select(Papers.PAPER_ID.col().as(Citations.CITED_ID.name()), other.as(CITED)),
            new String[] {Citations.CITED_ID.name()},
            "left")
        .select(col(CITED), col(CITING), col(SELF_CITATIONS), col(CITES_ITSELF));
  }
}
