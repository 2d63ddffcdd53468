package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.transform;

import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The tables of the ingest stage, from merged records. */
final class IngestTables {
  private static final Column ACCEPTED = col(RecordSchema.REJECT_REASON).isNull();
  private static final Column PAPER = ACCEPTED.and(col(RecordSchema.CITING).isNull());

  private IngestTables() {}

  static Dataset<Row> papers(Dataset<Row> merged) {
    return merged
        .where(PAPER)
        .withColumn(Papers.PAPER_ID.name(), col(RecordSchema.MERGE_KEY))
        .withColumn(Papers.CONTENT_HASH.name(), ContentHash.sha256())
        .withColumn(
            Papers.REFERENCE_COUNT.name(),
            coalesce(array_size(col(RecordSchema.REFERENCES)), lit(0)))
        .withColumn(Papers.CATEGORIES.name(), coalesce(Papers.CATEGORIES.col(), lit(new String[0])))
        .select(Papers.TABLE.allColumns());
  }

  static Dataset<Row> authorships(Dataset<Row> merged) {
    return merged
        .where(PAPER)
        .select(
            col(RecordSchema.MERGE_KEY),
            array_size(col(RecordSchema.AUTHORS)).as("authors_of_paper"),
            posexplode(col(RecordSchema.AUTHORS)))
        .select(
            Authorships.PAPER_ID.as(col(RecordSchema.MERGE_KEY)),
            Authorships.POSITION.as(col("pos").plus(1)),
            Authorships.AUTHOR_ID.as(col("col.author_id")),
            Authorships.RAW_NAME.as(col("col.raw_name")),
            Authorships.FRACTION.as(lit(1.0).divide(col("authors_of_paper"))),
            Authorships.AFFILIATION.as(col("col.affiliation")));
  }

  static Dataset<Row> affiliations(Dataset<Row> merged) {
    return merged
        .where(PAPER)
        .select(col(RecordSchema.MERGE_KEY), posexplode(col(RecordSchema.AUTHORS)))
        .select(
            Affiliations.PAPER_ID.as(col(RecordSchema.MERGE_KEY)),
            Affiliations.POSITION.as(col("pos").plus(1)),
            Affiliations.AUTHOR_ID.as(col("col.author_id")),
            posexplode(col("col.affiliations")))
        .select(
            Affiliations.PAPER_ID.col(),
            Affiliations.POSITION.col(),
            Affiliations.RANK.as(col("pos").plus(1)),
            Affiliations.AUTHOR_ID.col(),
            Affiliations.INSTITUTION_ID.as(col("col.institution_id")),
            Affiliations.INSTITUTION_NAME.as(col("col.institution_name")),
            Affiliations.COUNTRY_CODE.as(col("col.country_code")));
  }

  /**
   * References with whether they resolve within the corpus, and whether an author cites himself.
   *
   * @param merged without references on their own: see {@link ReferenceLists}
   */
  static Dataset<Row> citations(Dataset<Row> merged) {
    Column authorIds = transform(col(RecordSchema.AUTHORS), a -> a.getField("author_id"));
    Dataset<Row> papers =
        merged.where(PAPER).select(col(RecordSchema.MERGE_KEY), authorIds.as("author_ids"));
    Dataset<Row> references =
        merged
            .where(ACCEPTED.and(array_size(col(RecordSchema.REFERENCES)).gt(0)))
            .select(
                col(RecordSchema.MERGE_KEY).as("citing_id"),
                col(RecordSchema.CITING).as("citing_outside"),
                authorIds.as("citing_authors"),
                explode(col(RecordSchema.REFERENCES)).as("cited"));
    Column resolved = col(RecordSchema.MERGE_KEY).isNotNull().and(col("citing_outside").isNull());
    return references
        .join(papers, col("cited").equalTo(col(RecordSchema.MERGE_KEY)), "left")
        .select(
            Citations.CITING_ID.as(col("citing_id")),
            Citations.CITED_ID.as(col("cited")),
            Citations.RESOLVED.as(resolved),
            Citations.SELF_CITATION.as(
                functions.when(
                    resolved, functions.arrays_overlap(col("citing_authors"), col("author_ids")))));
  }

  static Dataset<Row> rejected(Dataset<Row> merged) {
    return merged
        .where(functions.not(ACCEPTED))
        .select(
            RejectedRecords.SOURCE_FILE.col(),
            RejectedRecords.SOURCE_POSITION.col(),
            RejectedRecords.REASON.as(col(RecordSchema.REJECT_REASON)),
            RejectedRecords.DETAIL.as(col(RecordSchema.REJECT_DETAIL)),
            RejectedRecords.RAW_BASE64.as(inOneLine(base64(col(RecordSchema.REJECT_RAW)))));
  }

  /** Spark breaks Base64 into lines of 76 characters, which strict decoders refuse. */
  private static Column inOneLine(Column base64) {
    return functions.replace(base64, lit("\r\n"), lit(""));
  }
}
