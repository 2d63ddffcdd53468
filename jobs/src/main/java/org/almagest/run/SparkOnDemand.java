package org.almagest.run;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a run, opened when there is first something to do for it. */
final class SparkOnDemand {
  private final String applicationName;
  private final ProgressListener listener;
  private Optional<SparkSession> session = Optional.empty();

  SparkOnDemand(String applicationName, ProgressListener listener) {
    this.applicationName = applicationName;
    this.listener = listener;
  }

  synchronized SparkSession session() {
    if (session.isEmpty()) {
      SparkSession opened = SparkSessions.open(applicationName);
      session = Optional.of(opened);
      opened.sparkContext().addSparkListener(new SparkProgress(listener));
    }
    return session.get();
  }

  /** Opens a session where a cluster takes a driver that opens none for one that failed. */
  void satisfyCluster() {
    if (SparkSessions.isClusterDriver()) {
      session();
    }
  }

  /** Stops the session, if there is one. */
  synchronized void stop() {
    session.ifPresent(SparkSession::stop);
  }
}
