package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local file system of a warehouse: permissions without a process, files without checksums. */
class LocalWarehouseFileSystemTest {
  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-xr-x", "rw-r--r--", "rw-------", "r--r--r--"})
  void setsPermissions(String symbols) throws IOException {
    Path file = Files.createFile(root.resolve("a file"));
    open().setPermission(hadoop(file), FsPermission.valueOf("-" + symbols));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(symbols);
  }

  @Test
  void writesNoChecksumFiles() throws IOException {
    FileSystem files = open();
    try (var out = files.create(hadoop(root.resolve("sub/file")))) {
      out.write(1);
    }
    assertThat(files.rename(hadoop(root.resolve("sub/file")), hadoop(root.resolve("sub/moved"))))
        .isTrue();
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(root.resolve("sub/moved"));
    }
  }

  @Test
  void isWhatAWarehouseOpens() throws IOException {
    assertThat(open()).isInstanceOf(LocalWarehouseFileSystem.class);
    assertThat(open().getUri()).hasScheme("file");
  }

  private FileSystem open() throws IOException {
    return WarehouseFileSystem.of(hadoop(root), new Configuration());
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }
}
