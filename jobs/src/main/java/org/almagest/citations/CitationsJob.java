package org.almagest.citations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.graph.CoupledPapers;
import org.almagest.graph.Coupling;
import org.almagest.stage.ByteSize;
import org.almagest.stage.CorpusEstimate;
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
  public List<String> memory(CorpusEstimate corpus, int cores) {
    long papers = corpus.papers();
    long references = corpus.references();
    if (!config.isLocal(papers, references)) {
      return List.of(
          ("%,d references are more than %s = %,d: the citation graph is computed in blocks over"
                  + " all executors")
              .formatted(references, Setting.GRAPH_MAX_LOCAL_EDGES.key(), config.maxLocalEdges()));
    }
    // At most, each reference is one to another work outside the corpus.
    return List.of(
        "one task holds the graph, of about %,d papers and %,d citations, in %s or less"
            .formatted(
                papers,
                references,
                ByteSize.text(
                    Math.max(
                        CitationNetwork.mostBytes(papers, references),
                        CoupledPapers.mostBytes(papers + references, references)))));
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Map<String, Long> run(StageContext context) {
    Dataset<Row> papers = context.read(Papers.TABLE);
    Dataset<Row> citations = context.read(Citations.TABLE);
    CitationLinks.requireNumbers(context.snapshot().rows(Papers.TABLE));
    int latestYear = CitationTransforms.latestYear(papers);
    context.step("numbering papers");
    Dataset<Row> numbered =
        context.snapshot().writeScratch("numbered_papers", CitationLinks.numbered(papers));
    Dataset<Row> works =
        context
            .snapshot()
            .writeScratch("cited_works", CitationLinks.citedWorks(numbered, citations));
    CitationGraph graph = graph(context, numbered, works);
    Dataset<Row> measured =
        context
            .snapshot()
            .writeScratch(
                "measured_papers",
                numbered.join(
                    graph.measured(new PaperMeasures(config, latestYear)), CitationLinks.NODE));
    Dataset<Row> metrics = context.write(PaperMetrics.TABLE, CitationTransforms.metrics(measured));
    context.write(PaperCitationYears.TABLE, CitationTransforms.citationYears(measured));
    context.write(
        AuthorCitationMetrics.TABLE,
        AuthorIndices.of(measured, context.read(Authorships.TABLE), latestYear));
    context.write(
        BibliographicCoupling.TABLE,
        CouplingTransforms.bibliographic(numbered, graph.coupled(config, Coupling.BIBLIOGRAPHIC)));
    context.write(
        Cocitation.TABLE,
        CouplingTransforms.cocitation(numbered, graph.coupled(config, Coupling.CO_CITATION)));

    Map<String, Long> counts = new LinkedHashMap<>(CitationTransforms.figures(citations, metrics));
    counts.putAll(CouplingTransforms.figures(works, metrics, config.couplingMaxPapers()));
    return counts;
  }

  private CitationGraph graph(StageContext context, Dataset<Row> papers, Dataset<Row> works) {
    long paperCount = context.snapshot().rows(Papers.TABLE);
    long citationCount = context.snapshot().rows(Citations.TABLE);
    if (config.isLocal(paperCount, citationCount)) {
      context.step("computing the citation graph");
      return new GatheredGraph(papers, works, (int) paperCount);
    }
    context
        .steps()
        .warning(
            ("The citation graph has %,d citations, and %s is %,d: it is computed in blocks over all"
                    + " executors, with the same results.")
                .formatted(
                    citationCount, Setting.GRAPH_MAX_LOCAL_EDGES.key(), config.maxLocalEdges()));
    context.step("computing the citation graph in blocks");
    return new GraphInBlocks(papers, works, (int) paperCount, context.snapshot()::writeScratch);
  }
}
