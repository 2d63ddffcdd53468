package org.almagest.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The stages that a run has finished, so that it can go on from there after it was killed. */
final class FinishedStages implements WholeFiles {
  private static final String SUFFIX = ".json";

  private final FileSystem files;
  private final Layout layout;
  private final String runId;

  FinishedStages(FileSystem files, Layout layout, String runId) {
    this.files = files;
    this.layout = layout;
    this.runId = runId;
  }

  /** By name. A note that is torn counts as none. */
  Map<String, FinishedStage> all() throws IOException {
    Map<String, FinishedStage> finished = new TreeMap<>();
    for (FileStatus note : notes()) {
      try (var in = files.open(note.getPath())) {
        FinishedStage stage = Warehouse.JSON.readValue(in.readAllBytes(), FinishedStage.class);
        finished.put(stage.stage().stage(), stage);
      } catch (JsonProcessingException e) {
        // Written by another release, or damaged: the stage runs again.
      }
    }
    return finished;
  }

  /** Notes a stage whose tables are complete; they are on disk when this returns. */
  void add(FinishedStage stage) throws IOException {
    for (TableSnapshot table : stage.tables()) {
      DurableFiles.syncTree(files, layout.during(runId, table.path()));
    }
    for (DocumentSnapshot document : stage.documents()) {
      DurableFiles.syncTree(files, layout.during(runId, document.path()).getParent());
    }
    Path note = note(stage.stage().stage());
    files.mkdirs(note.getParent());
    DurableFiles.replace(files, note, Warehouse.JSON.writeValueAsBytes(stage));
  }

  void remove(String stage) throws IOException {
    files.delete(note(stage), false);
  }

  @Override
  public boolean isWhole(String path, long wanted) {
    try {
      Optional<Long> bytes = length(layout.during(runId, path));
      // A run that was killed between rename and publish.
      bytes = bytes.isPresent() ? bytes : length(new Path(layout.root(), path));
      return bytes.isPresent() && bytes.get() == wanted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Long> length(Path path) throws IOException {
    try {
      return Optional.of(files.getFileStatus(path).getLen());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private FileStatus[] notes() throws IOException {
    for (Path run : new Path[] {layout.staging(runId), layout.snapshot(runId)}) {
      try {
        return files.listStatus(
            layout.finishedStages(run),
            path -> path.getName().endsWith(SUFFIX) && !path.getName().startsWith("."));
      } catch (FileNotFoundException e) {
        // It has no such directory, or is in the other place.
      }
    }
    return new FileStatus[0];
  }

  private Path note(String stage) {
    return new Path(layout.finishedStages(layout.staging(runId)), stage + SUFFIX);
  }
}
