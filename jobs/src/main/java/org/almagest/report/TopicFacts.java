package org.almagest.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almagest.report.ReportData.Example;
import org.almagest.report.ReportData.Facet;
import org.almagest.report.ReportData.Topic;
import org.almagest.report.ReportData.Weighted;
import org.almagest.report.ReportData.Word;
import org.almagest.stage.StageContext;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.ExactSum;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TopicFacets;
import org.almagest.table.TopicPapers;
import org.almagest.table.TopicWords;
import org.almagest.table.Topics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What each topic is about, and whose it is. */
final class TopicFacts {
  /** More do not fit on a map, either; the smallest are left out. */
  static final int MOST_TOPICS = 400;

  private static final int AUTHORS = 5;
  private static final int CATEGORIES = 5;
  private static final int EXAMPLES = 4;
  private static final int LABEL_BYTES = 100;
  private static final int NAME_BYTES = 60;
  private static final int TITLE_BYTES = 160;
  private static final String RANK = "place";
  private static final String WEIGHT = "author_weight";

  private final StageContext context;

  TopicFacts(StageContext context) {
    this.context = context;
  }

  /** The largest topics, the largest first; none without the stage topics. */
  List<Row> largest() {
    return context
        .readWhereThere(Topics.TABLE)
        .map(
            topics ->
                topics
                    .orderBy(Topics.TOKEN_SHARE.col().desc(), Topics.TOPIC_ID.col())
                    .limit(MOST_TOPICS)
                    .collectAsList())
        .orElse(List.of());
  }

  ReportData.Topics read(List<Row> topics) {
    context.step("choosing words, authors and papers of topics");
    Map<Integer, List<Word>> words =
        new TopicWordChoice(topics.size())
            .words(context.read(TopicWords.TABLE), context.read(Topics.TABLE));
    Map<Integer, List<Weighted>> authors = authors();
    Map<Integer, List<Facet>> categories = categories();
    Map<Integer, List<Example>> examples = examples();
    List<Topic> list = new ArrayList<>();
    for (Row row : topics) {
      int id = row.getAs(Topics.TOPIC_ID.name());
      list.add(
          new Topic(
              id,
              ClippedText.of(row.getAs(Topics.LABEL.name()), LABEL_BYTES),
              Figures.rounded(row.<Double>getAs(Topics.TOKEN_SHARE.name())),
              row.getAs(Topics.PAPER_COUNT.name()),
              rounded(row.getAs(Topics.COHERENCE_NPMI.name())),
              row.getAs(Topics.FLAG.name()),
              row.getAs(Topics.AREA_ID.name()),
              Figures.places(row.<Double>getAs(Topics.MAP_X.name()), 4),
              Figures.places(row.<Double>getAs(Topics.MAP_Y.name()), 4),
              rounded(row.getAs(Topics.GROWTH.name())),
              rounded(row.getAs(Topics.GROWTH_Q.name())),
              words.getOrDefault(id, List.of()),
              authors.getOrDefault(id, List.of()),
              categories.getOrDefault(id, List.of()),
              examples.getOrDefault(id, List.of())));
    }
    return new ReportData.Topics((int) context.snapshot().rows(Topics.TABLE), list);
  }

  /** Each author's shares of papers, times the topic's weight in them. */
  private Map<Integer, List<Weighted>> authors() {
    if (context.readWhereThere(Authors.TABLE).isEmpty()) {
      return Map.of();
    }
    Dataset<Row> leading =
        leadingAuthors(context.read(PaperTopics.TABLE), context.read(Authorships.TABLE));
    Dataset<Row> named =
        context.read(Authors.TABLE).join(broadcast(leading), Authors.AUTHOR_ID.name());
    Map<Integer, List<Weighted>> authors = new HashMap<>();
    for (Row row :
        named
            .orderBy(col(RANK))
            .select(PaperTopics.TOPIC_ID.col(), Authors.DISPLAY_NAME.col(), col(WEIGHT))
            .collectAsList()) {
      authors
          .computeIfAbsent(row.getInt(0), topic -> new ArrayList<>())
          .add(
              new Weighted(
                  ClippedText.of(row.getString(1), NAME_BYTES), Figures.rounded(row.getDouble(2))));
    }
    return authors;
  }

