package org.almagest.citations;

import java.util.List;
import java.util.Map;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.PaperCitationYears;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The citations stage: each paper's place in the citation graph, and the indices of authors. */
public final class CitationsJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "citations";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TableContract> reads() {
    return List.of(Papers.TABLE, Authorships.TABLE, Citations.TABLE);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(PaperMetrics.TABLE, PaperCitationYears.TABLE, AuthorCitationMetrics.TABLE);
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> papers = context.read(Papers.TABLE);
    Dataset<Row> citations = context.read(Citations.TABLE);
    int latestYear = CitationTransforms.latestYear(papers);
    context.step("computing the citation graph");
    Dataset<Row> numbered =
        context.snapshot().writeScratch("numbered_papers", CitationTransforms.numbered(papers));
    Dataset<Row> measured =
        context
            .snapshot()
            .writeScratch(
                "measured_papers",
                CitationTransforms.measured(
                    numbered,
                    citations,
                    context.snapshot().rows(Papers.TABLE),
                    context.snapshot().rows(Citations.TABLE),
                    new PaperMeasures(latestYear)));
    context.write(PaperMetrics.TABLE, CitationTransforms.metrics(measured, citations));
    context.write(PaperCitationYears.TABLE, CitationTransforms.citationYears(measured));
    context.write(
        AuthorCitationMetrics.TABLE,
        AuthorIndices.of(measured, context.read(Authorships.TABLE), latestYear));
    return CitationTransforms.figures(citations);
  }
}
