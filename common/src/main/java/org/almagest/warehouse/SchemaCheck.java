package org.almagest.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Holds rows against the contract of their table. A difference is a fault of ours. */
final class SchemaCheck {
  private SchemaCheck() {}

  /** Requires exactly the declared columns with the declared types, in any order. */
  static void requireColumns(TableContract contract, StructType actual) {
    List<String> faults = new ArrayList<>();
    for (TableColumn column : contract.columns()) {
      Optional<StructField> field =
          Arrays.stream(actual.fields()).filter(f -> f.name().equals(column.name())).findFirst();
      if (field.isEmpty()) {
        faults.add(column.name() + " is missing");
      } else if (!sameType(column.type(), field.get().dataType())) {
        faults.add(
            column.name()
                + " is "
                + field.get().dataType().simpleString()
                + " and not "
                + column.type().simpleString());
      }
    }
    for (StructField field : actual.fields()) {
      if (contract.columns().stream().noneMatch(c -> c.name().equals(field.name()))) {
        faults.add(field.name() + " is not declared");
      }
    }
    if (!faults.isEmpty()) {
      throw broken(contract, String.join("; ", faults));
    }
  }

  /** Requires that no required column holds a null. */
  static void requireNoNulls(TableContract contract, String column, long nulls) {
    if (nulls > 0) {
      throw broken(contract, column + " is null in " + nulls + " rows and must never be");
    }
  }

  private static boolean sameType(DataType declared, DataType actual) {
    // Whether elements may be null is not part of the promise: Spark loses it in most expressions.
    if (declared instanceof ArrayType a && actual instanceof ArrayType b) {
      return DataTypes.createArrayType(a.elementType())
          .equals(DataTypes.createArrayType(b.elementType()));
    }
    return declared.equals(actual);
  }

  private static AlmagestException broken(TableContract contract, String faults) {
    return new AlmagestException(
        ExitCode.INTERNAL,
        "Table " + contract.name() + " does not keep its contract: " + faults + ".");
  }
}
