package org.almagest.stage;

import java.util.Arrays;
import org.almagest.table.TableColumn;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Numbers for rows that have an id, as kernels on arrays want them. */
public final class RowNumbers {
  private RowNumbers() {}

  /**
   * The rows with their place by rising id, from 0, in a further column: numbers that do not depend
   * on files or partitions.
   *
   * @param id a column in which no two rows are the same
   * @param rows at most 2,147,483,647 of them
   * @param number name of the new column
   */
  public static Dataset<Row> byRising(TableColumn id, Dataset<Row> rows, String number) {
    StructType schema = rows.schema().add(number, DataTypes.IntegerType);
    return rows.sparkSession()
        .createDataFrame(
            rows.sort(id.col())
                .javaRDD()
                .zipWithIndex()
                .map(pair -> numbered(pair._1(), pair._2().intValue())),
            schema);
  }

  private static Row numbered(Row row, int number) {
    Object[] values = new Object[row.length() + 1];
    Arrays.setAll(values, column -> column < row.length() ? row.get(column) : number);
    return RowFactory.create(values);
  }
}
