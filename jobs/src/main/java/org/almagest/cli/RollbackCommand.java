package org.almagest.cli;

import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the warehouse.")
  private String warehouse;

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
    Snapshot snapshot = Warehouse.at(warehouse, new Configuration()).rollback(target);
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
