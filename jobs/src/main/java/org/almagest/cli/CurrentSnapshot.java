package org.almagest.cli;

import java.util.regex.Pattern;
import org.almagest.fault.AlmagestException;
import org.almagest.warehouse.Snapshot;

/** The snapshot that a reading command looks at. */
final class CurrentSnapshot {
  /** A scheme of two letters or more, so that a drive letter is none. */
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]+):.*");

  private CurrentSnapshot() {}

  /**
   * The newest snapshot of a warehouse that must be local, since DuckDB reads it.
   *
   * @throws AlmagestException (usage) if it is not, or if nothing is published there
   */
  static Snapshot ofLocal(CommandContext context, String warehouse, String command) {
    var scheme = SCHEME.matcher(warehouse);
    if (scheme.matches() && !scheme.group(1).equalsIgnoreCase("file")) {
      throw AlmagestException.usage(
          command
              + " reads local warehouses only, and "
              + warehouse
              + " is remote. Query it with Spark SQL or Trino, or copy it to a local directory.");
    }
    return of(context, warehouse);
  }

  /**
   * The newest snapshot of a warehouse.
   *
   * @throws AlmagestException (usage) if nothing is published there
   */
  static Snapshot of(CommandContext context, String warehouse) {
    return context
        .snapshots()
        .current(warehouse)
        .orElseThrow(
            () ->
                AlmagestException.usage(
                    "Nothing is published in "
                        + warehouse
                        + " yet. Publish with: almagest run --input PATH --warehouse "
                        + warehouse));
  }
}
