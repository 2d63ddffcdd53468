package org.almagest.cli;

import java.io.PrintStream;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tables}: what the current snapshot holds. */
@Command(
    name = "tables",
    sortOptions = false,
    description =
        "Lists the tables of the newest version, separated by tabs, under a header: table, rows,"
            + " path.",
    footer = {"", "Example:", "  almagest tables --warehouse warehouse"})
final class TablesCommand implements Runnable {
  private final CommandContext context;

  @Mixin private WarehouseOption warehouse;

  TablesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Snapshot snapshot = CurrentSnapshot.of(context, warehouse.location());
    PrintStream out = context.printer();
    out.print("table\trows\tpath\n");
    for (TableSnapshot table : snapshot.tables()) {
      out.print(
          table.table()
              + "\t"
              + table.rows()
              + "\t"
              + PlainText.oneLine(snapshot.warehouse() + "/" + table.path())
              + "\n");
    }
  }
}
