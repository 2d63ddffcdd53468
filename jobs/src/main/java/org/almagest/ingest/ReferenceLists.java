package org.almagest.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.almagest.corpus.WorkIds;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds references that come on their own to the papers they are of. A DOI stands for the paper that
 * has it, and for the one of the smallest id where several have.
 */
final class ReferenceLists {
  private static final String CITED = "cited";
  private static final String DOI = "cited_doi";
  private static final String NAMED_PAPER = "named_paper";
  private static final String LISTED_BY = "listed_by";
  private static final String LISTED = "listed";

  private ReferenceLists() {}

  /**
   * Merged records without references on their own. Those are at the end of their paper's list, by
   * rising id, each once and only where the paper's own record does not have it. Where the citing
   * work is no paper of the corpus, its references are one row, with the work's id as {@link
   * RecordSchema#MERGE_KEY} and {@link RecordSchema#CITING}, and nothing else.
   */
  static Dataset<Row> joined(Dataset<Row> merged) {
    Column key = col(RecordSchema.MERGE_KEY);
    Column references = col(RecordSchema.REFERENCES);
    Column onItsOwn = col(RecordSchema.CITING).isNotNull();
    Dataset<Row> others = merged.where(col(RecordSchema.CITING).isNull());
    Dataset<Row> papersOfDois =
        others
            .where(col("doi").isNotNull())
            .groupBy(concat(lit(WorkIds.DOI_PREFIX), col("doi")).as(DOI))
            .agg(min(key).as(NAMED_PAPER));
    Dataset<Row> pairs =
        merged
            .where(onItsOwn)
            .select(col(RecordSchema.CITING).as(LISTED_BY), get(references, lit(0)).as(CITED));
    Dataset<Row> lists =
        byPaper(byPaper(pairs, LISTED_BY, papersOfDois), CITED, papersOfDois)
            .groupBy(LISTED_BY)
            .agg(array_sort(collect_set(col(CITED))).as(LISTED));
    Column none = array().cast(merged.schema().apply(RecordSchema.REFERENCES).dataType());
    return others
        .join(lists, key.equalTo(col(LISTED_BY)), "full_outer")
        .withColumn(RecordSchema.CITING, when(key.isNull(), col(LISTED_BY)))
        .withColumn(
            RecordSchema.REFERENCES,
            when(col(LISTED).isNull(), references)
                .otherwise(array_distinct(concat(coalesce(references, none), col(LISTED)))))
        .withColumn(RecordSchema.MERGE_KEY, coalesce(key, col(LISTED_BY)))
        .drop(LISTED_BY, LISTED);
  }

  /** The pairs with the id of a paper in place of its DOI. */
  private static Dataset<Row> byPaper(Dataset<Row> pairs, String end, Dataset<Row> papersOfDois) {
    return pairs
        .join(papersOfDois, col(end).equalTo(col(DOI)), "left")
        .withColumn(end, coalesce(col(NAMED_PAPER), col(end)))
        .drop(DOI, NAMED_PAPER);
  }
}
