package org.almagest.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;

/** Makes rows of a table from the few columns that a test is about. */
public final class ContractRow {
  private final TableContract contract;
  private final Map<TableColumn, Object> values = new HashMap<>();

  private ContractRow(TableContract contract) {
    this.contract = contract;
  }

  public static ContractRow of(TableContract contract) {
    return new ContractRow(contract);
  }

  public ContractRow with(TableColumn column, Object value) {
    values.put(column, value);
    return this;
  }

  /** The row; columns without a value are null, or empty where they must not be. */
  public Row build() {
    return RowFactory.create(
        contract.columns().stream()
            .map(column -> values.containsKey(column) ? values.get(column) : empty(column))
            .toArray());
  }

  private static Object empty(TableColumn column) {
    if (column.presence() == TableColumn.Presence.OPTIONAL) {
      return null;
    }
    if (column.type() instanceof ArrayType) {
      return List.of().toArray();
    }
    return Map.of(
            DataTypes.StringType,
            "",
            DataTypes.IntegerType,
            (Object) 0,
            DataTypes.LongType,
            0L,
            DataTypes.DoubleType,
            0.0,
            DataTypes.BooleanType,
            false)
        .get(column.type());
  }
}
