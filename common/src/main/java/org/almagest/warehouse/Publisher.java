package org.almagest.warehouse;

import org.almagest.fault.AlmagestException;

/** Makes what a run wrote seen by its readers. */
public interface Publisher {
  /**
   * Publishes.
   *
   * @param manifest what to record; its tables must be those of the run
   * @throws AlmagestException (conflict) if another run published in the meantime, (commit unknown)
   *     if it cannot be told whether the snapshot is published
   */
  Snapshot publish(StagedSnapshot staged, Manifest manifest);

  /**
   * Ends what a process that was killed began: whoever reads here sees that snapshot or a later one
   * afterwards. Does nothing where that is so already.
   *
   * @param published a version of the warehouse
   */
  void complete(Snapshot published);
}
