package org.almagest.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tables laid out by a test. Unlike those in files, they may break their contract. */
final class ExampleCandidate implements Candidate {
  private final SparkSession spark;
  private final Map<TableContract, List<Row>> now = new LinkedHashMap<>();
  private final Map<TableContract, List<Row>> kept = new LinkedHashMap<>();
  private final Map<TableContract, List<Row>> before = new LinkedHashMap<>();

  ExampleCandidate(SparkSession spark) {
    this.spark = spark;
  }

  /** A table that the run wrote. */
  ExampleCandidate with(TableContract table, Row... rows) {
    now.put(table, List.of(rows));
    return this;
  }

  /** A table that the run took over. */
  ExampleCandidate keeping(TableContract table, Row... rows) {
    kept.put(table, List.of(rows));
    return before(table, rows);
  }

  /** A table of the snapshot before. */
  ExampleCandidate before(TableContract table, Row... rows) {
    before.put(table, List.of(rows));
    return this;
  }

  private Dataset<Row> dataset(TableContract table, List<Row> rows) {
    StructType nullable =
        DataTypes.createStructType(
            table.columns().stream()
                .map(column -> DataTypes.createStructField(column.name(), column.type(), true))
                .toList());
    return spark.createDataFrame(rows, nullable);
  }

  private List<Row> rowsOf(TableContract table) {
    return now.getOrDefault(table, kept.get(table));
  }

  @Override
  public List<TableContract> written() {
    return List.copyOf(now.keySet());
  }

  @Override
  public boolean has(TableContract contract) {
    return now.containsKey(contract) || kept.containsKey(contract);
  }

  @Override
  public long rows(TableContract contract) {
    return rowsOf(contract).size();
  }

  @Override
  public Dataset<Row> read(TableContract contract) {
    return dataset(contract, rowsOf(contract));
  }

  @Override
  public OptionalLong rowsBefore(TableContract contract) {
    return before.containsKey(contract)
        ? OptionalLong.of(before.get(contract).size())
        : OptionalLong.empty();
  }

  @Override
  public Optional<Dataset<Row>> readBefore(TableContract contract) {
    return Optional.ofNullable(before.get(contract)).map(rows -> dataset(contract, rows));
  }

  @Override
  public String before() {
    return "version 7";
  }
}
