package org.almagest.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Who is at work on a warehouse, so that nothing is removed under his hands and no two work on the
 * same run. A lease is a file that its holder writes anew each minute. It ends when it is given
 * back; or once its holder is known to have ended, which only processes of his host can tell; or
 * {@link #LIFE} after it was written last. Ages are told by the clock of the file system alone.
 */
final class Leases {
  /** So long a lease lasts that is not renewed. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String RUN = "run-";
  private static final String VERSION = "version-";

  private final FileSystem files;
  private final Path directory;

  Leases(FileSystem files, Layout layout) {
    this.files = files;
    this.directory = layout.leases();
  }

  /**
   * Keeps what a run has not published yet. Of several processes that ask for the same run at a
   * time one gets it.
   *
   * @throws AlmagestException (conflict) if another process is at work on it
   */
  Lease ofRun(String runId) throws IOException {
    Path path = new Path(directory, RUN + runId);
    while (true) {
      Optional<Lease> taken = Lease.take(files, path);
      if (taken.isPresent()) {
        return taken.get();
      }
      Optional<FileStatus> other = status(path);
      if (other.isPresent()) {
        byte[] content = Lease.content(files, path).orElse(new byte[0]);
        if (isLive(other.get(), now())) {
          throw atWork(runId, LeaseHolder.read(content));
        }
        removeDead(path, content);
      }
    }
  }

  private AlmagestException atWork(String runId, Optional<LeaseHolder> holder) {
    return new AlmagestException(
        ExitCode.CONFLICT,
        "Another process"
            + holder.map(h -> " (" + h.process() + " on " + h.host() + ")").orElse("")
            + " is at work on the run '"
            + runId
            + "'. Wait for its end. If it was killed on another machine, its lease "
            + new Path(directory, RUN + runId).toUri().getPath()
            + " ends "
            + LIFE.toMinutes()
            + " minutes after it was renewed last.");
  }

  /**
   * Another process may have removed the dead lease, too, and have taken the name by now: what is
   * moved out of the way is looked at again.
   */
  private void removeDead(Path path, byte[] content) throws IOException {
    Path aside = new Path(directory, "." + UUID.randomUUID());
    try {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(path, aside, Options.Rename.NONE);
    } catch (IOException e) {
      // Of a file that goes meanwhile, Hadoop only says that it failed.
      if (holds(path, content)) {
        throw e;
      }
      return; // Somebody else was quicker.
    }
    if (!holds(aside, content)) {
      try {
        DurableFiles.nameOnce(files, aside, path);
      } catch (IOException e) {
        if (!DurableFiles.isTaken(e)) {
          throw e;
        }
      }
    }
    files.delete(aside, false);
  }

  private boolean holds(Path path, byte[] content) throws IOException {
    return Lease.content(files, path).filter(found -> Arrays.equals(found, content)).isPresent();
  }

  /** Keeps a version, such as the one that a run builds on. */
  Lease ofVersion(long number) throws IOException {
    return Lease.take(files, new Path(directory, VERSION + number + "-" + UUID.randomUUID()))
        .orElseThrow();
  }

  /** Whether anybody is at work on that run. Changes nothing where there are no leases at all. */
  boolean isLive(String runId) throws IOException {
    return runs().contains(runId);
  }

  /** Runs that are under way. */
  Set<String> runs() throws IOException {
    Set<String> runs = new HashSet<>();
    for (String name : live()) {
      if (name.startsWith(RUN)) {
        runs.add(name.substring(RUN.length()));
      }
    }
    return runs;
  }

  /** Versions that somebody holds. */
  Set<Long> versions() throws IOException {
    Set<Long> versions = new HashSet<>();
    for (String name : live()) {
      if (name.startsWith(VERSION)) {
        versions.add(
            Long.valueOf(name.substring(VERSION.length(), name.indexOf('-', VERSION.length()))));
      }
    }
    return versions;
  }

  /** Removes leases that have ended, and their directory where that leaves it empty. */
  void removeEnded() throws IOException {
    live();
    Lease.removeIfEmpty(files, directory);
  }

  private Set<String> live() throws IOException {
    FileStatus[] leases;
    try {
      leases = files.listStatus(directory);
    } catch (FileNotFoundException e) {
      return Set.of();
    }
    long now = now();
    Set<String> live = new HashSet<>();
    for (FileStatus lease : leases) {
      if (isLive(lease, now)) {
        live.add(lease.getPath().getName());
      } else {
        files.delete(lease.getPath(), false); // Its holder is gone.
      }
    }
    return live;
  }

  private boolean isLive(FileStatus lease, long now) throws IOException {
    return now - lease.getModificationTime() < LIFE.toMillis()
        && Lease.content(files, lease.getPath())
            .flatMap(LeaseHolder::read)
            .filter(LeaseHolder::isGone)
            .isEmpty();
  }

  private Optional<FileStatus> status(Path path) throws IOException {
    try {
      return Optional.of(files.getFileStatus(path));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The time by the file system's own clock. */
  private long now() throws IOException {
    Path probe = new Path(directory, "." + UUID.randomUUID());
    try (OutputStream out = files.create(probe, false)) {
      out.write('\n');
    }
    try {
      return files.getFileStatus(probe).getModificationTime();
    } finally {
      files.delete(probe, false);
    }
  }
}
