package org.almagest.coauthors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Authorships;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.Communities;
import org.almagest.table.CommunityPeriods;
import org.almagest.table.CommunityTopics;
import org.almagest.table.PaperTerms;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The communities stage: who forms a community of authors, and what they work on. */
public final class CommunitiesJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "communities";

  private final PeriodTransforms periods;

  /**
   * @throws org.almagest.fault.AlmagestException (usage) for a setting with a wrong value
   */
  public CommunitiesJob(Settings settings) {
    this.periods = new PeriodTransforms(CoauthorsConfig.periodYears(settings));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of(
        Papers.TABLE,
        Authors.TABLE,
        Authorships.TABLE,
        CoauthorEdges.TABLE,
        AuthorMetrics.TABLE,
        PaperTerms.TABLE,
        PaperTopics.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(Communities.TABLE, CommunityTopics.TABLE, CommunityPeriods.TABLE);
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    context.step("gathering communities");
    Dataset<Row> members =
        context
            .snapshot()
            .writeScratch(
                "community_members",
                CommunityTransforms.members(
                    context.read(AuthorMetrics.TABLE), context.read(Authors.TABLE)));
    Dataset<Row> parts =
        context
            .snapshot()
            .writeScratch(
                "community_parts",
                CommunityTransforms.parts(members, context.read(Authorships.TABLE)));
    Dataset<Row> topics =
        context.write(
            CommunityTopics.TABLE,
            CommunityTopicTransforms.topics(
                members,
                parts,
                context.read(Authorships.TABLE),
                context.read(Papers.TABLE),
                context.read(PaperTopics.TABLE)));
    context.write(
        Communities.TABLE,
        CommunityTransforms.communities(
            members,
            parts,
            context.read(CoauthorEdges.TABLE),
            context.read(Papers.TABLE),
            context.read(PaperTerms.TABLE),
            topics));
    context.write(
        CommunityPeriods.TABLE,
        periods.communities(
            members,
            CoauthorTransforms.withYears(
                context.read(Authorships.TABLE), context.read(Papers.TABLE))));

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("communities", context.snapshot().rows(Communities.TABLE));
    counts.put("authors in communities", members.count());
    return counts;
  }
}
