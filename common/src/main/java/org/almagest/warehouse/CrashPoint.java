package org.almagest.warehouse;

import java.util.Locale;

/**
 * Where a run can be made to end as if it had been killed, so that tests see what each of its steps
 * leaves behind. Only for tests: the system property {@value #PROPERTY} names a point, and a
 * process that comes by it halts at once, without any clean-up. Without the property nothing
 * happens.
 */
public enum CrashPoint {
  /** A stage has written its tables, but is not noted as finished. */
  BEFORE_STAGE_COMMIT,
  /** A stage is noted as finished. */
  AFTER_STAGE,
  /** All stages are finished. */
  BEFORE_MANIFEST,
  /** The manifest is written; the run is still staged. */
  BEFORE_RENAME,
  /** The run lies among the snapshots, but no version names it. */
  AFTER_RENAME,
  /** The same, and that is on disk. */
  BEFORE_VERSION_FILE,
  /** The version file is written under the name of a draft. */
  AFTER_VERSION_DRAFT,
  /** The version file has its name: the run is published. */
  AFTER_VERSION_LINK,
  /** The hint at the newest version is as it was before. */
  BEFORE_HINT,
  /** The hint is written under the name of a draft. */
  AFTER_HINT_DRAFT,
  /** The notes on finished stages are still there. */
  BEFORE_TIDYING,
  /** Nothing but the leases is left of the run's own files. */
  BEFORE_LEASES_END;

  /**
   * Names the point at which to halt, such as {@code after-rename} or {@code after-stage:terms}.
   */
  public static final String PROPERTY = "almagest.crash-at";

  /** Exit code of a process that halted; the same as after {@code kill -9}. */
  public static final int EXIT_CODE = 137;

  /** What a test gives as {@link #PROPERTY}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same, for a point that each stage comes by. */
  public String label(String stage) {
    return label() + ":" + stage;
  }

  void reached() {
    haltAt(label());
  }

  void reached(String stage) {
    haltAt(label(stage));
  }

  private static void haltAt(String point) {
    if (point.equals(System.getProperty(PROPERTY))) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }
}
