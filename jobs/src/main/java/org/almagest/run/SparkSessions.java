package org.almagest.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.almagest.warehouse.WarehouseFileSystem;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the Spark session of a run. What spark-submit or the user set stays as it is, but for what
 * decides whether a result is right.
 */
final class SparkSessions {
  private static final String MASTER = "spark.master";
  private static final int SHUFFLE_TASKS_PER_CORE = 4;

  private SparkSessions() {}

  static SparkSession open(String applicationName) {
    SparkConf conf = new SparkConf();
    conf.setAppName(applicationName);
    defaults(isLocal(conf)).forEach(conf::setIfMissing);
    // What results mean must not depend on a cluster's defaults.
    conf.set("spark.sql.ansi.enabled", "true");
    conf.set("spark.sql.session.timeZone", "UTC");
    // Kryo, which many clusters set, cannot make a Java record again.
    conf.set("spark.serializer", JavaSerializer.class.getName());
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /**
   * Hadoop's configuration with what Spark's adds to it, for use before there is a session. It has
   * the session's file systems: Hadoop keeps the first one that it opens, and the session gets
   * that.
   */
  static Configuration hadoopConfiguration() {
    SparkConf conf = new SparkConf();
    defaults(isLocal(conf)).forEach(conf::setIfMissing);
    return SparkHadoopUtil.get().newConfiguration(conf);
  }

  private static boolean isLocal(SparkConf conf) {
    return !conf.contains(MASTER) || conf.get(MASTER).startsWith("local");
  }

  /**
   * Whether this process is the driver of an application that runs within a cluster. YARN wants
   * such a one to open a session, whatever else it does.
   */
  static boolean isClusterDriver() {
    return "cluster".equals(new SparkConf().get("spark.submit.deployMode", "client"));
  }

  /** Cores of this machine, or of a cluster's executor where those are set. */
  static int cores() {
    return new SparkConf()
        .getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors());
  }

  private static Map<String, String> defaults(boolean local) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("spark.sql.adaptive.enabled", "true");
    // One file where there is little, as many as cores where there is more, and no small ones then.
    defaults.put("spark.sql.adaptive.coalescePartitions.minPartitionSize", "8m");
    defaults.put("spark.sql.adaptive.advisoryPartitionSizeInBytes", "128m");
    // Small row groups, so that several cores can read one file.
    defaults.put("spark.hadoop.parquet.block.size", String.valueOf(32 << 20));
    defaults.put("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    // Spark's own pattern misses "credential".
    defaults.put("spark.redaction.regex", "(?i)secret|password|token|credential|accesskey");
    if (local) {
      defaults.put(MASTER, "local[*]");
      defaults.put("spark.ui.enabled", "false");
      // Only here: a cluster's executors start before they have our classes.
      defaults.put(
          "spark.hadoop." + WarehouseFileSystem.LOCAL_IMPLEMENTATION_KEY,
          WarehouseFileSystem.LOCAL_IMPLEMENTATION);
      defaults.put("spark.driver.host", "127.0.0.1");
      defaults.put("spark.driver.bindAddress", "127.0.0.1");
      defaults.put(
          "spark.sql.shuffle.partitions",
          String.valueOf(SHUFFLE_TASKS_PER_CORE * Runtime.getRuntime().availableProcessors()));
    }
    return defaults;
  }
}
