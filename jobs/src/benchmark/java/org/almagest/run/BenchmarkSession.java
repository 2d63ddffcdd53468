package org.almagest.run;

import org.apache.spark.sql.SparkSession;

/** Spark as a run of the product has it, for benchmarks. */
public final class BenchmarkSession {
  private BenchmarkSession() {}

  /** A session within this JVM. */
  public static SparkSession open(int threads) {
    System.setProperty("spark.master", "local[" + threads + "]");
    SparkSession session = SparkSessions.open("Almagest benchmark");
    session.sparkContext().setLogLevel("ERROR");
    return session;
  }
}
