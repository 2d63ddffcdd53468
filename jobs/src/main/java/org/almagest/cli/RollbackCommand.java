package org.almagest.cli;

import org.almagest.text.PlainText;
import org.almagest.warehouse.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollback}: an earlier version becomes the newest again. */
@Command(
    name = "rollback",
    sortOptions = false,
    description =
        "Publishes an earlier version again, under a new number. Nothing is removed, so a rollback"
            + " can be rolled back.",
    footer = {"", "Example:", "  almagest rollback --warehouse warehouse --to 41"})
final class RollbackCommand implements Runnable {
  private final CommandContext context;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "N",
      description = "The version to publish again.")
  private long target;

  RollbackCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Snapshot snapshot = warehouse.open().rollback(target);
    context
        .printer()
        .println(
            "Published version "
                + snapshot.version()
                + " of "
                + PlainText.oneLine(snapshot.warehouse())
                + ", which is version "
                + target
                + " again (run "
                + snapshot.manifest().runId()
                + ").");
  }
}
