package org.almagest.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Something that is kept until this is closed: see {@link Leases}. */
final class Lease implements AutoCloseable {
  private static final Duration RENEWAL = Duration.ofMinutes(1);

  private final FileSystem files;
  private final Path path;
  private final byte[] content;
  private final ScheduledExecutorService renewals;
  private final ScheduledFuture<?> renewal;

  private Lease(FileSystem files, Path path, byte[] content) {
    this.files = files;
    this.path = path;
    this.content = content;
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

  /** Takes it, unless somebody has it. */
  static Optional<Lease> take(FileSystem files, Path path) throws IOException {
    byte[] content = LeaseHolder.thisProcess().bytes();
    Path draft = new Path(path.getParent(), "." + UUID.randomUUID());
    try {
      write(files, draft, content);
      DurableFiles.nameOnce(files, draft, path);
    } catch (IOException e) {
      if (DurableFiles.isTaken(e)) {
        return Optional.empty();
      }
      throw e;
    } finally {
      files.delete(draft, false);
    }
    return Optional.of(new Lease(files, path, content));
  }

  private static void write(FileSystem files, Path path, byte[] content) throws IOException {
    try (OutputStream out = files.create(path, true)) {
      out.write(content);
    }
  }

  private synchronized void renew() {
    try {
      if (isHeld()) {
        write(files, path, content);
      }
    } catch (IOException e) {
      // The next try is a minute away, and the lease lasts for ten.
    }
  }

  /** Whether it is still ours: it may have ended while this process was not running. */
  synchronized boolean isHeld() throws IOException {
    return content(files, path).filter(now -> Arrays.equals(now, content)).isPresent();
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
    if (isHeld()) {
      files.delete(path, false);
    }
    removeIfEmpty(files, path.getParent());
  }

  static Optional<byte[]> content(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  static void removeIfEmpty(FileSystem files, Path directory) throws IOException {
    try {
      if (files.listStatus(directory).length == 0) {
        files.delete(directory, false);
      }
    } catch (FileNotFoundException e) {
      // Another holder removed the empty directory.
    }
  }
}
