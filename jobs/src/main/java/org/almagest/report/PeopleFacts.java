package org.almagest.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almagest.graph.ForceLayout;
import org.almagest.report.ReportData.Community;
import org.almagest.report.ReportData.Network;
import org.almagest.report.ReportData.People;
import org.almagest.report.ReportData.TopicPart;
import org.almagest.stage.StageContext;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Communities;
import org.almagest.table.CommunityTopics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Who works with whom: the main communities and the network of their leading authors. */
final class PeopleFacts {
  private static final int TOPICS_OF_COMMUNITY = 3;
  private static final int LABEL_BYTES = 100;
  private static final int NAME_BYTES = 60;
  private static final int PLACES = 1;

  private final StageContext context;
  private final NetworkChoice choice;

  PeopleFacts(StageContext context, ReportConfig config) {
    this.context = context;
    this.choice = new NetworkChoice(config.maxAuthors());
  }

  People read() {
    context.step("choosing authors");
    Dataset<Row> metrics = context.read(AuthorMetrics.TABLE);
    List<Row> largest =
        context
            .readWhereThere(Communities.TABLE)
            .map(NetworkChoice::largest)
            .orElseGet(() -> NetworkChoice.largestOfAuthors(metrics));
    List<Row> authors = authors(metrics, largest);
    List<Row> edges = edges(authors);
    context.step("laying out the network of authors");
    return new People(
        context.snapshot().rows(AuthorMetrics.TABLE),
        context.snapshot().rows(CoauthorEdges.TABLE),
        context.readWhereThere(Communities.TABLE).isPresent()
            ? context.snapshot().rows(Communities.TABLE)
            : largest.size(),
        communities(largest),
        network(authors, edges));
  }

  private List<Row> authors(Dataset<Row> metrics, List<Row> largest) {
    Dataset<Row> chosen =
        largest.isEmpty() ? choice.authors(metrics) : choice.authors(metrics, largest);
    Dataset<Row> named =
        context
            .read(Authors.TABLE)
            .select(Authors.AUTHOR_ID.col(), Authors.DISPLAY_NAME.col())
            .join(
                broadcast(
                    chosen.select(
                        AuthorMetrics.AUTHOR_ID.col(),
                        AuthorMetrics.COMMUNITY_ID.col(),
                        AuthorMetrics.PAPERS.col(),
                        AuthorMetrics.DEGREE.col(),
                        AuthorMetrics.PAGERANK.col())),
                Authors.AUTHOR_ID.name());
    List<Row> rows = new ArrayList<>(named.collectAsList());
    // Communities side by side: the layout begins in this order.
    rows.sort(
        Comparator.comparingInt(PeopleFacts::community)
            .thenComparing(row -> -row.<Double>getAs(AuthorMetrics.PAGERANK.name()))
            .thenComparing(row -> row.<String>getAs(Authors.AUTHOR_ID.name())));
    return rows;
  }

  private List<Row> edges(List<Row> authors) {
    return NetworkChoice.edges(context.read(CoauthorEdges.TABLE), ids(authors, "value"))
        .collectAsList();
  }

  /** Ids of authors, in a column of that name. */
  private Dataset<Row> ids(List<Row> authors, String column) {
    return context
        .spark()
        .createDataset(
            authors.stream().map(row -> row.<String>getAs(Authors.AUTHOR_ID.name())).toList(),
            Encoders.STRING())
        .toDF(column);
  }

  private Network network(List<Row> authors, List<Row> edges) {
    Map<String, Integer> all = places(authors);
    boolean[] isTied = new boolean[authors.size()];
    for (Row edge : edges) {
      isTied[all.get(edge.getString(0))] = true;
      isTied[all.get(edge.getString(1))] = true;
    }
    List<Row> nodes = new ArrayList<>();
    for (int i = 0; i < isTied.length; i++) {
      if (isTied[i]) {
        nodes.add(authors.get(i));
      }
    }
    Map<String, Integer> places = places(nodes);
    int[] ends = new int[2 * edges.size()];
    long[] weights = new long[edges.size()];
    for (int e = 0; e < weights.length; e++) {
      ends[2 * e] = places.get(edges.get(e).getString(0));
      ends[2 * e + 1] = places.get(edges.get(e).getString(1));
      weights[e] = edges.get(e).getLong(2);
    }
    ForceLayout layout =
        ForceLayout.of(nodes.size(), ends, Arrays.stream(weights).asDoubleStream().toArray());
    Map<String, Integer> hIndices = hIndices(nodes);
    return new Network(
        nodes.stream()
            .map(row -> ClippedText.of(row.getAs(Authors.DISPLAY_NAME.name()), NAME_BYTES))
            .toList(),
        rounded(layout.x()),
        rounded(layout.y()),
        nodes.stream().map(PeopleFacts::community).toList(),
        nodes.stream().map(row -> row.<Long>getAs(AuthorMetrics.PAPERS.name())).toList(),
        nodes.stream().map(row -> row.<Integer>getAs(AuthorMetrics.DEGREE.name())).toList(),
        nodes.stream()
            .map(row -> hIndices.getOrDefault(row.<String>getAs(Authors.AUTHOR_ID.name()), 0))
            .toList(),
        Arrays.stream(ends).boxed().toList(),
        Arrays.stream(weights).boxed().toList());
  }

