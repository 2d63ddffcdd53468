package org.almagest.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;

/**
 * Where a person wants an export: a file, or a directory for one of several files. It is written to
 * a hidden sibling, which then takes its name: under that there is all of it, or what was there
 * before.
 */
public final class ExportTarget {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path target;
  private final String kind;
  private final List<String> names;
  private final Existing existing;

  /** Writes the bytes of one file. */
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** What becomes of a file that is there already. */
  public enum Existing {
    /** It stays, and nothing is written. */
    KEEP,
    /** It makes way. */
    REPLACE
  }

  /**
   * Looks whether the place is free, and writes nothing yet.
   *
   * @param kind what is exported, for messages
   * @param names of its files; more than one make a directory
   * @throws AlmagestException (usage) if something is there that must stay
   */
  public ExportTarget(Path out, String kind, List<String> names, Existing existing) {
    this.target = resolved(out);
    this.kind = kind;
    this.names = List.copyOf(names);
    this.existing = existing;
    requireFree();
  }

  /**
   * Writes the export.
   *
   * @param contents of the files, by name
   * @throws AlmagestException (usage) if the place cannot be written to, or has been taken
   */
  public void write(Map<String, Content> contents) throws IOException {
    try (Scratch scratch = new Scratch(target)) {
      for (String name : names) {
        try (OutputStream out = open(scratch.path.resolve(name))) {
          contents.get(name).write(out);
        }
      }
      requireFree();
      if (isDirectory()) {
        replaceDirectory(scratch.path);
      } else {
        Path file = scratch.path.resolve(names.get(0));
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** The JDK's writer of XML hands on a character at a time, which no file should see. */
  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER_BYTES);
  }

  /** Where the export is, or will be. */
  public Path path() {
    return target;
  }

  /** A link is followed, so that what it points to is replaced and not the link. */
  private static Path resolved(Path out) {
    Path path = out.toAbsolutePath().normalize();
    try {
      path = Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      throw AlmagestException.usage("--out " + out + " cannot be looked at (" + e + ").");
    }
    if (path.getFileName() == null) {
      throw AlmagestException.usage("--out is " + out + "; give a file or directory below it.");
    }
    return path;
  }

  private boolean isDirectory() {
    return names.size() > 1;
  }

  private void requireFree() {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (isDirectory()) {
      requireFreeDirectory();
    } else if (Files.isDirectory(target)) {
      throw AlmagestException.usage(
          "--out "
              + target
              + " is a directory; give a file in it, such as "
              + target.resolve(names.get(0))
              + ".");
    } else if (existing == Existing.KEEP) {
      throw AlmagestException.usage(
          "--out " + target + " exists; give another file, or --overwrite to replace it.");
    } else if (!Files.isRegularFile(target)) {
      throw AlmagestException.usage("--out " + target + " is no file that could be replaced.");
    }
  }

  private void requireFreeDirectory() {
    if (!Files.isDirectory(target)) {
      throw AlmagestException.usage(
          "--out " + target + " is a file, but " + kind + " needs a directory.");
    }
    List<String> found;
    try (Stream<Path> files = Files.list(target)) {
      found = files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw AlmagestException.usage(
          "--out " + target + " cannot be listed (" + e + "); give one that does not exist.");
    }
    if (!found.isEmpty() && existing == Existing.KEEP) {
      throw AlmagestException.usage(
          "--out "
              + target
              + " is not empty; give another directory, or --overwrite to replace it.");
    }
    // Nothing of anybody else's goes, whatever was typed.
    for (String name : found) {
      if (!names.contains(name)) {
        throw AlmagestException.usage(
            "--out "
                + target
                + " holds "
                + name
                + ", which --overwrite does not touch; give a directory of its own.");
      }
    }
  }

  private void replaceDirectory(Path complete) throws IOException {
    if (!Files.exists(target)) {
      Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = Scratch.sibling(target, "replaced");
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    Scratch.delete(old);
  }

  /** The hidden sibling, which is gone in the end. */
  private static final class Scratch implements Closeable {
    private final Path path;

    Scratch(Path target) {
      path = sibling(target, "partial");
      try {
        Files.createDirectories(path);
      } catch (IOException e) {
        throw AlmagestException.usage(
            "--out "
                + target
                + " cannot be written ("
                + e
                + "); give a place that you may write to.");
      }
    }

    static Path sibling(Path target, String purpose) {
      return target.resolveSibling(
          "." + target.getFileName() + "." + purpose + "-" + UUID.randomUUID());
    }

    static void delete(Path directory) throws IOException {
      if (!Files.exists(directory)) {
        return;
      }
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }

    @Override
    public void close() throws IOException {
      delete(path);
    }
  }
}
