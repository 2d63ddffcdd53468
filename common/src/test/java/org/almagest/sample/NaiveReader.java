package org.almagest.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.almagest.corpus.CorpusFormat;

/**
 * Counts what is in a corpus in the simplest way there is, independently of the generator's
 * bookkeeping and of the readers in {@code org.almagest.corpus}.
 */
final class NaiveReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARXIV_ID = "\\d{4}\\.\\d{1,13}";

  /** What the records of a paper say together; a value of -1 is unknown. */
  static final class Paper {
    int authors = -1;
    int names;
    int year = -1;
    List<String> references = List.of();
    int records;
  }

  final Map<String, Paper> papers = new TreeMap<>();
  long rejected;
  long records;

  static NaiveReader read(CorpusFormat format, Map<String, byte[]> files) throws IOException {
    NaiveReader reader = new NaiveReader();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith("corpus/")) {
        // One character a byte: records are found first, and decoded each on its own.
        String bytes = new String(file.getValue(), StandardCharsets.ISO_8859_1);
        switch (format) {
          case DAILY_PAPERS -> reader.page(bytes);
          case ARXIV_TSV -> reader.table(bytes);
          case ARXIV_JSON, OPENALEX -> reader.lines(bytes, format);
          case CITATION_EDGES -> reader.citations(bytes);
          case AAN -> throw new IllegalArgumentException(format.label());
        }
      }
    }
    return reader;
  }

  long authorships() {
    return papers.values().stream().mapToLong(p -> p.names).sum();
  }

  long authorCountSum() {
    return papers.values().stream().mapToLong(p -> Math.max(p.authors, 0)).sum();
  }

  long references() {
    return papers.values().stream().mapToLong(p -> p.references.size()).sum();
  }

  long resolvedReferences() {
    return papers.values().stream()
        .flatMap(p -> p.references.stream())
        .filter(papers::containsKey)
        .count();
  }

  long duplicates() {
    return papers.values().stream().mapToLong(p -> p.records - 1).sum();
  }

  long papersOf(int year) {
    return papers.values().stream().filter(p -> p.year == year).count();
  }

  private void page(String bytes) {
    String[] blocks = bytes.split("\n\n", -1);
    // Blocks 0 to 4 are the header, block 5 the edition; the last one is empty.
    List<String> run = new ArrayList<>();
    for (int i = 6; i < blocks.length - 1; i++) {
      String[] lines = blocks[i].split("\n", -1);
      boolean meta = lines.length == 3 && lines[1].equals("\u00c2\u00b7");
      if (!meta) {
        run.add(blocks[i]);
      }
      if (meta || i == blocks.length - 2) {
        run(run, meta ? lines : new String[0]);
        run.clear();
      }
    }
  }

  private void run(List<String> run, String[] meta) {
    if (run.size() % 2 == 1) {
      records++;
      rejected++;
      return;
    }
    for (int i = 0; i < run.size(); i += 2) {
      records++;
      boolean hasMeta = meta.length > 0 && i == run.size() - 2;
      String title = decoded(run.get(i));
      boolean afterEdition = hasMeta && meta[2].startsWith("Dec 28") && !meta[2].contains(",");
      if (title.isEmpty() || decoded(run.get(i + 1)).isEmpty() || afterEdition) {
        rejected++;
        continue;
      }
      Paper paper = paper("title:" + titleId(title));
      if (hasMeta) {
        if (meta[0].endsWith(" authors")) {
          paper.authors = Integer.parseInt(meta[0].replaceAll("[^0-9]", ""));
        }
        paper.year = meta[2].contains(",") ? Integer.parseInt(meta[2].split("[, ]+", -1)[2]) : 2025;
      }
    }
  }

  private void table(String bytes) {
    List<List<String>> rows = rows(bytes, '\t');
    for (List<String> row : rows.subList(1, rows.size())) {
      records++;
      if (row.size() != 15
          || row.stream().anyMatch(cell -> !cell.isEmpty() && decoded(cell).isEmpty())
          || row.get(12).isEmpty()
          || !row.get(3).matches(ARXIV_ID)) {
        rejected++;
        continue;
      }
      Paper paper = paper("arxiv:" + repaired(row.get(3)));
      paper.names = row.get(4).split(", ", -1).length;
      paper.authors = Integer.parseInt(row.get(9));
      paper.year = Integer.parseInt(row.get(7).substring(0, 4));
    }
  }

  private void citations(String bytes) {
    // Two quotes in a row, other than at an end, are one of the id's own.
    List<List<String>> rows = rows(bytes.replaceAll("(?<=[^,])\"\"(?=[^,\\n])", "\u0001"), ',');
    for (List<String> row : rows.subList(1, rows.size())) {
      records++;
      String cited = row.size() < 2 ? "" : decoded(row.get(1)).replace('\u0001', '"');
      if (cited.isEmpty() || !row.get(0).startsWith("arxiv:")) {
        rejected++;
        continue;
      }
      Paper paper = paper(row.get(0));
      List<String> references = new ArrayList<>(paper.references);
      String id = (cited.startsWith("10.") ? "doi:" : "arxiv:") + cited;
      if (!references.contains(id)) {
        references.add(id);
      }
      paper.references = references;
    }
  }

  private static String repaired(String id) {
    int digits = id.compareTo("1501") < 0 ? 4 : 5;
    return (id + "00000").substring(0, 5 + digits);
  }

  private static List<List<String>> rows(String bytes, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c == '"') {
        // A doubled quote closes and opens again: good enough for counting.
        quoted = !quoted;
      } else if (!quoted && (c == delimiter || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }

  private void lines(String bytes, CorpusFormat format) {
    for (String line : bytes.split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      records++;
      try {
        JsonNode record = JSON.readTree(decoded(line));
        boolean isArxiv = format == CorpusFormat.ARXIV_JSON;
        String id = record.path("id").asText().replace("https://openalex.org/", "");
        if (!id.matches(isArxiv ? ARXIV_ID : "W\\d+") || record.path("title").isNull()) {
          rejected++;
          continue;
        }
        JsonNode names = record.path(isArxiv ? "authors_parsed" : "authorships");
        Paper paper = paper((isArxiv ? "arxiv:" : "openalex:") + id);
        paper.names = names.size();
        paper.authors = names.size();
        paper.year =
            isArxiv
                ? Integer.parseInt(record.at("/versions/0/created").asText().split(" ", -1)[3])
                : record.path("publication_year").asInt();
        List<String> references = new ArrayList<>();
        record
            .path("referenced_works")
            .forEach(r -> references.add(r.asText().replace("https://openalex.org/", "openalex:")));
        paper.references = references;
      } catch (IOException e) {
        rejected++;
      }
    }
  }

  private Paper paper(String id) {
    Paper paper = papers.computeIfAbsent(id, each -> new Paper());
    paper.records++;
    return paper;
  }

  /** The text, or nothing if it is not UTF-8. */
  private static String decoded(String bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private static String titleId(String title) {
    String normal = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
