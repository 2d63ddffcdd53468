package org.almagest.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.Bursts;
import org.almagest.table.Citations;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Communities;
import org.almagest.table.CommunityTopics;
import org.almagest.table.PaperMetrics;
import org.almagest.table.PaperTerms;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableContract;
import org.almagest.table.TopicFacets;
import org.almagest.table.TopicPapers;
import org.almagest.table.TopicTrends;
import org.almagest.table.TopicWords;
import org.almagest.table.Topics;
import org.almagest.table.Trending;
import org.almagest.warehouse.DocumentSnapshot;
import org.apache.spark.sql.Row;

/** The report stage: the page that shows what the tables tell. */
public final class ReportJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "report";

  /** The page. */
  public static final String PAGE = "report/index.html";

  private final ReportConfig config;
  private final String version;

  /**
   * Checks its settings.
   *
   * @param version of this build, which the page names
   */
  public ReportJob(Settings settings, String version) {
    this.config = ReportConfig.from(settings);
    this.version = version;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of(Papers.TABLE);
  }

  @Override
  public List<TableContract> readsWhereThere() {
    return List.of(
        Authorships.TABLE,
        Citations.TABLE,
        RejectedRecords.TABLE,
        PaperTerms.TABLE,
        Topics.TABLE,
        TopicWords.TABLE,
        TopicTrends.TABLE,
        TopicFacets.TABLE,
        TopicPapers.TABLE,
        PaperTopics.TABLE,
        Authors.TABLE,
        CoauthorEdges.TABLE,
        AuthorMetrics.TABLE,
        Communities.TABLE,
        CommunityTopics.TABLE,
        PaperMetrics.TABLE,
        AuthorCitationMetrics.TABLE,
        Trending.TABLE,
        Bursts.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of();
  }

  @Override
  public List<String> documents() {
    return List.of(PAGE);
  }

  @Override
  public boolean runsAfterChecks() {
    return true;
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    ReportData data = read(context);
    context.step("writing " + PAGE);
    DocumentSnapshot page =
        context.snapshot().writeDocument(PAGE, new ReportPage(PageResources.load()).bytes(data));
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("bytes", page.bytes());
    figures.put("topics", data.topics() == null ? 0L : data.topics().list().size());
    figures.put("authors", data.people() == null ? 0L : data.people().network().names().size());
    figures.put("papers", (long) data.papers().list().size());
    return figures;
  }

  private ReportData read(StageContext context) {
    TopicFacts topics = new TopicFacts(context);
    List<Row> largest = topics.largest();
    List<TableContract> contracts =
        Stream.concat(reads().stream(), readsWhereThere().stream()).toList();
    return new ReportData(
        new CorpusFacts(context, contracts).read(version),
        largest.isEmpty() ? null : topics.read(largest),
        largest.isEmpty()
            ? null
            : new TrendFacts(context)
                .read(
                    largest.stream()
                        .map(row -> row.<Integer>getAs(Topics.TOPIC_ID.name()))
                        .toList()),
        present(context, AuthorMetrics.TABLE)
            .map(m -> new PeopleFacts(context, config).read())
            .orElse(null),
        new PaperFacts(context, config).read(),
        present(context, PaperTerms.TABLE).map(t -> new TermFacts(context).read()).orElse(null));
  }

  private static Optional<?> present(StageContext context, TableContract table) {
    return context.readWhereThere(table);
  }
}
