package org.almagest.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.almagest.warehouse.Manifest.StageRecord;

/** Remembers what a run says. */
public final class RecordingListener implements ProgressListener {
  /** One call of {@link #progress}. */
  public record Progress(String doing, long done, long total) {}

  private final List<String> stages = new CopyOnWriteArrayList<>();
  private final List<Progress> progress = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  @Override
  public void stageStarted(String stage, int index, int total) {
    stages.add("started " + stage + " " + index + "/" + total);
  }

  @Override
  public void progress(String doing, long done, long total) {
    progress.add(new Progress(doing, done, total));
  }

  @Override
  public void stageFinished(StageRecord stage) {
    stages.add("finished " + stage.stage());
  }

  @Override
  public void stageReused(StageRecord stage, int index, int total) {
    stages.add("reused " + stage.stage() + " " + index + "/" + total);
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
  }

  /** Starts and ends of stages. */
  public List<String> stages() {
    return List.copyOf(stages);
  }

  public List<Progress> progress() {
    return List.copyOf(progress);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}
