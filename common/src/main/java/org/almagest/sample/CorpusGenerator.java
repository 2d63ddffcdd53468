package org.almagest.sample;

import java.io.IOException;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;

/**
 * Generates a scholarly corpus with known truth: {@code OUT/corpus/} holds nothing but files of the
 * chosen format, {@code OUT/truth/} what reading and analysing them must give.
 *
 * <p>Papers are made one by one, each from the seed and its number alone; memory does not grow with
 * their count.
 */
public final class CorpusGenerator {
  private final GeneratorConfig config;

  public CorpusGenerator(GeneratorConfig config) {
    this.config = config;
  }

  /**
   * Writes the corpus. Nothing is left behind if that fails.
   *
   * @throws AlmagestException if the output directory is not empty or cannot be written
   */
  public CorpusCounts generate() {
    try (CorpusDirectory directory = new CorpusDirectory(config.out())) {
      CorpusCounts counts = writeTo(directory);
      directory.commit();
      return counts;
    } catch (IOException e) {
      throw new AlmagestException(
          ExitCode.RESOURCES,
          "writing the corpus to " + config.out() + " failed (" + e + "); check the disk's space.",
          e);
    }
  }

  /** Writes the corpus wherever the sink puts it. */
  CorpusCounts writeTo(CorpusSink sink) throws IOException {
    PlantedTopics topics = new PlantedTopics(config.topics());
    PlantedFaults faults = new PlantedFaults(config);
    PaperFactory factory = new PaperFactory(config, topics);
    CorpusTruth truth = new CorpusTruth(config, topics, sink);
    try (truth;
        CorpusWriter writer = writer(sink, topics, faults)) {
      for (long number = config.firstPaper(); number < config.endPaper(); number++) {
        SyntheticPaper paper = factory.paper(number);
        writer.paper(paper);
        truth.paper(paper, writer.visible(paper));
        if (faults.brokenRecordFollows(number)) {
          writer.broken(paper, faults.reason(number));
          truth.broken(faults.reason(number));
        }
        writeCopy(number - CorpusWriter.COPY_LAG, factory, faults, writer, truth);
      }
      long last = config.endPaper();
      for (long number = last - CorpusWriter.COPY_LAG; number < last; number++) {
        writeCopy(number, factory, faults, writer, truth);
      }
    }
    return truth.counts();
  }

  private void writeCopy(
      long number,
      PaperFactory factory,
      PlantedFaults faults,
      CorpusWriter writer,
      CorpusTruth truth)
      throws IOException {
    if (number >= config.firstPaper() && faults.comesTwice(number)) {
      SyntheticPaper paper = factory.paper(number);
      writer.copy(paper);
      truth.copy(writer.visible(paper));
    }
  }

  private CorpusWriter writer(CorpusSink sink, PlantedTopics topics, PlantedFaults faults)
      throws IOException {
    return switch (config.format()) {
      case DAILY_PAPERS -> new DailyPapersWriter(config, sink, faults);
      case ARXIV_TSV -> new ArxivTsvWriter(config, sink, topics, faults);
      case ARXIV_JSON -> new ArxivJsonWriter(config, sink, topics);
      case OPENALEX -> new OpenAlexWriter(config, sink, topics);
      case CITATION_EDGES -> new CitationEdgesWriter(config, sink);
      case AAN -> throw new IllegalStateException("the configuration refuses aan");
    };
  }
}
