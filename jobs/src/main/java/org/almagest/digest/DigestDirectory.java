package org.almagest.digest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;

/**
 * The directory of somebody's editions: the only code of digests that writes files. A file is
 * written under a hidden name, forced to disk and renamed: it is whole or not there. A journal
 * grows by whole lines, each on disk before the next step. One process at a time works for a
 * profile.
 *
 * <pre>
 * OUT/PROFILE-PERIOD-START.html .txt .eml     editions, to be read, moved or removed
 * OUT/ledger/PROFILE/PERIOD-START.json        an edition as it was written
 * OUT/ledger/PROFILE/PERIOD-START.sent        journal of its sending
 * </pre>
 */
final class DigestDirectory implements Closeable {
  private static final String LEDGER = "ledger";

  private final Path editions;
  private final Path ledger;
  private final FileChannel lock;

  private DigestDirectory(Path editions, Path ledger, FileChannel lock) {
    this.editions = editions;
    this.ledger = ledger;
    this.lock = lock;
  }

  /**
   * Opens the directory for a profile, and makes it where it is not there.
   *
   * @throws AlmagestException (usage) if it cannot be written to, (conflict) if another process
   *     works for that profile
   */
  static DigestDirectory open(Path out, String profile) {
    Path editions = out.toAbsolutePath().normalize();
    Path ledger = editions.resolve(LEDGER).resolve(profile);
    try {
      Files.createDirectories(ledger);
      FileChannel channel =
          FileChannel.open(
              ledger.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new AlmagestException(
            ExitCode.CONFLICT,
            "Another process is at work on the profile "
                + profile
                + " in "
                + editions
                + "; start again when it has ended.");
      }
      return new DigestDirectory(editions, ledger, channel);
    } catch (IOException e) {
      throw AlmagestException.usage(
          "--out "
              + editions
              + " cannot be written ("
              + e
              + "); give a directory that you may write.");
    }
  }

  /** The lock goes with the process, however it ends. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Where an edition's file is, or will be. */
  Path edition(String fileName) {
    return editions.resolve(fileName);
  }

  /** Writes a file of an edition, in place of one that may be there. */
  Path writeEdition(String fileName, byte[] bytes) throws IOException {
    Path file = edition(fileName);
    replace(file, bytes);
    return file;
  }

  /** Writes a file of the ledger, in place of one that may be there. */
  void writeLedger(String fileName, byte[] bytes) throws IOException {
    replace(ledger.resolve(fileName), bytes);
  }

  /** A file of the ledger, if it is there. */
  Optional<byte[]> readLedger(String fileName) throws IOException {
    Path file = ledger.resolve(fileName);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Names of the files of the ledger with that ending, in order. */
  List<String> ledgerFiles(String ending) throws IOException {
    try (Stream<Path> files = Files.list(ledger)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending) && !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  /**
   * Appends a line to a journal of the ledger, and has it on disk when this returns. What a killed
   * process left of a line stays a line by itself.
   */
  void append(String fileName, String line) throws IOException {
    Path file = ledger.resolve(fileName);
    boolean torn = Files.exists(file) && !endsLine(file);
    boolean isNew = !Files.exists(file);
    byte[] bytes =
        ((torn ? "\n" : "") + line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writeAll(channel, bytes);
    }
    if (isNew) {
      forceNames(ledger);
    }
  }

  private static boolean endsLine(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        writeAll(channel, bytes);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceNames(file.getParent());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  /** The names in a directory are on disk only after this. Windows needs and has no such step. */
  private static void forceNames(Path directory) throws IOException {
    if (java.io.File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
