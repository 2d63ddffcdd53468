package org.almagest.warehouse;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** A warehouse directory. */
@SuppressWarnings({"DoNotCallSuggester", "unused"}) // until merged
public final class Warehouse {
  private Warehouse() {}

  /**
   * The warehouse at that place, which need not exist yet.
   *
   * @throws org.almagest.fault.AlmagestException (usage) if the place is a file
   */
  public static Warehouse at(String location, Configuration hadoop) {
    throw new UnsupportedOperationException("to be merged from main");
  }

  /** The newest published snapshot, or empty where nothing is published. */
  public Optional<Snapshot> current() {
    throw new UnsupportedOperationException("to be merged from main");
  }
}