  static Dataset<Row> leadingAuthors(Dataset<Row> paperTopics, Dataset<Row> authorships) {
    Dataset<Row> weights =
        paperTopics
            .join(authorships, PaperTopics.PAPER_ID.name())
            .groupBy(PaperTopics.TOPIC_ID.col(), Authorships.AUTHOR_ID.col())
            .agg(
                ExactSum.of(PaperTopics.WEIGHT.col().multiply(Authorships.FRACTION.col()))
                    .as(WEIGHT));
    return weights
        .withColumn(
            RANK,
            row_number()
                .over(
                    Window.partitionBy(PaperTopics.TOPIC_ID.col())
                        .orderBy(col(WEIGHT).desc(), Authorships.AUTHOR_ID.col())))
        .where(col(RANK).leq(AUTHORS));
  }

  private Map<Integer, List<Facet>> categories() {
    Dataset<Row> ranked =
        context
            .read(TopicFacets.TABLE)
            .where(TopicFacets.FACET.col().equalTo("category"))
            .withColumn(
                RANK,
                row_number()
                    .over(
                        Window.partitionBy(TopicFacets.TOPIC_ID.col())
                            .orderBy(
                                TopicFacets.PAPER_WEIGHT.col().desc(), TopicFacets.VALUE.col())))
            .where(col(RANK).leq(CATEGORIES))
            .orderBy(col(RANK));
    Map<Integer, List<Facet>> categories = new HashMap<>();
    for (Row row : ranked.collectAsList()) {
      categories
          .computeIfAbsent(row.getAs(TopicFacets.TOPIC_ID.name()), topic -> new ArrayList<>())
          .add(
              new Facet(
                  ClippedText.of(row.getAs(TopicFacets.VALUE.name()), NAME_BYTES),
                  row.getAs(TopicFacets.PAPERS.name()),
                  Figures.rounded(row.<Double>getAs(TopicFacets.SHARE.name())),
                  Figures.rounded(row.<Double>getAs(TopicFacets.LIFT.name()))));
    }
    return categories;
  }

  private Map<Integer, List<Example>> examples() {
    Dataset<Row> best =
        context
            .read(TopicPapers.TABLE)
            .where(TopicPapers.RANK.col().leq(EXAMPLES))
            .select(
                TopicPapers.TOPIC_ID.col(),
                TopicPapers.RANK.col(),
                TopicPapers.PAPER_ID.col(),
                TopicPapers.WEIGHT.col());
    Map<Integer, List<Example>> examples = new HashMap<>();
    for (Row row :
        context
            .read(Papers.TABLE)
            .select(Papers.PAPER_ID.col(), Papers.TITLE.col(), Papers.YEAR.col())
            .join(broadcast(best), Papers.PAPER_ID.name())
            .orderBy(TopicPapers.TOPIC_ID.col(), TopicPapers.RANK.col())
            .collectAsList()) {
      examples
          .computeIfAbsent(row.getAs(TopicPapers.TOPIC_ID.name()), topic -> new ArrayList<>())
          .add(
              new Example(
                  ClippedText.of(row.getAs(Papers.PAPER_ID.name()), NAME_BYTES),
                  ClippedText.of(row.getAs(Papers.TITLE.name()), TITLE_BYTES),
                  row.getAs(Papers.YEAR.name()),
                  Figures.places(row.<Double>getAs(TopicPapers.WEIGHT.name()), 3)));
    }
    return examples;
  }

  private static Double rounded(Double value) {
    return value == null ? null : Double.valueOf(Figures.rounded(value));
  }
}
