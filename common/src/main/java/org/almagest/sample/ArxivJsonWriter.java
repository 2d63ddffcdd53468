package org.almagest.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.almagest.corpus.PaperSource;
import org.almagest.corpus.RejectReason;

/**
 * The arXiv metadata snapshot: one file of JSON lines. A paper that comes twice has an older line
 * with an earlier {@code update_date}, one version and a shorter abstract.
 */
final class ArxivJsonWriter implements CorpusWriter {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);
  private static final String LICENSE = "http://arxiv.org/licenses/nonexclusive-distrib/1.0/";
  private static final String COMBINING = "\u0301\u0300\u0308\u0302\u0303";
  private static final String TEX = "'`\"^~";

  /** Days from the first version to the last metadata change, where nothing else says so. */
  private static final int DAYS_TO_METADATA_CHANGE = 5;

  private final OutputStream out;
  private final long seed;
  private final PlantedTopics topics;

  ArxivJsonWriter(GeneratorConfig config, CorpusSink sink, PlantedTopics topics)
      throws IOException {
    this.seed = config.seed();
    this.topics = topics;
    Packing packing = config.packing();
    String name = "arxiv-metadata-snapshot.json";
    this.out = packing.wrap(sink.open("corpus/" + name + packing.suffix()), name);
  }

  @Override
  public void paper(SyntheticPaper paper) throws IOException {
    out.write(line(paper, paper.arxivId(), paper.title()));
  }

  @Override
  public void copy(SyntheticPaper paper) throws IOException {
    ArxivRecord record = new ArxivRecord(seed, paper, topics, false);
    out.write(
        JsonRecord.line(
            json -> {
              writeHead(json, paper, record, paper.arxivId(), paper.title());
              writeTail(json, paper, paper.olderAbstract(), List.of(paper.date()), paper.date());
            }));
  }

  @Override
  public void broken(SyntheticPaper like, RejectReason reason) throws IOException {
    String id = ArxivTsvWriter.unusedId(like);
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
    return new VisibleFacts(PaperSource.ARXIV.prefix() + ":" + paper.arxivId(), true, true, true);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private byte[] line(SyntheticPaper paper, String id, String title) throws IOException {
    ArxivRecord record = new ArxivRecord(seed, paper, topics, false);
    List<LocalDate> versions = new ArrayList<>(2);
    versions.add(paper.date());
    record.daysToUpdate.ifPresent(days -> versions.add(paper.date().plusDays(days)));
    LocalDate updated =
        versions.size() > 1 ? versions.get(1) : paper.date().plusDays(DAYS_TO_METADATA_CHANGE);
    return JsonRecord.line(
        json -> {
          writeHead(json, paper, record, id, title);
          writeTail(json, paper, paper.abstractText(), versions, updated);
        });
  }

  private static void writeHead(
      JsonGenerator json, SyntheticPaper paper, ArxivRecord record, String id, String title)
      throws IOException {
    json.writeStringField("id", id);
    json.writeStringField("submitter", paper.authors().get(0).written().full());
    json.writeStringField("authors", texNames(paper));
    JsonRecord.writeOrNull(json, "title", folded(title));
    JsonRecord.writeOrNull(json, "comments", record.comments.orElse(""));
    json.writeNullField("journal-ref");
    JsonRecord.writeOrNull(json, "doi", record.doi.orElse(""));
    json.writeNullField("report-no");
    json.writeStringField("categories", String.join(" ", record.categories));
    json.writeStringField("license", LICENSE);
  }

  private static void writeTail(
      JsonGenerator json,
      SyntheticPaper paper,
      String abstractText,
      List<LocalDate> versions,
      LocalDate updated)
      throws IOException {
    json.writeStringField("abstract", "  " + abstractText.replace(". ", ".\n") + "\n");
    json.writeArrayFieldStart("versions");
    for (int i = 0; i < versions.size(); i++) {
      json.writeStartObject();
      json.writeStringField("version", "v" + (i + 1));
      json.writeStringField("created", CREATED.format(versions.get(i)) + " 12:34:56 GMT");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("update_date", updated.toString());
    json.writeArrayFieldStart("authors_parsed");
    for (SyntheticPaper.Author author : paper.authors()) {
      json.writeStartArray();
      json.writeString(author.written().family());
      json.writeString(author.written().forenames());
      json.writeString("");
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Long titles are folded, as arXiv does. */
  private static String folded(String title) {
    int blank = title.lastIndexOf(' ', 72);
    return title.length() > 72 && blank > 0
        ? title.substring(0, blank) + "\n  " + title.substring(blank + 1)
        : title;
  }

  /** The names with TeX accents, as in the source's {@code authors}. */
  private static String texNames(SyntheticPaper paper) {
    StringBuilder names = new StringBuilder();
    int last = paper.authors().size() - 1;
    for (int i = 0; i <= last; i++) {
      names.append(i == 0 ? "" : i == last ? " and " : ", ");
      names.append(tex(paper.authors().get(i).written().full()));
    }
    return names.toString();
  }

  private static String tex(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    StringBuilder tex = new StringBuilder(decomposed.length() + 4);
    for (int i = 0; i < decomposed.length(); i++) {
      int accent = COMBINING.indexOf(decomposed.charAt(i));
      if (accent < 0) {
        tex.append(decomposed.charAt(i));
      } else {
        tex.insert(tex.length() - 1, "\\" + TEX.charAt(accent));
      }
    }
    return Normalizer.normalize(tex, Normalizer.Form.NFC);
  }
}
