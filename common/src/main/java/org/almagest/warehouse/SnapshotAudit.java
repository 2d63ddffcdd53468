package org.almagest.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.almagest.warehouse.TableSnapshot.DataFile;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads every file of a snapshot again and compares it with the manifest. */
final class SnapshotAudit {
  private final FileSystem files;
  private final Layout layout;

  SnapshotAudit(FileSystem files, Layout layout) {
    this.files = files;
    this.layout = layout;
  }

  /** What is not as the manifest says, each in a sentence; empty where all is well. */
  List<String> damage(Snapshot snapshot) throws IOException {
    List<String> found = new ArrayList<>();
    for (TableSnapshot table : snapshot.tables()) {
      for (DataFile file : table.files()) {
        damage(file).ifPresent(what -> found.add(file.path() + " " + what));
      }
    }
    for (DocumentSnapshot document : snapshot.manifest().documents()) {
      DataFile file = new DataFile(document.path(), 0, document.bytes(), document.sha256());
      damage(file).ifPresent(what -> found.add(file.path() + " " + what));
    }
    return found;
  }

  private Optional<String> damage(DataFile file) throws IOException {
    Path path = new Path(layout.root(), file.path());
    try {
      long bytes = files.getFileStatus(path).getLen();
      if (bytes != file.bytes()) {
        return Optional.of("has " + bytes + " bytes, not " + file.bytes() + ".");
      }
      try (var in = files.open(path)) {
        return Digests.sha256(in).equals(file.sha256())
            ? Optional.empty()
            : Optional.of("does not have the content that was published.");
      }
    } catch (FileNotFoundException e) {
      return Optional.of("is gone.");
    }
  }
}
