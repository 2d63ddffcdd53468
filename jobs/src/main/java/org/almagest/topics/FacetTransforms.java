package org.almagest.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.table.TopicFacets;
import org.almagest.table.TopicPapers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Who uses a topic: the papers, the categories and venues. */
final class FacetTransforms {
  private static final int REPRESENTATIVE_PAPERS = 10;
  private static final String TOTAL = "total";

  /** The column of {@link #papersWithTopics}. */
  static final String ALL_PAPERS = "all_papers";

  private FacetTransforms() {}

  /** The topic_papers table. */
  static Dataset<Row> representatives(Dataset<Row> paperTopics, Dataset<Row> vectors) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(PaperTopics.TOPIC_ID.col())
                    .orderBy(
                        PaperTopics.WEIGHT.col().desc(),
                        PaperVectors.TOKEN_COUNT.col().desc(),
                        PaperTopics.PAPER_ID.col()));
    return paperTopics
        .join(
            vectors.select(PaperVectors.PAPER_ID.col(), PaperVectors.TOKEN_COUNT.col()),
            PaperTopics.PAPER_ID.name())
        .withColumn(TopicPapers.RANK.name(), rank)
        .where(TopicPapers.RANK.col().leq(REPRESENTATIVE_PAPERS))
        .select(TopicPapers.TABLE.allColumns());
  }

  /** The topic_facets table: by category and by venue. */
  static Dataset<Row> facets(Dataset<Row> paperTopics, Dataset<Row> papers) {
    Dataset<Row> values =
        papers
            .select(
                Papers.PAPER_ID.col(),
                lit("category").as(TopicFacets.FACET.name()),
                explode(Papers.CATEGORIES.col()).as(TopicFacets.VALUE.name()))
            .unionByName(
                papers
                    .where(Papers.VENUE.col().isNotNull())
                    .select(
                        Papers.PAPER_ID.col(),
                        lit("venue").as(TopicFacets.FACET.name()),
                        Papers.VENUE.as(Papers.VENUE.col()).as(TopicFacets.VALUE.name())));
    Dataset<Row> used = paperTopics.join(values, PaperTopics.PAPER_ID.name());
    Dataset<Row> sizes =
        used.groupBy(TopicFacets.FACET.col(), TopicFacets.VALUE.col())
            .agg(countDistinct(PaperTopics.PAPER_ID.col()).as(TopicFacets.PAPERS.name()));
    Dataset<Row> overall =
        paperTopics
            .groupBy(PaperTopics.TOPIC_ID.col())
            .agg(ExactSum.of(PaperTopics.WEIGHT.col()).as(TOTAL))
            .crossJoin(papersWithTopics(paperTopics));
    Column share = TopicFacets.PAPER_WEIGHT.col().divide(TopicFacets.PAPERS.col());
    return used.groupBy(
            TopicFacets.TOPIC_ID.col(), TopicFacets.FACET.col(), TopicFacets.VALUE.col())
        .agg(ExactSum.of(PaperTopics.WEIGHT.col()).as(TopicFacets.PAPER_WEIGHT.name()))
        .join(sizes, new String[] {TopicFacets.FACET.name(), TopicFacets.VALUE.name()})
        .join(overall, TopicFacets.TOPIC_ID.name())
        .select(
            TopicFacets.TOPIC_ID.col(),
            TopicFacets.FACET.col(),
            TopicFacets.VALUE.col(),
            TopicFacets.PAPERS.col(),
            TopicFacets.PAPER_WEIGHT.col(),
            TopicFacets.SHARE.as(share),
            TopicFacets.LIFT.as(share.divide(col(TOTAL).divide(col(ALL_PAPERS)))));
  }

  /** The number of papers that have topics, in one row. */
  static Dataset<Row> papersWithTopics(Dataset<Row> paperTopics) {
    return paperTopics.agg(countDistinct(PaperTopics.PAPER_ID.col()).as(ALL_PAPERS));
  }
}
