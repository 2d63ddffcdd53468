package org.almagest.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.report.ReportData.Paper;
import org.almagest.stage.StageContext;
import org.almagest.table.Authorships;
import org.almagest.table.PaperMetrics;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.Trending;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Papers worth a look: the first by citations, by expected attention, by score and by votes. */
final class PaperFacts {
  private static final int LISTS = 4;
  private static final int NAMES = 3;
  private static final int ID_BYTES = 80;
  private static final int TITLE_BYTES = 240;
  private static final int NAMES_BYTES = 160;
  private static final int CATEGORY_BYTES = 40;
  private static final String TRENDING_PERIOD = "month";
  private static final double ATTENTION_UNIT = 1e6;

  private final StageContext context;
  private final int eachList;
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<String, Double> trends = new HashMap<>();
  private Optional<String> trendingOf = Optional.empty();

  PaperFacts(StageContext context, ReportConfig config) {
    this.context = context;
    this.eachList = Math.max(1, config.maxPapers() / LISTS);
  }

  ReportData.Papers read() {
    context.step("choosing papers");
    context.readWhereThere(Trending.TABLE).ifPresent(this::addTrending);
    context.readWhereThere(PaperMetrics.TABLE).ifPresent(this::addCited);
    addPapers("voted", Papers.UPVOTES.name());
    if (lists.isEmpty()) {
      addPapers("recent", Papers.PUBLISHED_DATE.name());
    }
    List<String> names = List.copyOf(lists.keySet());
    Map<String, List<Integer>> placesOf = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      for (String id : lists.get(names.get(i))) {
        placesOf.computeIfAbsent(id, paper -> new ArrayList<>()).add(i);
      }
    }
    return new ReportData.Papers(
        context.snapshot().rows(Papers.TABLE), names, trendingOf.orElse(null), papers(placesOf));
  }

  private void addTrending(Dataset<Row> trending) {
    Dataset<Row> ofPeriod = trending.where(Trending.PERIOD.col().equalTo(TRENDING_PERIOD));
    Row latest = ofPeriod.agg(max(Trending.PERIOD_START.col())).first();
    if (latest.isNullAt(0)) {
      return;
    }
    List<String> ids = new ArrayList<>();
    for (Row row :
        ofPeriod
            .where(Trending.PERIOD_START.col().equalTo(latest.getDate(0)))
            .where(Trending.RANK.col().leq(eachList))
            .orderBy(Trending.RANK.col())
            .select(Trending.PAPER_ID.col(), Trending.SCORE.col())
            .collectAsList()) {
      ids.add(row.getString(0));
      trends.put(row.getString(0), Figures.rounded(row.getDouble(1)));
    }
    trendingOf = Optional.of(latest.getDate(0).toString().substring(0, "2026-01".length()));
    add("trending", ids);
  }

  private void addCited(Dataset<Row> metrics) {
    Dataset<Row> cited = metrics.where(PaperMetrics.CITATIONS.col().gt(0));
    add("cited", ids(cited, PaperMetrics.CITATIONS.name()));
    // Without any citation, all that is left of the rank is the papers' age.
    add(
        "ranked",
        lists.containsKey("cited") ? ids(metrics, PaperMetrics.ATTRANK.name()) : List.of());
  }

  private void addPapers(String list, String column) {
    add(list, ids(context.read(Papers.TABLE).where(col(column).isNotNull()), column));
  }

  private void add(String list, List<String> ids) {
    if (!ids.isEmpty()) {
      lists.put(list, ids);
    }
  }

  private List<String> ids(Dataset<Row> rows, String column) {
    return rows
        .orderBy(col(column).desc(), Papers.PAPER_ID.col())
        .select(Papers.PAPER_ID.col())
        .limit(eachList)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private List<Paper> papers(Map<String, List<Integer>> placesOf) {
    Dataset<Row> ids =
        context
            .spark()
            .createDataset(List.copyOf(placesOf.keySet()), Encoders.STRING())
            .toDF(Papers.PAPER_ID.name());
    Map<String, Row> rows = byId(context.read(Papers.TABLE), ids);
    Map<String, Row> metrics =
        context.readWhereThere(PaperMetrics.TABLE).map(table -> byId(table, ids)).orElse(Map.of());
    Map<String, String> authors = authors(ids);
    Map<String, Integer> topics = topics(ids);
    List<Paper> papers = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> entry : placesOf.entrySet()) {
      String id = entry.getKey();
      Row row = rows.get(id);
      Optional<Row> cited = Optional.ofNullable(metrics.get(id));
      papers.add(
          new Paper(
              ClippedText.of(id, ID_BYTES),
              ClippedText.of(row.getAs(Papers.TITLE.name()), TITLE_BYTES),
              ClippedText.of(authors.getOrDefault(id, ""), NAMES_BYTES),
              row.getAs(Papers.YEAR.name()),
              ClippedText.orNull(row.getAs(Papers.PRIMARY_CATEGORY.name()), CATEGORY_BYTES),
              topics.get(id),
              cited.map(m -> m.<Integer>getAs(PaperMetrics.CITATIONS.name())).orElse(null),
              cited
                  .map(m -> m.<Double>getAs(PaperMetrics.ATTRANK.name()))
                  .map(rank -> Figures.rounded(rank * ATTENTION_UNIT))
                  .orElse(null),
              cited
                  .map(m -> m.<Double>getAs(PaperMetrics.PERCENTILE.name()))
                  .map(percentile -> Figures.places(percentile, 1))
                  .orElse(null),
              trends.get(id),
              row.getAs(Papers.UPVOTES.name()),
              entry.getValue()));
    }
    return papers;
  }

  private static Map<String, Row> byId(Dataset<Row> table, Dataset<Row> ids) {
    Map<String, Row> rows = new HashMap<>();
    table
        .join(broadcast(ids), Papers.PAPER_ID.name())
        .drop(Papers.ABSTRACT.name())
        .collectAsList()
        .forEach(row -> rows.put(row.getAs(Papers.PAPER_ID.name()), row));
    return rows;
  }

  /** The first names, and how many more there are. */
  private Map<String, String> authors(Dataset<Row> ids) {
    Map<String, List<String>> names = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    context
        .readWhereThere(Authorships.TABLE)
        .ifPresent(
            table ->
                table
                    .join(broadcast(ids), Authorships.PAPER_ID.name())
                    .orderBy(Authorships.PAPER_ID.col(), Authorships.POSITION.col())
                    .where(Authorships.POSITION.col().leq(NAMES + 1))
                    .select(
                        Authorships.PAPER_ID.col(),
                        Authorships.RAW_NAME.col(),
                        Authorships.FRACTION.col())
                    .collectAsList()
                    .forEach(
                        row -> {
                          names
                              .computeIfAbsent(row.getString(0), id -> new ArrayList<>())
                              .add(row.getString(1));
                          counts.put(row.getString(0), (int) Math.round(1 / row.getDouble(2)));
                        }));
    Map<String, String> lines = new HashMap<>();
    names.forEach(
        (id, list) -> {
          int further = counts.get(id) - NAMES;
          String first = String.join(", ", list.subList(0, Math.min(NAMES, list.size())));
          lines.put(id, further > 0 ? first + " and " + further + " more" : first);
        });
    return lines;
  }

  /** The topic of greatest weight. */
  private Map<String, Integer> topics(Dataset<Row> ids) {
    Map<String, Integer> topics = new HashMap<>();
    context
        .readWhereThere(PaperTopics.TABLE)
        .ifPresent(
            table ->
                table
                    .join(broadcast(ids), PaperTopics.PAPER_ID.name())
                    .orderBy(PaperTopics.WEIGHT.col().desc(), PaperTopics.TOPIC_ID.col())
                    .select(PaperTopics.PAPER_ID.col(), PaperTopics.TOPIC_ID.col())
                    .collectAsList()
                    .forEach(row -> topics.putIfAbsent(row.getString(0), row.getInt(1))));
    return topics;
  }
}
