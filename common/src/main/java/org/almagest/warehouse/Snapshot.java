package org.almagest.warehouse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * A published state of the warehouse. Nothing in it ever changes.
 *
 * @param version its number: 1, 2, …
 * @param warehouse the warehouse's directory, absolute
 * @param manifest what it holds and how it came to be
 */
public record Snapshot(long version, String warehouse, Manifest manifest) {
  /** Its tables, by name. */
  public List<TableSnapshot> tables() {
    return manifest.tables();
  }

  /** The table of that name. */
  public Optional<TableSnapshot> table(String name) {
    return tables().stream().filter(t -> t.table().equals(name)).findFirst();
  }

  /** Its file of that name that is no table. */
  public Optional<DocumentSnapshot> document(String name) {
    return manifest.documents().stream().filter(d -> d.document().equals(name)).findFirst();
  }

  /** Absolute path of such a file. */
  public String place(DocumentSnapshot document) {
    return warehouse + "/" + document.path();
  }

  /** The bytes of such a file. */
  public byte[] read(DocumentSnapshot document) throws IOException {
    // Without a scheme it is local, whatever Hadoop's default is.
    Path file = new Path(new Path("file:///"), new Path(place(document)));
    try (FSDataInputStream in = file.getFileSystem(new Configuration()).open(file)) {
      return in.readAllBytes();
    }
  }

  /** Absolute paths of a table's Parquet files. */
  public List<String> files(TableSnapshot table) {
    return table.files().stream().map(f -> warehouse + "/" + f.path()).toList();
  }
}
