package org.almagest.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Files that are still there after a loss of power. A local file system keeps what was written in
 * memory until it is told otherwise, and the names in a directory apart from the files themselves.
 * Other file systems are asked as each file is written, as far as they can be.
 */
final class DurableFiles {
  private DurableFiles() {}

  /** Writes a new file, and has it on disk when this returns. */
  static void write(FileSystem files, Path path, byte[] bytes) throws IOException {
    try (FSDataOutputStream out = files.create(path, false)) {
      out.write(bytes);
      out.hsync();
    }
    if (isLocal(files)) {
      force(path, StandardOpenOption.WRITE);
    }
  }

  /**
   * Gives a written draft a name that nobody has, or fails where somebody has it: of several who
   * try at a time exactly one succeeds. The local file system's create is not exclusive, but a hard
   * link is, after which the draft is still there; elsewhere a rename that refuses to overwrite is.
   *
   * @throws java.nio.file.FileAlreadyExistsException or Hadoop's exception of that name
   */
  static void nameOnce(FileSystem files, Path draft, Path target) throws IOException {
    if (isLocal(files)) {
      Files.createLink(local(target), local(draft));
    } else {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(draft, target, Options.Rename.NONE);
    }
  }

  /** Whether a failure of {@link #nameOnce} says that the name is taken. */
  static boolean isTaken(IOException e) {
    return e instanceof FileAlreadyExistsException
        || e instanceof org.apache.hadoop.fs.FileAlreadyExistsException;
  }

  /** Writes a file whole or not at all, in place of one that may be there. */
  static void replace(FileSystem files, Path path, byte[] bytes) throws IOException {
    Path draft = new Path(path.getParent(), "." + path.getName());
    files.delete(draft, false);
    write(files, draft, bytes);
    FileContext.getFileContext(files.getUri(), files.getConf())
        .rename(draft, path, Options.Rename.OVERWRITE);
    syncNames(files, path.getParent());
  }

  /** Has a directory and all below it on disk. */
  static void syncTree(FileSystem files, Path directory) throws IOException {
    if (!isLocal(files)) {
      return;
    }
    for (FileStatus status : files.listStatus(directory)) {
      if (status.isDirectory()) {
        syncTree(files, status.getPath());
      } else {
        force(status.getPath(), StandardOpenOption.WRITE);
      }
    }
    syncNames(files, directory);
  }

  /** Has the names in a directory on disk, where that is a step of its own. */
  static void syncNames(FileSystem files, Path directory) throws IOException {
    // Windows cannot open a directory, and needs no such step.
    if (isLocal(files) && java.io.File.separatorChar == '/') {
      force(directory, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(local(path), access)) {
      channel.force(true);
    }
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private static boolean isLocal(FileSystem files) {
    return "file".equals(files.getUri().getScheme());
  }
}
