package org.almagest.cli;

import static org.almagest.query.SnapshotDatabase.name;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.almagest.digest.DigestPaper;
import org.almagest.digest.EditionKey;
import org.almagest.query.SnapshotDatabase;
import org.almagest.table.Authorships;
import org.almagest.table.Bursts;
import org.almagest.table.PaperTopics;
import org.almagest.table.TableContract;
import org.almagest.table.Topics;
import org.almagest.table.Trending;
import org.almagest.warehouse.Snapshot;

/**
 * Reads the papers of a digest from the tables of a snapshot. It needs papers alone: without
 * authors, topics or trending papers an edition is without them.
 */
final class DigestReader {
  private static final String WANTED = "digest_papers";

  /** Stands between the elements of a list, and in no text: see the cleaning in the query. */
  private static final String SEPARATOR = "\u001f";

  private final SnapshotDatabase database;
  private final Snapshot snapshot;

  DigestReader(SnapshotDatabase database, Snapshot snapshot) {
    this.database = database;
    this.snapshot = snapshot;
  }

  /** The latest day on which a paper was published, of those that are not after a day. */
  Optional<LocalDate> latestDay(LocalDate notAfter) {
    List<LocalDate> days = new ArrayList<>();
    database.read(
        "SELECT max(published_date) FROM papers WHERE published_date <= CAST(? AS DATE)",
        row -> {
          if (row[0] != null) {
            days.add(LocalDate.parse(row[0].toString()));
          }
        },
        notAfter.toString());
    return days.stream().findFirst();
  }

  /** Terms that burst in the period, the surest first. */
  List<String> bursts(EditionKey key) {
    List<String> labels = new ArrayList<>();
    if (has(Bursts.TABLE)) {
      database.read(
          "SELECT label FROM bursts WHERE kind = 'term' AND period = ? AND period_start = CAST(? AS"
              + " DATE) ORDER BY rank",
          row -> labels.add((String) row[0]),
          key.period().label(),
          key.start().toString());
    }
    return labels;
  }

  /** Each paper that was published in the period or trends in it, once. */
  void papers(EditionKey key, Consumer<DigestPaper> papers) {
    String trends =
        has(Trending.TABLE)
            ? "SELECT paper_id, rank, score, attention_part, citation_part, topic_part FROM"
                + " trending WHERE period = ? AND period_start = CAST(? AS DATE)"
            : "SELECT NULL::VARCHAR AS paper_id, NULL::INT AS rank, NULL::DOUBLE AS score,"
                + " NULL::DOUBLE AS attention_part, NULL::DOUBLE AS citation_part, NULL::DOUBLE AS"
                + " topic_part WHERE ? IS NULL AND ? IS NULL";
    database.keep(
        WANTED,
        "WITH t AS ("
            + trends
            + ") SELECT p.paper_id AS paper_id, t.rank, t.score, t.attention_part, t.citation_part,"
            + " t.topic_part FROM papers p LEFT JOIN t USING (paper_id) WHERE t.rank IS NOT NULL OR"
            + " p.published_date BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)",
        key.period().label(),
        key.start().toString(),
        key.start().toString(),
        key.end().toString());
    database.read(query(), row -> papers.accept(paper(row)));
  }

  private String query() {
    return "SELECT p.paper_id, p.title, coalesce(p.abstract, ''), p.published_date, "
        + list("p.categories")
        + ", coalesce(p.primary_category, ''), p.doi, a.names, a.ids, m.topic_id, m.label,"
        + " coalesce(p.upvotes, 0) + coalesce(p.comment_count, 0), w.rank, w.score,"
        + " w.attention_part, w.citation_part, w.topic_part FROM "
        + (name(WANTED) + " w JOIN papers p USING (paper_id) LEFT JOIN (" + authors() + ") a USING")
        + (" (paper_id) LEFT JOIN (" + topics() + ") m USING (paper_id)")
        + " WHERE p.published_date IS NOT NULL ORDER BY p.paper_id";
  }

  private String authors() {
    return has(Authorships.TABLE)
        ? "SELECT paper_id, "
            + list("list(raw_name ORDER BY position)")
            + " AS names, "
            + list("list(author_id ORDER BY position)")
            + " AS ids FROM authorships SEMI JOIN "
            + (name(WANTED) + " USING (paper_id) GROUP BY paper_id")
        : "SELECT NULL::VARCHAR AS paper_id, NULL::VARCHAR AS names, NULL::VARCHAR AS ids";
  }

  private String topics() {
    return has(PaperTopics.TABLE) && has(Topics.TABLE)
        ? "SELECT paper_id, arg_max(topic_id, (weight, -topic_id)) AS topic_id, arg_max(label,"
            + " (weight, -topic_id)) AS label FROM paper_topics JOIN topics USING (topic_id) SEMI"
            + (" JOIN " + name(WANTED) + " USING (paper_id) GROUP BY paper_id")
        : "SELECT NULL::VARCHAR AS paper_id, NULL::INT AS topic_id, NULL::VARCHAR AS label";
  }

  /** A list as one text, since the separator is taken out of its elements. */
  private static String list(String list) {
    return "array_to_string(list_transform("
        + list
        + ", lambda x: replace(x, chr(31), ' ')), chr(31))";
  }

  private boolean has(TableContract table) {
    return snapshot.table(table.name()).isPresent();
  }

  private static DigestPaper paper(Object[] row) {
    List<String> categories = new ArrayList<>(elements(row[4]));
    String main = (String) row[5];
    if (!main.isEmpty()) {
      categories.remove(main);
      categories.add(0, main);
    }
    return new DigestPaper(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        LocalDate.parse(row[3].toString()),
        categories,
        Optional.ofNullable((String) row[6]),
        elements(row[7]),
        elements(row[8]),
        row[9] == null
            ? Optional.empty()
            : Optional.of(
                new DigestPaper.Topic(((Number) row[9]).intValue(), String.valueOf(row[10]))),
        ((Number) row[11]).longValue(),
        row[12] == null
            ? Optional.empty()
            : Optional.of(
                new DigestPaper.Trend(
                    ((Number) row[12]).intValue(),
                    ((Number) row[13]).doubleValue(),
                    ((Number) row[14]).doubleValue(),
                    ((Number) row[15]).doubleValue(),
                    ((Number) row[16]).doubleValue())));
  }

  private static List<String> elements(Object joined) {
    return joined == null || joined.toString().isEmpty()
        ? List.of()
        : Arrays.asList(joined.toString().split(SEPARATOR, -1));
  }
}
