package org.almagest.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells a listener how many tasks of the current Spark stage are done. */
final class SparkProgress extends SparkListener {
  private static final String DESCRIPTION = "spark.job.description";

  private final ProgressListener listener;
  private final Map<Integer, Work> running = new ConcurrentHashMap<>();

  SparkProgress(ProgressListener listener) {
    this.listener = listener;
  }

  private record Work(String description, int tasks, AtomicInteger done) {}

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    String description =
        event.properties() == null ? null : event.properties().getProperty(DESCRIPTION);
    running.put(
        event.stageInfo().stageId(),
        new Work(
            description == null ? event.stageInfo().name() : description,
            event.stageInfo().numTasks(),
            new AtomicInteger()));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    Work work = running.get(event.stageId());
    if (work != null && event.taskInfo().successful()) {
      listener.progress(work.description, work.done.incrementAndGet(), work.tasks);
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    running.remove(event.stageInfo().stageId());
  }
}
