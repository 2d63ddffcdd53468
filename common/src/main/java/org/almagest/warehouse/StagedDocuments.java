package org.almagest.warehouse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of a run that are no tables, while it is staged. */
final class StagedDocuments {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*\\.[a-z]+");

  private final FileSystem files;
  private final Layout layout;
  private final String runId;
  private final Map<String, DocumentSnapshot> documents = new TreeMap<>();

  StagedDocuments(FileSystem files, Layout layout, String runId) {
    this.files = files;
    this.layout = layout;
    this.runId = runId;
  }

  /** Writes a file in place of one that an earlier process of the run may have left. */
  DocumentSnapshot write(String name, byte[] bytes) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a document is called like report/index.html, and not " + name);
    }
    Path place = staged(name);
    files.mkdirs(place.getParent());
    DurableFiles.replace(files, place, bytes);
    DocumentSnapshot written =
        new DocumentSnapshot(
            name, Layout.publishedTable(runId, name), bytes.length, Digests.sha256(bytes));
    keep(written);
    return written;
  }

  void keep(DocumentSnapshot document) {
    documents.put(document.document(), document);
  }

  void discard(String name) throws IOException {
    files.delete(staged(name).getParent(), true);
  }

  Optional<DocumentSnapshot> named(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  /** By name. */
  List<DocumentSnapshot> all() {
    return List.copyOf(documents.values());
  }

  /** Directories in which this run itself has written some, below its own. */
  List<String> ownDirectories() {
    return documents.values().stream()
        .filter(
            document -> document.path().equals(Layout.publishedTable(runId, document.document())))
        .map(document -> new Path(document.document()).getParent().toString())
        .distinct()
        .toList();
  }

  private Path staged(String name) {
    return new Path(layout.staging(runId), name);
  }
}
