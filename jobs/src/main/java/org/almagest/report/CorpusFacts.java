package org.almagest.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.almagest.report.ReportData.Check;
import org.almagest.report.ReportData.Corpus;
import org.almagest.report.ReportData.Counted;
import org.almagest.report.ReportData.Input;
import org.almagest.report.ReportData.TableRows;
import org.almagest.stage.StageContext;
import org.almagest.table.Papers;
import org.almagest.table.QualityChecks;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.almagest.warehouse.TableSnapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The overview: what was read, from where, of which years, and what the checks found. */
final class CorpusFacts {
  private static final int MOST_YEARS = 60;
  private static final int MOST_SOURCES = 8;
  private static final int MOST_INPUTS = 50;
  private static final int MOST_CATEGORIES = 20;
  private static final int NAME_BYTES = 80;
  private static final int DETAIL_BYTES = 300;
  private static final String COUNT = "count";

  private final StageContext context;
  private final List<TableContract> contracts;

  /**
   * @param contracts tables of which the page tells what a row is
   */
  CorpusFacts(StageContext context, List<TableContract> contracts) {
    this.context = context;
    this.contracts = List.copyOf(contracts);
  }

  Corpus read(String version) {
    context.step("counting papers by year and source");
    Map<String, Map<Integer, Long>> counts = new TreeMap<>();
    long undated = 0;
    for (Row row : papersBySourceAndYear(context.read(Papers.TABLE)).collectAsList()) {
      if (row.isNullAt(1)) {
        undated += row.getLong(2);
      } else {
        counts
            .computeIfAbsent(row.getString(0), source -> new TreeMap<>())
            .merge(row.getInt(1), row.getLong(2), Long::sum);
      }
    }
    List<String> sources =
        counts.keySet().stream()
            .sorted((a, b) -> Long.compare(total(counts.get(b)), total(counts.get(a))))
            .limit(MOST_SOURCES)
            .toList();
    List<Integer> years = latestYears(counts);
    List<List<Long>> byYear = new ArrayList<>();
    long shown = 0;
    for (String source : sources) {
      List<Long> line =
          years.stream().map(year -> counts.get(source).getOrDefault(year, 0L)).toList();
      shown += line.stream().mapToLong(Long::longValue).sum();
      byYear.add(line);
    }
    long papers = context.snapshot().rows(Papers.TABLE);
    return new Corpus(
        version,
        context.snapshot().runId(),
        papers,
        rows("authors"),
        rows("citations"),
        rows("rejected_records"),
        years,
        sources,
        byYear,
        papers - shown - undated,
        undated,
        counted(context.read(Papers.TABLE), Papers.PRIMARY_CATEGORY),
        context
            .readWhereThere(RejectedRecords.TABLE)
            .map(rejected -> counted(rejected, RejectedRecords.REASON))
            .orElse(List.of()),
        inputs(),
        Math.max(0, context.snapshot().inputs().size() - MOST_INPUTS),
        checks(),
        tables());
  }

  static Dataset<Row> papersBySourceAndYear(Dataset<Row> papers) {
    return papers
        .groupBy(Papers.SOURCE.col(), Papers.YEAR.col())
        .agg(count(lit(1)).as(COUNT))
        .orderBy(Papers.SOURCE.col(), Papers.YEAR.col());
  }

  private static long total(Map<Integer, Long> years) {
    return years.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Up to the latest year with papers and without a gap. */
  private static List<Integer> latestYears(Map<String, Map<Integer, Long>> counts) {
    List<Integer> known =
        counts.values().stream().flatMap(years -> years.keySet().stream()).sorted().toList();
    if (known.isEmpty()) {
      return List.of();
    }
    int last = known.get(known.size() - 1);
    int first = Math.max(known.get(0), last - MOST_YEARS + 1);
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<Counted> counted(Dataset<Row> rows, TableColumn column) {
    return rows
        .where(column.col().isNotNull())
        .groupBy(column.col())
        .agg(count(lit(1)).as(COUNT))
        .orderBy(col(COUNT).desc(), column.col())
        .limit(MOST_CATEGORIES)
        .collectAsList()
        .stream()
        .map(row -> new Counted(ClippedText.of(row.getString(0), NAME_BYTES), row.getLong(1)))
        .toList();
  }

  private List<Input> inputs() {
    return context.snapshot().inputs().stream()
        .limit(MOST_INPUTS)
        .map(
            file ->
                new Input(
                    ClippedText.of(ClippedText.fileName(file.path()), NAME_BYTES),
                    file.bytes(),
                    ClippedText.of(file.format(), NAME_BYTES)))
        .toList();
  }

  private List<Check> checks() {
    return context
        .readWhereThere(QualityChecks.TABLE)
        .map(table -> table.orderBy(QualityChecks.CHECK.col()).collectAsList())
        .orElse(List.of())
        .stream()
        .map(
            row ->
                new Check(
                    row.getAs(QualityChecks.CHECK.name()),
                    row.getAs(QualityChecks.SEVERITY.name()),
                    row.getAs(QualityChecks.PASSED.name()),
                    row.getAs(QualityChecks.ACCEPTED.name()),
                    Figures.rounded(row.<Double>getAs(QualityChecks.OBSERVED.name())),
                    Figures.rounded(row.<Double>getAs(QualityChecks.THRESHOLD.name())),
                    ClippedText.of(row.getAs(QualityChecks.DETAIL.name()), DETAIL_BYTES)))
        .toList();
  }

  private List<TableRows> tables() {
    Map<String, String> meanings = new TreeMap<>();
    contracts.forEach(contract -> meanings.put(contract.name(), contract.meaning()));
    return context.snapshot().tables().stream()
        .map(
            table ->
                new TableRows(
                    table.table(), table.rows(), meanings.getOrDefault(table.table(), "")))
        .toList();
  }

  private long rows(String table) {
    return context.snapshot().tables().stream()
        .filter(snapshot -> snapshot.table().equals(table))
        .mapToLong(TableSnapshot::rows)
        .sum();
  }
}
