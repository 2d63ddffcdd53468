package org.almagest.ingest;

import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** References with whether they resolve within the corpus, and whether an author cites himself. */
final class CitationJoin {
  private static final Column CITING = col("citing_id");
  private static final Column OUTSIDE = col("citing_outside");
  private static final Column CITING_AUTHORS = col("citing_authors");
  private static final Column CITED = col("cited");

  /** One reference, as {@link IngestTables#references} has it. */
  static final StructType REFERENCE =
      DataTypes.createStructType(
          List.of(
              DataTypes.createStructField("citing_id", DataTypes.StringType, false),
              DataTypes.createStructField("citing_outside", DataTypes.BooleanType, false),
              DataTypes.createStructField(
                  "citing_authors", DataTypes.createArrayType(DataTypes.StringType, false), true),
              DataTypes.createStructField("cited", DataTypes.StringType, false)));

  private CitationJoin() {}

  /**
   * The rows of citations.
   *
   * @param references of {@link #REFERENCE}
   */
  static Dataset<Row> citations(
      Dataset<Row> references, Dataset<Row> papers, Dataset<Row> authorships) {
    Dataset<Row> authors =
        authorships
            .groupBy(Authorships.PAPER_ID.col().as("author_of"))
            .agg(collect_list(Authorships.AUTHOR_ID.col()).as("cited_authors"));
    // Both joins are by the cited work, so that references are shuffled once, and by no null. Only
    // papers have authors.
    Column resolved = Papers.PAPER_ID.col().isNotNull().and(not(OUTSIDE));
    return references
        .join(papers.select(Papers.PAPER_ID.col()), CITED.equalTo(Papers.PAPER_ID.col()), "left")
        .join(authors, CITED.equalTo(col("author_of")), "left")
        .select(
            Citations.CITING_ID.as(CITING),
            Citations.CITED_ID.as(CITED),
            Citations.RESOLVED.as(resolved),
            Citations.SELF_CITATION.as(
                when(resolved, arrays_overlap(CITING_AUTHORS, col("cited_authors")))));
  }
}
