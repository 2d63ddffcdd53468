package org.almagest.warehouse;

import org.apache.hadoop.fs.Path;

/** Where things lie below the root of a warehouse. */
record Layout(Path root) {
  static final String SNAPSHOTS = "snapshots";

  Path versions() {
    return new Path(root, "versions");
  }

  Path version(long number) {
    return new Path(versions(), "%08d.json".formatted(number));
  }

  /** A hint at the newest version, for people; {@link #versions()} is the truth. */
  Path current() {
    return new Path(root, "current");
  }

  Path snapshots() {
    return new Path(root, SNAPSHOTS);
  }

  Path snapshot(String runId) {
    return new Path(snapshots(), runId);
  }

  Path stagingRoot() {
    return new Path(root, "_staging");
  }

  Path staging(String runId) {
    return new Path(stagingRoot(), runId);
  }

  /** Notes on the stages that a run has finished, below the run's own directory. */
  Path finishedStages(Path runDirectory) {
    return new Path(runDirectory, "_stages");
  }

  /**
   * Where a file lies while that run is staged; its path is as it is to be once it is published.
   */
  Path during(String runId, String path) {
    String ours = SNAPSHOTS + "/" + runId + "/";
    return path.startsWith(ours)
        ? new Path(staging(runId), path.substring(ours.length()))
        : new Path(root, path);
  }

  /** Where long computations keep what they can go on from; one directory for each of them. */
  Path checkpointsRoot() {
    return new Path(root, "_checkpoints");
  }

  /** Who is at work here. */
  Path leases() {
    return new Path(root, "_leases");
  }

  /** The path of a table relative to the root, once its run is published. */
  static String publishedTable(String runId, String table) {
    return SNAPSHOTS + "/" + runId + "/" + table;
  }
}
