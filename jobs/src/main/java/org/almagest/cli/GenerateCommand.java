package org.almagest.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.almagest.corpus.CorpusFormat;
import org.almagest.fault.AlmagestException;
import org.almagest.sample.CorpusCounts;
import org.almagest.sample.CorpusGenerator;
import org.almagest.sample.GeneratorConfig;
import org.almagest.sample.Packing;
import org.almagest.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate}: a corpus whose truth is known. */
@Command(
    name = "generate",
    sortOptions = false,
    description = {
      "Writes a corpus of invented papers with planted topics, research groups, trends, citations,"
          + " duplicates and bad records, and the truth about them beside it.",
      "The same options give the same bytes. It streams: memory does not grow with --papers."
    },
    footer = {
      "",
      "Example:",
      "  almagest generate --papers 20000 --seed 7 --format openalex --out planted",
      "  almagest run --input planted/corpus --warehouse warehouse --max-rejected 0.01"
    })
final class GenerateCommand implements Runnable {
  private final CommandContext context;

  @Option(names = "--papers", required = true, paramLabel = "N", description = "Distinct papers.")
  private long papers;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Draws the papers; 1 by default.")
  private long seed;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "NAME",
      description =
          "Format of the files: daily-papers, arxiv-tsv, arxiv-json, openalex, or citation-edges for"
              + " the references of the papers that the arXiv formats have.")
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Directory to make; it gets the folders corpus and truth.")
  private Path out;

  @Option(
      names = "--topics",
      paramLabel = "K",
      description = "Planted topics; ${DEFAULT-VALUE} by default.")
  private int topics = GeneratorConfig.DEFAULT_TOPICS;

  @Option(
      names = "--first-paper",
      paramLabel = "N",
      description =
          "Number of the first paper: disjoint ranges of one seed are parts of one corpus.")
  private long firstPaper;

  @Option(
      names = "--packing",
      paramLabel = "NAME",
      description = "plain, gzip, xz or zip; by default what is usual for the format.")
  private String packing;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      description = "Share of papers that come twice; ${DEFAULT-VALUE} by default.")
  private double duplicates = GeneratorConfig.DEFAULT_DUPLICATE_SHARE;

  @Option(
      names = "--bad-records",
      paramLabel = "SHARE",
      description = "Broken records for each paper; ${DEFAULT-VALUE} by default.")
  private double badRecords = GeneratorConfig.DEFAULT_BAD_RECORD_SHARE;

  @Option(
      names = "--name-variants",
      paramLabel = "SHARE",
      description =
          "Share of names spelled in another case, accents or spacing; ${DEFAULT-VALUE} by"
              + " default.")
  private double nameVariants = GeneratorConfig.DEFAULT_NAME_VARIANT_SHARE;

  GenerateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    CorpusFormat syntax = CorpusFormat.named(format).orElseThrow(this::unknownFormat);
    GeneratorConfig config =
        new GeneratorConfig(
            papers,
            seed,
            syntax,
            out,
            topics,
            firstPaper,
            packing == null
                ? Packing.usualFor(syntax)
                : Packing.named(packing).orElseThrow(this::unknownPacking),
            duplicates,
            badRecords,
            nameVariants);
    CorpusCounts counts = new CorpusGenerator(config).generate();
    context
        .printer()
        .println(
            PlainText.count(counts.records())
                + " records of "
                + PlainText.count(counts.papers())
                + " papers in "
                + out.resolve("corpus")
                + ", "
                + PlainText.count(counts.rejected())
                + " records to reject; the truth is in "
                + out.resolve("truth"));
  }

  private AlmagestException unknownFormat() {
    return AlmagestException.usage(
        "--format is '"
            + format
            + "', but it must be one of "
            + Arrays.stream(CorpusFormat.values())
                .filter(each -> each != CorpusFormat.AAN) // is read, but cannot be generated
                .map(CorpusFormat::label)
                .collect(Collectors.joining(", "))
            + ".");
  }

  private AlmagestException unknownPacking() {
    return AlmagestException.usage(
        "--packing is '"
            + packing
            + "', but it must be one of "
            + Arrays.stream(Packing.values()).map(Packing::label).collect(Collectors.joining(", "))
            + ".");
  }
}
