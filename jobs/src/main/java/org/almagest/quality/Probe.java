package org.almagest.quality;

import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * What each row of a table adds to a {@link Tally}. Probes of one name count together, also over
 * several tables. Groups are told apart by 96 bits of digests of their values, so that values of
 * any table and type are counted in one go: of a billion groups two meet with a probability of
 * 10^-11.
 *
 * @param name the tally
 * @param table the table
 * @param state whose table it is
 * @param group columns whose values make a group
 * @param rows how many rows a row counts for
 * @param marked whether it is marked; null counts as no
 * @param amount what it adds to the sum of its group
 */
record Probe(
    String name,
    TableContract table,
    State state,
    List<TableColumn> group,
    Column rows,
    Column marked,
    Column amount) {
  static final String NUMBER = "probe";
  static final String FIRST_DIGEST = "first_digest";
  static final String SECOND_DIGEST = "second_digest";
  static final String ROWS = "rows";
  static final String MARKS = "marks";
  static final String AMOUNT = "amount";

  /** Units of {@link #AMOUNT}, which is a whole number so that sums do not depend on an order. */
  static final double UNITS = 1e14;

  /** No weight is as large; one that is makes any sum differ from 1. */
  private static final double LARGEST = 10;

  private static final Column NO = lit(false);
  private static final Column NOTHING = lit(0.0);
  private static final Column ONE_ROW = lit(1L);
  private static final Column NO_ROW = lit(0L);

  /** Whose table. */
  enum State {
    NOW,
    BEFORE
  }

  Probe {
    group = List.copyOf(group);
  }

  /** Counts rows that repeat the key of another, and marks those whose key is null in part. */
  static Probe keys(String name, TableContract table) {
    Column isNull =
        table.key().stream().map(key -> key.col().isNull()).reduce(Column::or).orElse(NO);
    return new Probe(name, table, State.NOW, table.key(), ONE_ROW, isNull, NOTHING);
  }

  /** Marks the values that rows of another table may name. */
  static Probe named(String name, TableContract table, TableColumn column) {
    return new Probe(name, table, State.NOW, List.of(column), NO_ROW, lit(true), NOTHING);
  }

  /** Counts the rows that name a value, where they do. */
  static Probe naming(String name, TableContract table, TableColumn column, Column where) {
    return new Probe(
        name, table, State.NOW, List.of(column), when(where, 1L).otherwise(0L), NO, NOTHING);
  }

  /** Sums an amount over each group. */
  static Probe sums(String name, TableContract table, List<TableColumn> group, TableColumn amount) {
    return new Probe(name, table, State.NOW, group, ONE_ROW, NO, amount.col());
  }

  /** Counts all rows, and those for which a condition holds. */
  static Probe share(String name, TableContract table, State state, Column condition) {
    return new Probe(name, table, state, List.of(), ONE_ROW, condition, NOTHING);
  }

  /** The same under the name of a check, which no other check has. */
  Probe of(QualityCheck check) {
    return new Probe(check.name() + " " + name, table, state, group, rows, marked, amount);
  }

  /** What a row adds, under the number of the tally. */
  Column counted(int number) {
    Column[] columns = group.stream().map(TableColumn::col).toArray(Column[]::new);
    boolean whole = columns.length == 0;
    Column small = functions.abs(amount).leq(LARGEST);
    return struct(
        lit(number).as(NUMBER),
        (whole ? lit(0L) : xxhash64(columns)).as(FIRST_DIGEST),
        (whole ? lit(0) : hash(columns)).as(SECOND_DIGEST),
        rows.as(ROWS),
        when(marked, 1L).otherwise(0L).as(MARKS),
        when(small, functions.round(amount.multiply(UNITS)).cast("long"))
            .otherwise((long) (LARGEST * UNITS))
            .as(AMOUNT));
  }
}
