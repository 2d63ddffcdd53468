package org.almagest.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.almagest.corpus.CorpusFormat;
import org.almagest.corpus.RejectReason;

/**
 * What was planted: a line for each paper as it goes by, counts, and the topics. Its size does not
 * grow with the corpus.
 */
final class CorpusTruth implements Closeable {
  private static final int TOP_TERMS = 10;

  private final GeneratorConfig config;
  private final PlantedTopics topics;
  private final CorpusSink sink;
  private final OutputStream lines;
  private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
  private final long[] papersOfYear = new long[PublicationCalendar.YEARS];
  private final long[] papersOfTopic;
  private long papers;
  private long records;
  private long duplicates;
  private long withoutYear;
  private long authorships;
  private long authorCountSum;
  private long references;
  private long resolvedReferences;

  CorpusTruth(GeneratorConfig config, PlantedTopics topics, CorpusSink sink) throws IOException {
    this.config = config;
    this.topics = topics;
    this.sink = sink;
    this.papersOfTopic = new long[topics.count()];
    this.lines = Packing.PLAIN.wrap(sink.open("truth/papers.jsonl"), "papers.jsonl");
  }

  /** Notes a paper, once. */
  void paper(SyntheticPaper paper, CorpusWriter.VisibleFacts visible) throws IOException {
    papers++;
    records += visible.records();
    papersOfTopic[paper.mainTopic()]++;
    if (visible.hasYear()) {
      papersOfYear[paper.date().getYear() - PublicationCalendar.FIRST_YEAR]++;
    } else {
      withoutYear++;
    }
    authorships += visible.hasAuthors() ? paper.authors().size() : 0;
    authorCountSum += visible.hasAuthorCount() ? paper.authors().size() : 0;
    references += paper.references().size();
    for (SyntheticPaper.Reference reference : paper.references()) {
      resolvedReferences += reference.inCorpus() ? 1 : 0;
    }
    lines.write(JsonRecord.line(json -> writePaper(json, paper, visible)));
  }

  /** Notes that a paper comes for the second time. */
  void copy(CorpusWriter.VisibleFacts visible) {
    duplicates += visible.records();
  }

  void broken(RejectReason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }

  CorpusCounts counts() {
    long broken = rejected.values().stream().mapToLong(Long::longValue).sum();
    return new CorpusCounts(
        records + duplicates + broken,
        papers,
        duplicates,
        broken,
        authorships,
        authorCountSum,
        references,
        resolvedReferences);
  }

  /** Ends the papers' lines and writes the summary. */
  @Override
  public void close() throws IOException {
    lines.close();
    DefaultPrettyPrinter pretty =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try (OutputStream out = Packing.PLAIN.wrap(sink.open("truth/truth.json"), "truth.json");
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(pretty);
      json.writeStartObject();
      writeConfig(json);
      writeCounts(json);
      json.writeArrayFieldStart("topics");
      for (PlantedTopic topic : topics.all()) {
        writeTopic(json, topic);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void writePaper(
      JsonGenerator json, SyntheticPaper paper, CorpusWriter.VisibleFacts visible)
      throws IOException {
    json.writeStringField("paper_id", visible.paperId());
    json.writeNumberField("main_topic", paper.mainTopic());
    json.writeObjectFieldStart("topics");
    for (SyntheticPaper.TopicWeight each : paper.topics()) {
      json.writeNumberField(Integer.toString(each.topic()), Math.round(each.weight() * 1e4) / 1e4);
    }
    json.writeEndObject();
    json.writeNumberField("group", paper.group());
    json.writeArrayFieldStart("authors");
    if (visible.hasAuthors()) {
      for (SyntheticPaper.Author author : paper.authors()) {
        json.writeString(author.name().full());
      }
    }
    json.writeEndArray();
    if (visible.hasAuthorCount()) {
      json.writeNumberField("author_count", paper.authors().size());
    } else {
      json.writeNullField("author_count");
    }
    if (visible.hasYear()) {
      json.writeNumberField("year", paper.date().getYear());
    } else {
      json.writeNullField("year");
    }
    json.writeArrayFieldStart("references");
    for (String reference : visible.references()) {
      json.writeString(reference);
    }
    json.writeEndArray();
    if (config.format() == CorpusFormat.OPENALEX) {
      writeHomes(json, paper);
    }
  }

  private static void writeHomes(JsonGenerator json, SyntheticPaper paper) throws IOException {
    json.writeArrayFieldStart("institutions");
    for (SyntheticPaper.Author author : paper.authors()) {
      json.writeStartArray();
      for (HomeInstitutions.Home home : HomeInstitutions.of(author.number())) {
        json.writeString(home.id());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("countries");
    for (SyntheticPaper.Author author : paper.authors()) {
      json.writeStartArray();
      for (String country : HomeInstitutions.countries(author.number())) {
        json.writeString(country);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeConfig(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("config");
    json.writeNumberField("papers", config.papers());
    json.writeNumberField("seed", config.seed());
    json.writeStringField("format", config.format().label());
    json.writeNumberField("topics", config.topics());
    json.writeNumberField("first_paper", config.firstPaper());
    json.writeStringField("packing", config.packing().label());
    json.writeNumberField("duplicate_share", config.duplicateShare());
    json.writeNumberField("bad_record_share", config.badRecordShare());
    json.writeNumberField("name_variant_share", config.nameVariantShare());
    json.writeEndObject();
  }

  private void writeCounts(JsonGenerator json) throws IOException {
    CorpusCounts counts = counts();
    json.writeNumberField("records", counts.records());
    json.writeNumberField("papers", counts.papers());
    json.writeNumberField("duplicates", counts.duplicates());
    json.writeNumberField("rejected", counts.rejected());
    json.writeObjectFieldStart("rejected_by_reason");
    for (Map.Entry<RejectReason, Long> entry : rejected.entrySet()) {
      json.writeNumberField(entry.getKey().label(), entry.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("authorships", counts.authorships());
    json.writeNumberField("author_count_sum", counts.authorCountSum());
    json.writeNumberField("references", counts.references());
    json.writeNumberField("resolved_references", counts.resolvedReferences());
    if (config.format() == CorpusFormat.DAILY_PAPERS) {
      json.writeNumberField("page_year", DailyPapersWriter.PAGE_YEAR);
    }
    json.writeObjectFieldStart("papers_per_year");
    for (int year = 0; year < papersOfYear.length; year++) {
      json.writeNumberField(
          Integer.toString(PublicationCalendar.FIRST_YEAR + year), papersOfYear[year]);
    }
    json.writeEndObject();
    json.writeNumberField("papers_without_year", withoutYear);
  }

  private void writeTopic(JsonGenerator json, PlantedTopic topic) throws IOException {
    json.writeStartObject();
    json.writeNumberField("topic", topic.id());
    json.writeStringField("name", topic.name());
    json.writeStringField("category", topic.category());
    json.writeStringField("trend", topic.trend().label());
    json.writeNumberField(
        "share_first_year", rounded(topics.share(topic.id(), PublicationCalendar.FIRST_YEAR)));
    json.writeNumberField(
        "share_last_year", rounded(topics.share(topic.id(), PublicationCalendar.LAST_YEAR)));
    json.writeNumberField("papers", papersOfTopic[topic.id()]);
    json.writeObjectFieldStart("top_terms");
    for (int rank = 0; rank < TOP_TERMS; rank++) {
      json.writeNumberField(topic.terms().get(rank), rounded(PlantedTopics.termProbability(rank)));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static double rounded(double probability) {
    return Math.round(probability * 1e4) / 1e4;
  }
}
