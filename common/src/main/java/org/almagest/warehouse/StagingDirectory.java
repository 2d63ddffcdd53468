package org.almagest.warehouse;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The directory in which one run prepares its tables, which no other process may use until the end.
 */
final class StagingDirectory {
  private final FileSystem files;
  private final Layout layout;
  private final String runId;
  private final List<Path> created = new ArrayList<>();
  private final Leases leases;
  private final Lease run;
  private final Deque<Lease> others = new ArrayDeque<>();

  /**
   * Takes the lease of the run, and makes what leads to its directory.
   *
   * @throws AlmagestException (usage) where nothing can be written, (conflict) if another process
   *     is at work on the run
   */
  StagingDirectory(FileSystem files, Layout layout, String runId) throws IOException {
    this.files = files;
    this.layout = layout;
    this.runId = runId;
    this.leases = new Leases(files, layout);
    for (Path missing = layout.stagingRoot();
        missing != null && !files.exists(missing);
        missing = missing.getParent()) {
      created.add(missing);
    }
    requireWritable();
    try {
      run = leases.ofRun(runId);
    } catch (IOException | RuntimeException e) {
      deleteCreated();
      throw e;
    }
  }

  private void requireWritable() {
    try {
      if (files.mkdirs(layout.stagingRoot())) {
        return;
      }
    } catch (IOException e) {
      throw notWritable(e);
    }
    throw notWritable(null);
  }

  private AlmagestException notWritable(IOException cause) {
    return new AlmagestException(
        ExitCode.USAGE,
        "The warehouse "
            + Warehouse.rootOf(layout)
            + " cannot be written to; name a directory in which you may create files.",
        cause);
  }

  /** What keeps other processes away from the run. */
  Lease lease() {
    return run;
  }

  /** Keeps a version until the end. */
  void keep(long version) throws IOException {
    others.push(leases.ofVersion(version));
  }

  /** Ends the work on a run that is published. */
  void closePublished() throws IOException {
    try {
      files.delete(layout.finishedStages(layout.snapshot(runId)), true);
      deleteIfEmpty(layout.stagingRoot());
    } catch (IOException e) {
      // The snapshot is published all the same; another run may be using the directory.
    }
    giveBack();
  }

  /** Ends the work on a run that is not, and leaves all that it has written. */
  void closeInspected() throws IOException {
    giveBack();
  }

  /** Ends the work on a run that is not, and removes all that it has written. */
  void closeUnpublished() throws IOException {
    if (run.isHeld()) {
      files.delete(layout.staging(runId), true);
      files.delete(layout.snapshot(runId), true);
    }
    giveBack();
    deleteIfEmpty(layout.snapshots());
    deleteIfEmpty(layout.versions());
    deleteIfEmpty(layout.stagingRoot());
    deleteCreated();
  }

  /** Only when the files are as they are to stay, since then another process may come. */
  private void giveBack() throws IOException {
    CrashPoint.BEFORE_LEASES_END.reached();
    while (!others.isEmpty()) {
      others.pop().close();
    }
    leases.removeEnded();
    run.close();
  }

  private void deleteCreated() throws IOException {
    for (Path directory : created) {
      deleteIfEmpty(directory);
    }
  }

  private void deleteIfEmpty(Path directory) throws IOException {
    if (files.exists(directory) && files.listStatus(directory).length == 0) {
      files.delete(directory, false);
    }
  }
}
