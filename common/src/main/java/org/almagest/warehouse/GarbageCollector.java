package org.almagest.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds and removes what is no longer needed: versions that are neither among the newest nor
 * leased, tables that none of the others takes over, and what killed runs left behind. A table of
 * an old run that a newer version still names stays.
 */
final class GarbageCollector {
  private static final String MANIFEST = "manifest.json";

  private final FileSystem files;
  private final Layout layout;
  private final Leases leases;

  GarbageCollector(FileSystem files, Layout layout, Leases leases) {
    this.files = files;
    this.layout = layout;
    this.leases = leases;
  }

  /**
   * Looks, and changes nothing.
   *
   * @param history all versions, newest first
   * @param keep how many of the newest whole versions stay, at least 1
   */
  Garbage find(List<PublishedVersion> history, int keep) throws IOException {
    Set<Long> leased = leases.versions();
    Set<String> liveRuns = leases.runs();
    List<Snapshot> kept = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    for (PublishedVersion version : history) {
      boolean stays =
          version.snapshot().isEmpty()
              ? kept.isEmpty() // Its number stays taken while it is the highest.
              : kept.size() < keep || leased.contains(version.number());
      if (!stays) {
        versions.add(version.number());
        paths.add(layout.version(version.number()));
      } else {
        version.snapshot().ifPresent(kept::add);
      }
    }
    paths.addAll(unneededTables(kept, liveRuns));
    for (FileStatus staged : list(layout.stagingRoot())) {
      if (!liveRuns.contains(staged.getPath().getName())) {
        paths.add(staged.getPath());
      }
    }
    if (liveRuns.isEmpty()) {
      // Of which run these are, they do not tell.
      paths.addAll(drafts(layout.versions()));
      paths.addAll(drafts(layout.root()));
      list(layout.checkpointsRoot()).forEach(state -> paths.add(state.getPath()));
    }
    long bytes = 0;
    for (Path path : paths) {
      bytes += files.getContentSummary(path).getLength();
    }
    return new Garbage(versions, paths.stream().map(this::relative).toList(), bytes);
  }

  /** Removes what {@link #find} found. */
  void remove(Garbage garbage) throws IOException {
    for (String path : garbage.paths()) {
      files.delete(new Path(layout.root(), path), true);
    }
    for (Path parent : List.of(layout.stagingRoot(), layout.checkpointsRoot())) {
      if (files.exists(parent) && files.listStatus(parent).length == 0) {
        files.delete(parent, false);
      }
    }
  }

  private List<Path> unneededTables(List<Snapshot> kept, Set<String> liveRuns) throws IOException {
    Set<Path> needed = new HashSet<>();
    for (Snapshot snapshot : kept) {
      needed.add(new Path(layout.snapshot(snapshot.manifest().runId()), MANIFEST));
      snapshot.tables().forEach(table -> needed.add(new Path(layout.root(), table.path())));
      snapshot
          .manifest()
          .documents()
          .forEach(document -> needed.add(new Path(layout.root(), document.path()).getParent()));
    }
    List<Path> unneeded = new ArrayList<>();
    for (FileStatus run : list(layout.snapshots())) {
      if (liveRuns.contains(run.getPath().getName())) {
        continue; // It may be about to name what it has moved here.
      }
      List<Path> children = list(run.getPath()).stream().map(FileStatus::getPath).toList();
      if (children.stream().noneMatch(needed::contains)) {
        unneeded.add(run.getPath());
      } else {
        children.stream().filter(child -> !needed.contains(child)).forEach(unneeded::add);
      }
    }
    return unneeded;
  }

  /** What a killed run had begun to write beside the file that it was to become. */
  private List<Path> drafts(Path directory) throws IOException {
    return list(directory).stream()
        .map(FileStatus::getPath)
        .filter(path -> path.getName().startsWith("."))
        .toList();
  }

  private List<FileStatus> list(Path directory) throws IOException {
    try {
      return List.of(files.listStatus(directory)).stream()
          .sorted(Comparator.comparing(FileStatus::getPath))
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  private String relative(Path path) {
    String root = layout.root().toUri().getPath();
    return path.toUri().getPath().substring(root.endsWith("/") ? root.length() : root.length() + 1);
  }
}
