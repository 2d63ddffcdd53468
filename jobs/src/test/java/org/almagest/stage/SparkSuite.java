package org.almagest.stage;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import com.holdenkarau.spark.testing.SharedJavaSparkContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.almagest.table.TableContract;
import org.almagest.warehouse.WarehouseFileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** A Spark session for all tests of a class, set up as a run sets up its own. */
@SuppressWarnings("serial") // the base class is Serializable; no test is ever sent anywhere
public abstract class SparkSuite extends JavaDataFrameSuiteBase {
  @Override
  public boolean enableHiveSupport() {
    return false;
  }

  @Override
  public SparkConf conf() {
    return super.conf()
        .setMaster("local[2]")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.sql.shuffle.partitions", "3")
        .set("spark.sql.session.timeZone", "UTC")
        // Compiling a query takes longer than a handful of rows do.
        .set("spark.sql.codegen.wholeStage", "false")
        .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .set("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .set(
            "spark.hadoop." + WarehouseFileSystem.LOCAL_IMPLEMENTATION_KEY,
            WarehouseFileSystem.LOCAL_IMPLEMENTATION);
  }

  @BeforeEach
  void startSpark() {
    runBefore();
  }

  @AfterAll
  static void stopSpark() {
    SharedJavaSparkContext.runAfterClass();
  }

  /** Rows of a table as a dataset. */
  protected Dataset<Row> dataset(TableContract contract, List<Row> rows) {
    return spark().createDataFrame(rows, contract.schema());
  }

  /** All rows in a form that compares without order and to the last digit. */
  protected static List<String> sorted(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  /** Sum of a column of doubles over the rows of each value of another one. */
  protected static Map<Object, Double> sums(List<Row> rows, String by, String column) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getAs(by),
                TreeMap::new,
                Collectors.summingDouble(row -> row.<Double>getAs(column))));
  }
}
