package org.almagest.run;

import org.almagest.warehouse.Manifest.StageRecord;

/** Hears how a run is getting on. Calls come from several threads. */
public interface ProgressListener {
  /** Stage number {@code index} (from 1) of {@code total} begins. */
  void stageStarted(String stage, int index, int total);

  /**
   * Work within the current stage.
   *
   * @param doing what is being done, such as {@code reading}
   * @param done Spark tasks finished
   * @param total tasks in all, or 0 where that is not known
   */
  void progress(String doing, long done, long total);

  /** The current stage has ended well. */
  void stageFinished(StageRecord stage);

  /** Stage number {@code index} (from 1) of {@code total} is not run: its work was done before. */
  void stageReused(StageRecord stage, int index, int total);

  /** Something that a person should know and that does not stop the run. */
  void warning(String message);
}
