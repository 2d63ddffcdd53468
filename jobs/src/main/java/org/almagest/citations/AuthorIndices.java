package org.almagest.citations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.almagest.citation.CitationIndices;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.Authorships;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** From citations of papers to indices of their authors. */
final class AuthorIndices {
  private static final String AUTHORS = "authors_of_paper";
  private static final String FIRST_YEAR = "first_year";

  private AuthorIndices() {}

  /**
   * The author_citation_metrics table. An author who stands on a paper twice has it once.
   *
   * @param cited papers with year and citations
   * @param latestYear of a paper
   */
  static Dataset<Row> of(Dataset<Row> cited, Dataset<Row> authorships, int latestYear) {
    String paper = Papers.PAPER_ID.name();
    Dataset<Row> members =
        authorships.select(Authorships.PAPER_ID.col(), Authorships.AUTHOR_ID.col()).distinct();
    Dataset<Row> teams = members.groupBy(paper).agg(count(lit(1)).cast("int").as(AUTHORS));
    return members
        .join(teams, paper)
        .join(cited.select(col(paper), Papers.YEAR.col(), PaperMetrics.CITATIONS.col()), paper)
        .groupBy(Authorships.AUTHOR_ID.col())
        .agg(
            min(Papers.YEAR.col()).as(FIRST_YEAR),
            collect_list(struct(PaperMetrics.CITATIONS.col(), col(AUTHORS))).as("papers"))
        .map(
            (MapFunction<Row, Row>) author -> indices(author, latestYear),
            Encoders.row(AuthorCitationMetrics.TABLE.schema()));
  }

  private static Row indices(Row author, int latestYear) {
    List<Row> papers = author.getList(2);
    CitationIndices indices =
        CitationIndices.of(
            papers.stream().mapToInt(paper -> paper.getInt(0)).toArray(),
            papers.stream().mapToInt(paper -> paper.getInt(1)).toArray());
    return RowFactory.create(
        author.getString(0),
        (long) indices.papers(),
        indices.citations(),
        indices.h(),
        indices.g(),
        indices.i10(),
        author.isNullAt(1) ? null : indices.mQuotient(author.getInt(1), latestYear),
        indices.fractionalH());
  }
}