  private Map<String, Integer> hIndices(List<Row> nodes) {
    Map<String, Integer> indices = new HashMap<>();
    context
        .readWhereThere(AuthorCitationMetrics.TABLE)
        .ifPresent(
            table ->
                table
                    .join(
                        broadcast(ids(nodes, AuthorCitationMetrics.AUTHOR_ID.name())),
                        AuthorCitationMetrics.AUTHOR_ID.name())
                    .select(
                        AuthorCitationMetrics.AUTHOR_ID.col(), AuthorCitationMetrics.H_INDEX.col())
                    .collectAsList()
                    .forEach(row -> indices.put(row.getString(0), row.getInt(1))));
    return indices;
  }

  private List<Community> communities(List<Row> largest) {
    if (context.readWhereThere(Communities.TABLE).isEmpty()) {
      return List.of();
    }
    Map<Integer, List<TopicPart>> topics = topics(largest);
    List<Community> communities = new ArrayList<>();
    for (Row row : largest) {
      int id = row.getAs(Communities.COMMUNITY_ID.name());
      communities.add(
          new Community(
              id,
              ClippedText.orNull(row.getAs(Communities.LABEL.name()), LABEL_BYTES),
              row.getAs(Communities.SIZE.name()),
              row.getAs(Communities.PAPERS.name()),
              row.getAs(Communities.FIRST_YEAR.name()),
              row.getAs(Communities.LAST_YEAR.name()),
              Figures.rounded(row.<Double>getAs(Communities.DENSITY.name())),
              row.<String>getList(row.fieldIndex(Communities.TOP_AUTHOR_NAMES.name())).stream()
                  .map(name -> ClippedText.of(name, NAME_BYTES))
                  .toList(),
              topics.getOrDefault(id, List.of())));
    }
    return communities;
  }

  private Map<Integer, List<TopicPart>> topics(List<Row> largest) {
    Map<Integer, List<TopicPart>> topics = new HashMap<>();
    Object[] ids =
        largest.stream().map(row -> row.<Integer>getAs(Communities.COMMUNITY_ID.name())).toArray();
    context
        .readWhereThere(CommunityTopics.TABLE)
        .filter(table -> ids.length > 0)
        .ifPresent(
            table ->
                table
                    .where(CommunityTopics.COMMUNITY_ID.col().isin(ids))
                    .orderBy(
                        col(CommunityTopics.SHARE_OF_COMMUNITY.name()).desc(),
                        CommunityTopics.TOPIC_ID.col())
                    .select(
                        CommunityTopics.COMMUNITY_ID.col(),
                        CommunityTopics.TOPIC_ID.col(),
                        CommunityTopics.SHARE_OF_COMMUNITY.col())
                    .collectAsList()
                    .forEach(row -> add(topics, row)));
    return topics;
  }

  private static void add(Map<Integer, List<TopicPart>> topics, Row row) {
    List<TopicPart> parts = topics.computeIfAbsent(row.getInt(0), id -> new ArrayList<>());
    if (parts.size() < TOPICS_OF_COMMUNITY) {
      parts.add(new TopicPart(row.getInt(1), Figures.rounded(row.getDouble(2))));
    }
  }

  private static Map<String, Integer> places(List<Row> authors) {
    Map<String, Integer> places = new HashMap<>();
    authors.forEach(row -> places.put(row.getAs(Authors.AUTHOR_ID.name()), places.size()));
    return places;
  }

  private static int community(Row author) {
    Integer community = author.getAs(AuthorMetrics.COMMUNITY_ID.name());
    return community == null ? -1 : community;
  }

  private static List<Double> rounded(double[] values) {
    return Arrays.stream(values).mapToObj(value -> Figures.places(value, PLACES)).toList();
  }
}
