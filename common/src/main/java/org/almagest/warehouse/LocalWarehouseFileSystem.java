package org.almagest.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system of a warehouse: no .crc file beside each file, since the manifest's digests
 * take their place, and no {@code chmod} process for each file that is made, which Hadoop starts
 * where its native library is missing.
 */
public final class LocalWarehouseFileSystem extends RawLocalFileSystem {
  /** Hadoop's own has none, and libraries that write to any file system ask for it. */
  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    java.nio.file.Path local = pathToFile(path).toPath();
    if (local.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      String symbols =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Files.setPosixFilePermissions(local, PosixFilePermissions.fromString(symbols));
    } else {
      super.setPermission(path, permission);
    }
  }
}
