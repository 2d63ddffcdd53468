package org.almagest.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.fault.Secrets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files that a person's paths, directories and globs stand for. */
final class InputFiles {
  /**
   * One file.
   *
   * @param path absolute, with its scheme unless it is local and local files are the default
   * @param bytes its size
   * @param modifiedMillis when it was written last, in milliseconds since 1970
   */
  record InputFile(String path, long bytes, long modifiedMillis) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private InputFiles() {}

  /**
   * Resolves inputs. Directories are walked to the end; files and directories whose name begins
   * with a dot or an underscore are left out, and wildcards do not match them: they must be named.
   *
   * @return each file once, sorted by path, so that the order of the inputs does not matter
   * @throws AlmagestException (usage) for an input that names nothing; (bad input) if there is no
   *     file
   */
  static List<InputFile> resolve(List<String> inputs, Configuration hadoop) {
    TreeMap<String, InputFile> found = new TreeMap<>();
    for (String input : inputs) {
      Secrets.requireNone("input", input);
      try {
        List<InputFile> ofInput = new ArrayList<>();
        for (FileStatus status : matches(input, hadoop)) {
          ofInput.addAll(walk(status, hadoop));
        }
        ofInput.forEach(file -> found.put(file.path(), file));
        if (ofInput.isEmpty()) {
          throw new AlmagestException(
              ExitCode.BAD_INPUT,
              "The input "
                  + input
                  + " holds no file to read; name files, or a directory with some.");
        }
      } catch (IOException e) {
        throw new AlmagestException(
            ExitCode.BAD_INPUT,
            "The input "
                + input
                + " cannot be listed: "
                + e.getMessage()
                + ". Check the path and that you may read it.",
            e);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<FileStatus> matches(String input, Configuration hadoop) throws IOException {
    Path path;
    try {
      path = new Path(input);
    } catch (IllegalArgumentException e) {
      throw new AlmagestException(
          ExitCode.USAGE, "The input '" + input + "' is no path: " + e.getMessage() + ".", e);
    }
    FileSystem files = path.getFileSystem(hadoop);
    if (files.exists(path)) {
      return List.of(files.getFileStatus(path));
    }
    FileStatus[] globbed = files.globStatus(path);
    List<FileStatus> matches =
        globbed == null
            ? List.of()
            : Arrays.stream(globbed).filter(file -> namesAll(path, file.getPath())).toList();
    if (matches.isEmpty()) {
      throw AlmagestException.usage(
          "The input "
              + input
              + " names no file; check the path, and quote a glob so that it"
              + " reaches the command as it is.");
    }
    return matches;
  }

  /** Whether no wildcard stands for a hidden name: as in a shell, {@code *} is not {@code .git}. */
  private static boolean namesAll(Path glob, Path match) {
    Path pattern = glob;
    for (Path part = match; part != null && pattern != null; part = part.getParent()) {
      if (isHidden(part.getName()) && !isNamed(pattern.getName())) {
        return false;
      }
      pattern = pattern.getParent();
    }
    return true;
  }

  private static boolean isNamed(String pattern) {
    return !pattern.startsWith("*") && !pattern.startsWith("?");
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static List<InputFile> walk(FileStatus start, Configuration hadoop) throws IOException {
    List<InputFile> found = new ArrayList<>();
    Deque<FileStatus> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      FileStatus status = open.pop();
      if (status.isFile()) {
        found.add(
            new InputFile(
                display(status.getPath(), hadoop), status.getLen(), status.getModificationTime()));
        continue;
      }
      for (FileStatus child : status.getPath().getFileSystem(hadoop).listStatus(status.getPath())) {
        if (!isHidden(child.getPath().getName())) {
          open.push(child);
        }
      }
    }
    found.sort(Comparator.comparing(InputFile::path));
    return found;
  }

  /** Without its scheme where that is not needed to open it again. */
  private static String display(Path path, Configuration hadoop) {
    boolean local =
        "file".equals(path.toUri().getScheme())
            && "file".equals(FileSystem.getDefaultUri(hadoop).getScheme());
    return local ? path.toUri().getPath() : path.toString();
  }
}
