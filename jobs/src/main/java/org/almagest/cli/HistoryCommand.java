package org.almagest.cli;

import java.io.PrintStream;
import org.almagest.table.Papers;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.PublishedVersion;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code history}: the versions of a warehouse. */
@Command(
    name = "history",
    sortOptions = false,
    description =
        "Lists the versions of a warehouse, newest first, separated by tabs, under a header: version,"
            + " run_id, created_at, tables, papers, state. The first that is not damaged is the"
            + " current one.",
    footer = {"", "Example:", "  almagest history --warehouse warehouse"})
final class HistoryCommand implements Runnable {
  private final CommandContext context;

  @Mixin private WarehouseOption warehouse;

  HistoryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    PrintStream out = context.printer();
    out.print("version\trun_id\tcreated_at\ttables\tpapers\tstate\n");
    boolean currentSeen = false;
    for (PublishedVersion version : warehouse.open().history()) {
      boolean current = !currentSeen && version.snapshot().isPresent();
      currentSeen |= current;
      out.print(
          version.number()
              + "\t"
              + version.snapshot().map(HistoryCommand::facts).orElse("\t\t\t")
              + "\t"
              + (version.snapshot().isEmpty() ? "damaged" : current ? "current" : "earlier")
              + "\n");
    }
  }

  private static String facts(Snapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    return manifest.runId()
        + "\t"
        + PlainText.oneLine(manifest.createdAt())
        + "\t"
        + snapshot.tables().size()
        + "\t"
        + snapshot.table(Papers.TABLE.name()).map(TableSnapshot::rows).orElse(0L);
  }
}
