package org.almagest.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts for all probes in one Spark job, in which each table is read once. Costs a shuffle of some
 * 40 bytes for each different group: mostly the keys.
 */
final class TableScan {
  private static final double TOLERANCE = 1e-9;
  private static final String COUNTED = "counted";
  private static final String REPEATS = "repeats";
  private static final String UNMARKED = "unmarked";
  private static final String GROUPS = "groups";
  private static final String NOT_ONE = "not_one";

  /** A table in one of its states, which is read once. */
  private record Source(TableContract table, Probe.State state) {}

  private TableScan() {}

  /** The tally of each name; {@link Tally#NOTHING} where no row was counted. */
  static Map<String, Tally> tallies(List<Probe> probes, Candidate candidate) {
    List<String> names = probes.stream().map(Probe::name).distinct().toList();
    Map<String, Tally> tallies = new HashMap<>();
    names.forEach(name -> tallies.put(name, Tally.NOTHING));
    if (probes.isEmpty()) {
      return tallies;
    }
    Map<Source, List<Probe>> sources =
        probes.stream()
            .collect(
                groupingBy(
                    probe -> new Source(probe.table(), probe.state()),
                    LinkedHashMap::new,
                    toList()));
    List<Dataset<Row>> counted = new ArrayList<>();
    sources.forEach((source, of) -> counted.add(counted(read(candidate, source), of, names)));
    tallied(counted.stream().reduce(Dataset::union).orElseThrow())
        .collectAsList()
        .forEach(row -> tallies.put(names.get(row.getInt(0)), tally(row)));
    return tallies;
  }

  private static Dataset<Row> read(Candidate candidate, Source source) {
    return source.state() == Probe.State.NOW
        ? candidate.read(source.table())
        : candidate
            .readBefore(source.table())
            .orElseThrow(
                () -> new IllegalArgumentException("no " + source.table().name() + " before"));
  }

  private static Dataset<Row> counted(Dataset<Row> rows, List<Probe> probes, List<String> names) {
    Column[] counted =
        probes.stream()
            .map(probe -> probe.counted(names.indexOf(probe.name())))
            .toArray(Column[]::new);
    return rows.select((counted.length == 1 ? counted[0] : explode(array(counted))).as(COUNTED))
        .select(COUNTED + ".*");
  }

  private static Dataset<Row> tallied(Dataset<Row> counted) {
    Column rows = col(Probe.ROWS);
    Column amount = col(Probe.AMOUNT);
    Column off =
        coalesce(
            abs(amount.divide(Probe.UNITS).minus(1)).gt(TOLERANCE), lit(true)); // Too large to sum.
    return counted
        .groupBy(Probe.NUMBER, Probe.FIRST_DIGEST, Probe.SECOND_DIGEST)
        .agg(
            sum(rows).as(Probe.ROWS),
            sum(col(Probe.MARKS)).as(Probe.MARKS),
            try_sum(amount).as(Probe.AMOUNT))
        .groupBy(Probe.NUMBER)
        .agg(
            sum(rows).as(Probe.ROWS),
            sum(col(Probe.MARKS)).as(Probe.MARKS),
            sum(greatest(rows.minus(1), lit(0L))).as(REPEATS),
            sum(when(col(Probe.MARKS).equalTo(0), rows).otherwise(0L)).as(UNMARKED),
            count(lit(1)).as(GROUPS),
            count_if(off).as(NOT_ONE));
  }

  private static Tally tally(Row row) {
    return new Tally(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6));
  }
}
