package org.almagest.citations;

import java.util.List;
import java.util.Map;
import org.almagest.stage.ByteSize;
import org.almagest.stage.CorpusEstimate;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.Citations;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.almagest.table.TopicMainPaths;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The main-paths stage: the citations through which each topic came to be what it is. */
public final class MainPathsJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "main-paths";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of(Papers.TABLE, Citations.TABLE, PaperTopics.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(TopicMainPaths.TABLE);
  }

  @Override
  public List<String> memory(CorpusEstimate corpus, int cores) {
    return List.of(
        "a task holds the papers of one topic and the citations among them; all %,d papers and %,d"
                .formatted(corpus.papers(), corpus.references())
            + " references would take "
            + ByteSize.text(TopicNetwork.mostBytes(corpus.papers(), corpus.references())));
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    context.step("sorting papers into topics");
    Dataset<Row> placed =
        context
            .snapshot()
            .writeScratch(
                "placed_papers",
                MainPathTransforms.placed(
                    context.read(Papers.TABLE), context.read(PaperTopics.TABLE)));
    context.step("counting search paths");
    Dataset<Row> paths =
        context
            .snapshot()
            .writeScratch(
                "topic_paths", MainPathTransforms.paths(placed, context.read(Citations.TABLE)));
    context.write(TopicMainPaths.TABLE, MainPathTransforms.table(paths, placed));
    return MainPathTransforms.figures(paths);
  }
}
