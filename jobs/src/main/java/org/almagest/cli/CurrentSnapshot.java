package org.almagest.cli;

import org.almagest.fault.AlmagestException;
import org.almagest.warehouse.Snapshot;

/** The snapshot that a reading command looks at. */
final class CurrentSnapshot {
  private CurrentSnapshot() {}

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
