package org.almagest.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;

/**
 * The directory a corpus is written to. Files go to a hidden sibling, which {@link #commit}
 * renames: under its own name the directory is complete or not there.
 */
final class CorpusDirectory implements CorpusSink, Closeable {
  private final Path target;
  private final Path partial;

  /**
   * Prepares to write there.
   *
   * @throws AlmagestException if it exists and is not an empty directory, or cannot be created
   */
  CorpusDirectory(Path out) {
    target = out.toAbsolutePath().normalize();
    Path name = target.getFileName();
    if (name == null) {
      throw AlmagestException.usage("--out is " + out + "; give a directory that does not exist.");
    }
    refuseUnlessFree();
    partial = target.resolveSibling("." + name + ".partial-" + UUID.randomUUID());
    try {
      Files.createDirectories(partial);
    } catch (IOException e) {
      throw AlmagestException.usage(
          "--out "
              + target
              + " cannot be created ("
              + e
              + "); give a directory whose parent you may write to.");
    }
  }

  @Override
  public OutputStream open(String path) throws IOException {
    Path file = partial.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
  }

  /** Makes the corpus appear; every file must be closed. */
  void commit() throws IOException {
    refuseUnlessFree();
    Files.deleteIfExists(target);
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes what was not committed. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(partial)) {
      return;
    }
    try (Stream<Path> files = Files.walk(partial)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void refuseUnlessFree() {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isEmpty()) {
        return;
      }
    } catch (IOException e) {
      throw AlmagestException.usage(
          "--out " + target + " is no directory that can be listed; give one that does not exist.");
    }
    throw AlmagestException.usage(
        "--out " + target + " is not empty; remove it or give another directory.");
  }
}
