package org.almagest.warehouse;

import java.util.Locale;
import java.util.Set;
import org.almagest.fault.AlmagestException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where runs may publish. A version is committed by making its file only if there is none of that
 * name, and a run is moved into place by one rename; on object stores a rename copies file by file,
 * and of two publishers both may succeed, the later one over the earlier.
 */
final class PublishingStores {
  /** Their rename is one step and refuses a name that is taken. */
  private static final Set<String> KNOWN =
      Set.of("file", "hdfs", "viewfs", "webhdfs", "swebhdfs", "abfs", "abfss", "ofs", "o3fs");

  private PublishingStores() {}

  static void require(String location, Configuration hadoop) {
    Path path;
    try {
      path = new Path(location);
    } catch (IllegalArgumentException e) {
      return; // Opening it says what is wrong.
    }
    String scheme = path.toUri().getScheme();
    require(location, scheme == null ? FileSystem.getDefaultUri(hadoop).getScheme() : scheme);
  }

  static void require(Path root) {
    require(root.toString(), root.toUri().getScheme());
  }

  private static void require(String location, String scheme) {
    if (!KNOWN.contains(scheme.toLowerCase(Locale.ROOT))) {
      throw AlmagestException.usage(
          "Runs cannot publish in "
              + location
              + ": on "
              + scheme
              + " there is no rename in one step that refuses a name that is taken, so two runs at a"
              + " time could overwrite each other. Name a warehouse on a local disk, HDFS or abfs,"
              + " and copy its snapshots from there; reading works from anywhere.");
    }
  }
}
