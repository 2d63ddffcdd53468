package org.almagest.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that lies below a directory: paths with the digests of files, to be compared as a whole. */
final class DirectoryTree {
  private DirectoryTree() {}

  static Map<String, String> of(Path root) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .filter(path -> !path.equals(root))
          .forEach(path -> tree.put(root.relativize(path).toString(), content(path)));
    }
    return tree;
  }

  private static String content(Path path) {
    try {
      return Files.isDirectory(path) ? "directory" : Digests.sha256(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
