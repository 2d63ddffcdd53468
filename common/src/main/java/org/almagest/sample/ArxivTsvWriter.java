package org.almagest.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.almagest.corpus.PaperSource;
import org.almagest.corpus.RejectReason;

/**
 * The arXiv archive dump: one tab-separated file a category. A paper that comes twice stands in the
 * files of two categories. A third of the ids whose last digit is 0 have lost it, and some others
 * have gained digits, as if they had gone through a float.
 */
final class ArxivTsvWriter implements CorpusWriter {
  private static final String HEADER =
      "\tabstract\tacm_class\tarxiv_id\tauthor_text\tcategories\tcomments\tcreated\tdoi"
          + "\tnum_authors\tnum_categories\tprimary_cat\ttitle\tupdated\tcategories_list\n";
  private static final double THROUGH_FLOAT = 0.33;
  private static final double FLOAT_NOISE = 0.02;
  private static final double FOLDED_TITLE = 0.1;
  private static final int COLUMNS_KEPT = 6;

  private final CorpusSink sink;
  private final Packing packing;
  private final long seed;
  private final PlantedTopics topics;
  private final PlantedFaults faults;
  private final Map<String, OutputStream> files = new LinkedHashMap<>();

  ArxivTsvWriter(
      GeneratorConfig config, CorpusSink sink, PlantedTopics topics, PlantedFaults faults) {
    this.sink = sink;
    this.packing = config.packing();
    this.seed = config.seed();
    this.topics = topics;
    this.faults = faults;
  }

  @Override
  public void paper(SyntheticPaper paper) throws IOException {
    ArxivRecord record = arxiv(paper);
    Draws draws = rowDraws(paper.number());
    byte[] row = row(paper, record, writtenId(paper, draws), title(paper, draws));
    file(record.categories.get(0)).write(row);
  }

  @Override
  public void copy(SyntheticPaper paper) throws IOException {
    ArxivRecord record = arxiv(paper);
    Draws draws = rowDraws(~paper.number());
    byte[] row = row(paper, record, writtenId(paper, draws), title(paper, draws));
    file(record.categories.get(1)).write(row);
  }

  @Override
  public void broken(SyntheticPaper like, RejectReason reason) throws IOException {
    ArxivRecord record = arxiv(like);
    String id = unusedId(like);
    byte[] bytes =
        switch (reason) {
          case MALFORMED_RECORD -> withFewColumns(row(like, record, id, like.title()));
          case INVALID_TEXT ->
              RecordBytes.withInvalidText(row(like, record, id, like.title()), like.coinedName());
          case MISSING_TITLE -> row(like, record, id, "");
          case INVALID_ID -> row(like, record, "no id", like.title());
          default -> throw new IllegalArgumentException(reason.label());
        };
    file(record.categories.get(0)).write(bytes);
  }

  @Override
  public VisibleFacts visible(SyntheticPaper paper) {
    return new VisibleFacts(PaperSource.ARXIV.prefix() + ":" + paper.arxivId(), true, true, true);
  }

  @Override
  public void close() throws IOException {
    for (OutputStream file : files.values()) {
      file.close();
    }
  }

  /** An id that no paper gets: its number is beyond those of a month. */
  static String unusedId(SyntheticPaper like) {
    return "2512." + (90_000 + like.number() % 9_999);
  }

  private ArxivRecord arxiv(SyntheticPaper paper) {
    return new ArxivRecord(seed, paper, topics, faults.comesTwice(paper.number()));
  }

  private Draws rowDraws(long number) {
    return new Draws(seed + 1, number, Draws.Purpose.RECORD);
  }

  private static String writtenId(SyntheticPaper paper, Draws draws) {
    String id = paper.arxivId();
    boolean throughFloat = draws.happens(THROUGH_FLOAT);
    boolean noise = draws.happens(FLOAT_NOISE);
    if (throughFloat && id.endsWith("0")) {
      return id.replaceAll("0+$", "");
    }
    // Only ids with five digits after the point: a double holds the others exactly enough.
    return noise && id.length() == "1501.00048".length() ? id + "00000002" : id;
  }

  private static String title(SyntheticPaper paper, Draws draws) {
    String title = paper.title();
    int blank = title.indexOf(' ', title.length() / 2);
    return draws.happens(FOLDED_TITLE) && blank > 0
        ? title.substring(0, blank) + "\n  " + title.substring(blank + 1)
        : title;
  }

  private static byte[] row(SyntheticPaper paper, ArxivRecord record, String id, String title) {
    LocalDate created = paper.date();
    String updated = record.daysToUpdate.map(days -> created.plusDays(days).toString()).orElse("");
    String names =
        paper.authors().stream().map(a -> a.written().full()).collect(Collectors.joining(", "));
    String quotedCategories =
        record.categories.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
    List<String> cells =
        List.of(
            Long.toString(paper.number()),
            paper.abstractText(),
            "",
            id,
            names,
            String.join(",", record.categories),
            record.comments.orElse(""),
            created.toString(),
            record.doi.orElse(""),
            Integer.toString(paper.authors().size()),
            Integer.toString(record.categories.size()),
            record.categories.get(0),
            title,
            updated,
            "[" + quotedCategories + "]");
    StringBuilder row = new StringBuilder(2048);
    for (String cell : cells) {
      if (row.length() > 0) {
        row.append('\t');
      }
      appendQuoted(cell, row);
    }
    return row.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void appendQuoted(String cell, StringBuilder row) {
    if (cell.indexOf('\n') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\t') < 0) {
      row.append(cell);
    } else {
      row.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  /** The row's first columns, all of them before the first one that can be quoted. */
  private static byte[] withFewColumns(byte[] row) {
    int end = 0;
    for (int column = 0; column < COLUMNS_KEPT; end++) {
      if (row[end] == '\t') {
        column++;
      }
    }
    byte[] cut = Arrays.copyOf(row, end);
    cut[end - 1] = '\n';
    return cut;
  }

  private OutputStream file(String category) throws IOException {
    OutputStream file = files.get(category);
    if (file == null) {
      String name = category + ".tsv";
      file = packing.wrap(sink.open("corpus/" + name + packing.suffix()), name);
      file.write(HEADER.getBytes(StandardCharsets.UTF_8));
      files.put(category, file);
    }
    return file;
  }
}
