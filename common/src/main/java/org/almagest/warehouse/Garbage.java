package org.almagest.warehouse;

import java.util.List;

/**
 * What no kept version needs and nobody is at work on.
 *
 * @param versions versions that are to go from the history, newest first
 * @param paths files and directories, relative to the warehouse, in the order in which to remove
 *     them: what names something goes before what it names
 * @param bytes size of all of them
 */
public record Garbage(List<Long> versions, List<String> paths, long bytes) {
  public Garbage {
    versions = List.copyOf(versions);
    paths = List.copyOf(paths);
  }
}
