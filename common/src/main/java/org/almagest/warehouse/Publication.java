package org.almagest.warehouse;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * The steps from a staged run to a version that readers see. A process that is killed between any
 * two of them leaves the version before as it was, or the new one whole; and {@link RunTraces}
 * finds what else there is.
 */
final class Publication {
  private static final String MANIFEST = "manifest.json";

  private final FileSystem files;
  private final Layout layout;
  private final VersionLog versions;
  private final String runId;
  private boolean named;

  Publication(FileSystem files, Layout layout, VersionLog versions, String runId) {
    this.files = files;
    this.layout = layout;
    this.versions = versions;
    this.runId = runId;
  }

  /** Whether a version names the run, as far as can be told: then its files must not be deleted. */
  boolean isNamed() {
    return named;
  }

  /**
   * Publishes.
   *
   * @param manifest what to record
   * @param written names of the directories that the run wrote itself, of tables and others
   * @param number of the version
   * @param run held until the run is published
   * @param current the newest snapshot, read anew each time
   */
  Snapshot publish(
      Manifest manifest,
      Set<String> written,
      long number,
      Lease run,
      Supplier<Optional<Snapshot>> current)
      throws IOException {
    CrashPoint.BEFORE_MANIFEST.reached();
    removeAllBut(written);
    byte[] bytes = Warehouse.JSON.writeValueAsBytes(manifest);
    DurableFiles.replace(files, new Path(layout.staging(runId), MANIFEST), bytes);
    DurableFiles.syncTree(files, layout.staging(runId));
    CrashPoint.BEFORE_RENAME.reached();
    requireHeld(run);
    files.mkdirs(layout.snapshots());
    FileContext.getFileContext(files.getUri(), files.getConf())
        .rename(layout.staging(runId), layout.snapshot(runId), Options.Rename.NONE);
    CrashPoint.AFTER_RENAME.reached();
    DurableFiles.syncNames(files, layout.snapshots());
    DurableFiles.syncNames(files, layout.root());
    CrashPoint.BEFORE_VERSION_FILE.reached();
    commit(new VersionLog.Entry(number, runId, Digests.sha256(bytes)));
    Snapshot snapshot =
        current.get().filter(s -> s.version() >= number).orElseThrow(() -> unreadable(number));
    CrashPoint.BEFORE_HINT.reached();
    hint(snapshot.version());
    CrashPoint.BEFORE_TIDYING.reached();
    return snapshot;
  }

  /** Tables of an attempt that was killed and had more stages, scratch, and the like. */
  private void removeAllBut(Set<String> written) throws IOException {
    Path notes = layout.finishedStages(layout.staging(runId));
    for (FileStatus child : files.listStatus(layout.staging(runId))) {
      String name = child.getPath().getName();
      if (!written.contains(name) && !name.equals(notes.getName())) {
        files.delete(child.getPath(), true);
      }
    }
  }

  private void requireHeld(Lease run) throws IOException {
    if (!run.isHeld()) {
      throw new AlmagestException(
          ExitCode.CONFLICT,
          "The run '"
              + runId
              + "' was taken over by another process, since this one did not renew its lease in"
              + " time. Nothing of this one was published.");
    }
  }

  private AlmagestException unreadable(long number) {
    return new AlmagestException(
        ExitCode.COMMIT_UNKNOWN,
        "Version "
            + number
            + " was written to "
            + Warehouse.rootOf(layout)
            + " but cannot be read back. Nothing was deleted; look at its versions directory before"
            + " the next run.");
  }

  private void commit(VersionLog.Entry entry) throws IOException {
    try {
      versions.commit(entry);
      named = true;
    } catch (AlmagestException e) {
      named = e.exitCode() == ExitCode.COMMIT_UNKNOWN;
      throw e;
    }
  }

  private void hint(long version) {
    try {
      versions.hint(version, runId);
    } catch (IOException e) {
      // The snapshot is published all the same, and no reader depends on the hint.
    }
  }
}
