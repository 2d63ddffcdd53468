package org.almagest.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.almagest.corpus.PaperSource;
import org.almagest.corpus.RejectReason;

/**
 * OpenAlex works: JSON lines, {@value #WORKS_PER_FILE} papers a file. A paper that comes twice has
 * an older record with an earlier {@code updated_date} and a shorter abstract.
 */
final class OpenAlexWriter implements CorpusWriter {
  static final int WORKS_PER_FILE = 100_000;
  private static final String SITE = "https://openalex.org/";
  private static final long FIRST_WORK = 4_100_000_000L;
  private static final long FIRST_BROKEN_WORK = 6_000_000_000L;
  private static final long FIRST_OUTSIDE_WORK = 8_000_000_000L;
  private static final long FIRST_AUTHOR = 5_000_000_000L;
  private static final double WITH_DOI = 0.7;
  private static final double WITHOUT_ABSTRACT = 0.03;
  private static final String UPDATED = "2026-02-01";
  private static final String UPDATED_BEFORE = "2025-12-20";

  private final CorpusSink sink;
  private final Packing packing;
  private final long seed;
  private final long firstPaper;
  private final PlantedTopics topics;
  private final List<String> venues = WordList.load("venues.txt");
  private long openFile = -1;
  private OutputStream out = OutputStream.nullOutputStream();

  OpenAlexWriter(GeneratorConfig config, CorpusSink sink, PlantedTopics topics) {
    this.sink = sink;
    this.packing = config.packing();
    this.seed = config.seed();
    this.firstPaper = config.firstPaper();
    this.topics = topics;
  }

  @Override
  public void paper(SyntheticPaper paper) throws IOException {
    turnTo(paper.number());
    out.write(line(paper, workId(paper.number()), paper.title()));
  }

  @Override
  public void copy(SyntheticPaper paper) throws IOException {
    out.write(
        line(paper, workId(paper.number()), paper.title(), paper.olderAbstract(), UPDATED_BEFORE));
  }

  @Override
  public void broken(SyntheticPaper like, RejectReason reason) throws IOException {
    String id = "W" + (FIRST_BROKEN_WORK + like.number());
    byte[] bytes =
        switch (reason) {
          case MALFORMED_RECORD -> RecordBytes.cutOff(line(like, id, like.title()));
          case INVALID_TEXT ->
              RecordBytes.withInvalidText(line(like, id, like.title()), like.coinedName());
          case MISSING_TITLE -> line(like, id, "");
          case INVALID_ID -> line(like, "no id", like.title());
          default -> throw new IllegalArgumentException(reason.label());
        };
    out.write(bytes);
  }

