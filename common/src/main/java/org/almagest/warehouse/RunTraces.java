package org.almagest.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** What a run of some name has left in a warehouse, whether it was published or killed. */
public final class RunTraces implements WholeFiles {
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final FileSystem files;
  private final Layout layout;
  private final VersionLog versions;
  private final String runId;
  private final Supplier<List<PublishedVersion>> history;

  /**
   * @param history all versions, newest first, read anew each time
   */
  RunTraces(
      FileSystem files,
      Layout layout,
      VersionLog versions,
      String runId,
      Supplier<List<PublishedVersion>> history) {
    if (!RUN_ID.matcher(runId).matches()) {
      throw AlmagestException.usage(
          "The run id '"
              + runId
              + "' must be 1 to 64 letters, digits, dots, hyphens or underscores, and begin with a"
              + " letter or digit.");
    }
    this.files = files;
    this.layout = layout;
    this.versions = versions;
    this.runId = runId;
    this.history = history;
  }

  /**
   * The newest version that names the run, or empty where it has not published, or not yet.
   *
   * @throws AlmagestException (usage) if it was published, and is damaged or was removed but for
   *     tables that later versions took over
   */
  public Optional<Snapshot> published() {
    try {
      return files.exists(layout.snapshot(runId)) ? namedBy(history.get()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Snapshot> namedBy(List<PublishedVersion> all) throws IOException {
    for (PublishedVersion version : all) {
      Optional<VersionLog.Entry> entry = versions.read(version.number());
      if (entry.filter(e -> e.runId().equals(runId)).isPresent()) {
        return Optional.of(
            version
                .snapshot()
                .orElseThrow(
                    () ->
                        usedBefore("its manifest in version " + version.number() + " is damaged")));
      }
    }
    String ours = Layout.publishedTable(runId, "");
    boolean needed =
        all.stream()
            .flatMap(version -> version.snapshot().stream())
            .flatMap(
                snapshot ->
                    Stream.concat(
                        snapshot.tables().stream().map(TableSnapshot::path),
                        snapshot.manifest().documents().stream().map(DocumentSnapshot::path)))
            .anyMatch(path -> path.startsWith(ours));
    if (needed) {
      throw usedBefore("its version was removed, while later ones have tables of it");
    }
    return Optional.empty();
  }

  void requireUnpublished() {
    Optional<Snapshot> earlier = published();
    if (earlier.isPresent()) {
      throw usedBefore("version " + earlier.get().version() + " is of it");
    }
  }

  private AlmagestException usedBefore(String why) {
    return AlmagestException.usage(
        "The run id '"
            + runId
            + "' was used before in "
            + Warehouse.rootOf(layout)
            + ", and "
            + why
            + "; choose another.");
  }

  /**
   * Takes an unpublished run back to where runs are prepared, if it was killed on its way from
   * there, and removes what it had begun to write beside the files that readers go by. Its lease
   * must be held.
   */
  void takeBack() throws IOException {
    removeDrafts();
    if (files.exists(layout.snapshot(runId))) {
      files.delete(layout.staging(runId), true);
      files.mkdirs(layout.stagingRoot());
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(layout.snapshot(runId), layout.staging(runId), Options.Rename.NONE);
    }
  }

  /** Stages that a killed process of the run had finished, by name. Changes nothing. */
  public Map<String, FinishedStage> finishedStages() {
    try {
      return new FinishedStages(files, layout, runId).all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isWhole(String path, long bytes) {
    return new FinishedStages(files, layout, runId).isWhole(path, bytes);
  }

  /** Removes what the run left if it was killed after it was published. */
  public void tidy() {
    try {
      Leases leases = new Leases(files, layout);
      if (leases.isLive(runId)) {
        return;
      }
      leases.removeEnded();
      removeDrafts();
      files.delete(layout.finishedStages(layout.snapshot(runId)), true);
      Lease.removeIfEmpty(files, layout.stagingRoot());
      Optional<PublishedVersion> newest =
          history.get().stream().filter(version -> version.snapshot().isPresent()).findFirst();
      if (newest.isPresent() && !versions.isHinted(newest.get().number())) {
        versions.hint(newest.get().number(), runId);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeDrafts() throws IOException {
    for (Path directory : List.of(layout.versions(), layout.root())) {
      for (FileStatus file : list(directory)) {
        if (VersionLog.isDraftOf(runId, file.getPath().getName())) {
          files.delete(file.getPath(), false);
        }
      }
    }
  }

  private FileStatus[] list(Path directory) throws IOException {
    try {
      return files.listStatus(directory);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }
}
