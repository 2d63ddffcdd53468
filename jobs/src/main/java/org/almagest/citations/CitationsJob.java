package org.almagest.citations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.almagest.stage.StageContext;
import org.almagest.table.AuthorCitationMetrics;
import org.almagest.table.Authorships;
import org.almagest.table.BibliographicCoupling;
import org.almagest.table.Citations;
import org.almagest.table.Cocitation;
import org.almagest.table.PaperCitationYears;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The citations stage: each paper's place in the citation graph, the papers that share most with
 * it, and the indices of authors.
 */
public final class CitationsJob implements Stage {
  /** Name of the stage. */
  public static final String NAME = "citations";

  private final CitationsConfig config;

  /**
   * @throws org.almagest.fault.AlmagestException (usage) for a setting with a wrong value
   */
  public CitationsJob(Settings settings) {
    this.config = CitationsConfig.from(settings);
  }

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
    return List.of(
        PaperMetrics.TABLE,
        PaperCitationYears.TABLE,
        AuthorCitationMetrics.TABLE,
        BibliographicCoupling.TABLE,
        Cocitation.TABLE);
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> papers = context.read(Papers.TABLE);
    Dataset<Row> citations = context.read(Citations.TABLE);
    long paperCount = context.snapshot().rows(Papers.TABLE);
    CitationTransforms.requireFits(paperCount, context.snapshot().rows(Citations.TABLE));
    int latestYear = CitationTransforms.latestYear(papers);
    context.step("numbering papers");
    Dataset<Row> numbered =
        context.snapshot().writeScratch("numbered_papers", CitationLinks.numbered(papers));
    Dataset<Row> works =
        context
            .snapshot()
            .writeScratch("cited_works", CitationLinks.citedWorks(numbered, citations));
    context.step("computing the citation graph");
    Dataset<Row> measured =
        context
            .snapshot()
            .writeScratch(
                "measured_papers",
                CitationTransforms.measured(
                    numbered, works, (int) paperCount, new PaperMeasures(config, latestYear)));
    Dataset<Row> metrics = context.write(PaperMetrics.TABLE, CitationTransforms.metrics(measured));
    context.write(PaperCitationYears.TABLE, CitationTransforms.citationYears(measured));
    context.write(
        AuthorCitationMetrics.TABLE,
        AuthorIndices.of(measured, context.read(Authorships.TABLE), latestYear));
    context.write(
        BibliographicCoupling.TABLE,
        CouplingTransforms.bibliographic(numbered, works, (int) paperCount, config));
    context.write(
        Cocitation.TABLE, CouplingTransforms.cocitation(numbered, works, (int) paperCount, config));

    Map<String, Long> counts = new LinkedHashMap<>(CitationTransforms.figures(citations, metrics));
    counts.putAll(CouplingTransforms.figures(works, metrics, config.couplingMaxPapers()));
    return counts;
  }
}