  @Override
  public VisibleFacts visible(SyntheticPaper paper) {
    return new VisibleFacts(
        PaperSource.OPENALEX.prefix() + ":" + workId(paper.number()),
        true,
        true,
        true,
        paper.references().stream().map(OpenAlexWriter::citedId).toList(),
        1);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  static String workId(long paper) {
    return "W" + (FIRST_WORK + paper);
  }

  private static String citedId(SyntheticPaper.Reference reference) {
    return PaperSource.OPENALEX.prefix() + ":" + citedWork(reference);
  }

  private static String citedWork(SyntheticPaper.Reference reference) {
    return reference.inCorpus()
        ? workId(reference.number())
        : "W" + (FIRST_OUTSIDE_WORK + reference.number());
  }

  private byte[] line(SyntheticPaper paper, String id, String title) throws IOException {
    return line(paper, id, title, paper.abstractText(), UPDATED);
  }

  private byte[] line(
      SyntheticPaper paper, String id, String title, String abstractText, String updated)
      throws IOException {
    Draws draws = new Draws(seed, paper.number(), Draws.Purpose.RECORD);
    return JsonRecord.line(
        json -> {
          json.writeStringField("id", SITE + id);
          JsonRecord.writeOrNull(
              json,
              "doi",
              draws.happens(WITH_DOI) ? "https://doi.org/10.5555/almagest.w" + paper.number() : "");
          JsonRecord.writeOrNull(json, "title", title);
          JsonRecord.writeOrNull(json, "display_name", title);
          json.writeNumberField("publication_year", paper.date().getYear());
          json.writeStringField("publication_date", paper.date().toString());
          json.writeStringField("language", "en");
          json.writeStringField("type", "article");
          writeLocation(json, venues.get(draws.below(venues.size())));
          writeAuthorships(json, paper);
          json.writeBooleanField("is_retracted", false);
          json.writeBooleanField("is_paratext", false);
          writeTopics(json, paper);
          json.writeNumberField("referenced_works_count", paper.references().size());
          json.writeArrayFieldStart("referenced_works");
          for (SyntheticPaper.Reference reference : paper.references()) {
            json.writeString(SITE + citedWork(reference));
          }
          json.writeEndArray();
          writeAbstract(json, draws.happens(WITHOUT_ABSTRACT) ? "" : abstractText);
          json.writeStringField("updated_date", updated);
          json.writeStringField("created_date", paper.date().plusDays(1).toString());
        });
  }

  private static void writeLocation(JsonGenerator json, String venue) throws IOException {
    json.writeObjectFieldStart("primary_location");
    json.writeObjectFieldStart("source");
    json.writeStringField("display_name", venue);
    json.writeStringField("type", "journal");
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeAuthorships(JsonGenerator json, SyntheticPaper paper)
      throws IOException {
    json.writeArrayFieldStart("authorships");
    int last = paper.authors().size() - 1;
    for (int i = 0; i <= last; i++) {
      SyntheticPaper.Author author = paper.authors().get(i);
      json.writeStartObject();
      json.writeStringField("author_position", i == 0 ? "first" : i == last ? "last" : "middle");
      json.writeObjectFieldStart("author");
      json.writeStringField("id", SITE + "A" + (FIRST_AUTHOR + author.number()));
      json.writeStringField("display_name", author.name().full());
      json.writeNullField("orcid");
      json.writeEndObject();
      writeHomes(json, author.number());
      json.writeBooleanField("is_corresponding", i == 0);
      json.writeStringField("raw_author_name", author.written().full());
      json.writeArrayFieldStart("raw_affiliation_strings");
      json.writeString("Research Group " + (paper.group() + 1));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeHomes(JsonGenerator json, long author) throws IOException {
    json.writeArrayFieldStart("institutions");
    for (HomeInstitutions.Home home : HomeInstitutions.of(author)) {
      json.writeStartObject();
      json.writeStringField("id", SITE + home.siteId());
      json.writeStringField("display_name", home.name());
      json.writeNullField("ror");
      json.writeStringField("country_code", home.country());
      json.writeStringField("type", "education");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("countries");
    for (String country : HomeInstitutions.countries(author)) {
      json.writeString(country);
    }
    json.writeEndArray();
  }

  private void writeTopics(JsonGenerator json, SyntheticPaper paper) throws IOException {
    json.writeFieldName("primary_topic");
    writeTopic(json, paper.topics().get(0));
    json.writeArrayFieldStart("topics");
    for (SyntheticPaper.TopicWeight each : paper.topics()) {
      writeTopic(json, each);
    }
    json.writeEndArray();
  }

  private void writeTopic(JsonGenerator json, SyntheticPaper.TopicWeight topic) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", SITE + "T" + (10_000 + topic.topic()));
    json.writeStringField("display_name", topics.get(topic.topic()).name());
    json.writeEndObject();
  }

  private static void writeAbstract(JsonGenerator json, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField("abstract_inverted_index");
      return;
    }
    Map<String, List<Integer>> positions = new LinkedHashMap<>(256);
    int position = 0;
    for (String word : text.split(" ", -1)) {
      positions.computeIfAbsent(word, w -> new ArrayList<>(2)).add(position++);
    }
    json.writeObjectFieldStart("abstract_inverted_index");
    for (Map.Entry<String, List<Integer>> entry : positions.entrySet()) {
      json.writeArrayFieldStart(entry.getKey());
      for (int each : entry.getValue()) {
        json.writeNumber(each);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void turnTo(long paper) throws IOException {
    long file = (paper - firstPaper) / WORKS_PER_FILE;
    if (file != openFile) {
      out.close();
      openFile = file;
      String name = String.format(Locale.ROOT, "works-%04d.jsonl", file);
      out = packing.wrap(sink.open("corpus/" + name + packing.suffix()), name);
    }
  }
}
