package org.almagest.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.almagest.fault.AlmagestException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Where a person wants a copy of a file of a snapshot that is no table: a local file. It is written
 * beside that, and then takes its name.
 */
public final class DocumentCopy {
  private final Path target;

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
   * @throws AlmagestException (usage) if something is there that must stay
   */
  public DocumentCopy(Path out, Existing existing) {
    this.target = out.toAbsolutePath().normalize();
    if (Files.isDirectory(target)) {
      throw AlmagestException.usage(
          "--out " + target + " is a directory; give a file in it, such as report.html.");
    }
    if (existing == Existing.KEEP && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw AlmagestException.usage(
          "--out " + target + " exists; give another file, or --overwrite to replace it.");
    }
  }

  /**
   * Writes the copy.
   *
   * @return where it is
   * @throws AlmagestException (usage) if the place cannot be written to
   */
  public Path write(Snapshot snapshot, DocumentSnapshot document) throws IOException {
    // Without a scheme it is local, whatever Hadoop's default is.
    org.apache.hadoop.fs.Path source =
        new org.apache.hadoop.fs.Path(
            new org.apache.hadoop.fs.Path("file:///"),
            new org.apache.hadoop.fs.Path(snapshot.place(document)));
    FileSystem files = source.getFileSystem(new Configuration());
    byte[] bytes;
    try (var in = files.open(source)) {
      bytes = in.readAllBytes();
    }
    Path draft =
        target.resolveSibling("." + target.getFileName() + ".partial-" + UUID.randomUUID());
    try {
      Files.createDirectories(target.getParent());
      Files.write(draft, bytes);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw AlmagestException.usage(
          "--out "
              + target
              + " cannot be written ("
              + e
              + "); give a place that you may write to.");
    } finally {
      Files.deleteIfExists(draft);
    }
    return target;
  }
}
