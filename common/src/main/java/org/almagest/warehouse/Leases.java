package org.almagest.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Who is at work on a warehouse, so that nothing is removed under his hands. A lease is a file that
 * its holder writes anew each minute; it ends when it is given back, or {@link #LIFE} after its
 * holder was killed. Ages are told by the clock of the file system alone.
 */
final class Leases {
  /** So long a lease lasts that is not renewed. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final Duration RENEWAL = Duration.ofMinutes(1);
  private static final String RUN = "run-";
  private static final String VERSION = "version-";

  private final FileSystem files;
  private final Path directory;

  /** Something that is kept until this is closed. */
  static final class Lease implements AutoCloseable {
    private final FileSystem files;
    private final Path path;
    private final ScheduledExecutorService renewals;
    private final ScheduledFuture<?> renewal;

    private Lease(FileSystem files, Path path) throws IOException {
      this.files = files;
      this.path = path;
      write();
      renewals =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "lease " + path.getName());
                thread.setDaemon(true);
                return thread;
              });
      renewal =
          renewals.scheduleAtFixedRate(
              this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void write() throws IOException {
      try (OutputStream out = files.create(path, true)) {
        out.write('\n');
      }
    }

    private void renew() {
      try {
        write();
      } catch (IOException e) {
        // The next try is a minute away, and the lease lasts for ten.
      }
    }

    /** Gives it back. */
    @Override
    public void close() throws IOException {
      renewal.cancel(false);
      renewals.shutdown();
      try {
        renewals.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      files.delete(path, false);
      Path root = path.getParent();
      try {
        if (files.listStatus(root).length == 0) {
          files.delete(root, false);
        }
      } catch (FileNotFoundException e) {
        // Another holder removed the empty directory.
      }
    }
  }

  Leases(FileSystem files, Layout layout) {
    this.files = files;
    this.directory = layout.leases();
  }

  /** Keeps what a run has not published yet. */
  Lease ofRun(String runId) throws IOException {
    return new Lease(files, new Path(directory, RUN + runId));
  }

  /** Keeps a version, such as the one that a run builds on. */
  Lease ofVersion(long number) throws IOException {
    return new Lease(files, new Path(directory, VERSION + number + "-" + UUID.randomUUID()));
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
      if (now - lease.getModificationTime() < LIFE.toMillis()) {
        live.add(lease.getPath().getName());
      } else {
        files.delete(lease.getPath(), false); // Its holder is gone.
      }
    }
    return live;
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
