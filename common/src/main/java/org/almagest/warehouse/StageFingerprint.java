package org.almagest.warehouse;

/**
 * What the tables of a stage follow from, as SHA-256 digests in hex. Where two stages have the same
 * {@link #work}, their tables hold the same.
 *
 * @param request of what a person asked for: the stage's settings, seed and input files
 * @param work of that, the code, and the content of the tables that the stage read
 * @param previous of the tables of the snapshot before that it looked at, to name things as they
 *     were named there
 */
public record StageFingerprint(String request, String work, String previous) {
  /** Of a stage of which that is not known; equal to no other in {@link #isWorkOf}. */
  public static final StageFingerprint UNKNOWN = new StageFingerprint("", "", "");

  public StageFingerprint {
    request = request == null ? "" : request;
    work = work == null ? "" : work;
    previous = previous == null ? "" : previous;
  }

  /** Whether both stand for the same work. */
  public boolean isWorkOf(StageFingerprint other) {
    return !work.isEmpty() && work.equals(other.work);
  }

  /** Whether both stand for the same request. */
  public boolean isRequestOf(StageFingerprint other) {
    return !request.isEmpty() && request.equals(other.request);
  }
}
