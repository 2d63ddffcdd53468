package org.almagest.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The process that holds a lease, as the lease's file tells it.
 *
 * @param host name of its machine
 * @param system which start of that machine, and which of its containers, numbers the process;
 *     empty where that is not known
 * @param process its number
 * @param startedMillis when it started, in milliseconds since 1970; 0 where that is not known
 * @param lease tells this lease from any other of the same process
 */
record LeaseHolder(String host, String system, long process, long startedMillis, String lease) {
  /** A system's clock may be set while a process runs, and its start is told by that clock. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

  /** This process, for a new lease. */
  static LeaseHolder thisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new LeaseHolder(
        hostName(), systemName(), self.pid(), startOf(self), UUID.randomUUID().toString());
  }

  /** The holder that a lease's file names, if it is whole. */
  static Optional<LeaseHolder> read(byte[] bytes) {
    try {
      return Optional.ofNullable(Warehouse.JSON.readValue(bytes, LeaseHolder.class))
          .filter(holder -> holder.host != null && holder.system != null && holder.lease != null);
    } catch (JsonProcessingException | CharConversionException e) {
      return Optional.empty(); // It is being written, or by an older release.
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  byte[] bytes() {
    try {
      return Warehouse.JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers", e);
    }
  }

  /**
   * Whether it is known to have ended: it ran on this host, and its number is nobody's or that of a
   * process that started at another time.
   */
  boolean isGone() {
    if (!host.equals(hostName()) || !system.equals(systemName())) {
      return false;
    }
    Optional<ProcessHandle> now = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    if (now.isEmpty()) {
      return true;
    }
    long started = startOf(now.get());
    return started != 0
        && startedMillis != 0
        && Math.abs(started - startedMillis) > START_TOLERANCE.toMillis();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    return firstLine("/proc/sys/kernel/hostname")
        .orElseGet(
            () -> {
              try {
                return InetAddress.getLocalHost().getHostName();
              } catch (IOException e) {
                return "";
              }
            });
  }

  /** Containers of one machine may have the same name, and count their processes apart. */
  private static String systemName() {
    String numbering;
    try {
      numbering = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException e) {
      numbering = "";
    }
    return (firstLine("/proc/sys/kernel/random/boot_id").orElse("") + " " + numbering).strip();
  }

  private static Optional<String> firstLine(String file) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines.findFirst().map(String::strip);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
