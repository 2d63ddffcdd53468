package org.almagest.warehouse;

/** Publishes a snapshot as the next version of its warehouse, in one step. */
public final class VersionPublisher implements Publisher {
  @Override
  public Snapshot publish(StagedSnapshot staged, Manifest manifest) {
    return staged.publish(manifest);
  }

  /** Nothing is left to do: a version is there for all or for nobody. */
  @Override
  public void complete(Snapshot published) {}
}
