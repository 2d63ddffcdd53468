package org.almagest.warehouse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One table of a snapshot.
 *
 * @param table its name
 * @param path its directory, relative to the warehouse
 * @param rows number of rows
 * @param bytes size of its files
 * @param schema its columns as Spark SQL DDL
 * @param files its Parquet files; a table without rows has one, too
 */
public record TableSnapshot(
    String table, String path, long rows, long bytes, String schema, List<DataFile> files) {
  /**
   * One Parquet file.
   *
   * @param path relative to the warehouse
   * @param sha256 digest of its bytes, in hex
   */
  public record DataFile(String path, long rows, long bytes, String sha256) {}

  public TableSnapshot {
    files = List.copyOf(files);
  }

  /**
   * SHA-256 of what its files hold, in hex: the same for the same files under other names, in any
   * order and in any run's directory.
   */
  public String digest() {
    return Digests.sha256(
        (schema
                + "\n"
                + files.stream().map(DataFile::sha256).sorted().collect(Collectors.joining("\n")))
            .getBytes(StandardCharsets.UTF_8));
  }
}
