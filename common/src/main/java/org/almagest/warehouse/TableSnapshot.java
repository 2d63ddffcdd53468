package org.almagest.warehouse;

import java.util.List;

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
}
