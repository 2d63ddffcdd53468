package org.almagest.cli;

import java.io.PrintStream;
import org.almagest.ddl.SqlDialect;
import org.almagest.run.Pipeline;
import org.almagest.table.TableContract;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tables}: what the current snapshot holds. */
@Command(
    name = "tables",
    sortOptions = false,
    description = {
      "Lists the tables of the newest version, separated by tabs, under a header: table, rows,"
          + " path.",
      "With --ddl it writes the SQL that defines these tables in another engine instead."
    },
    footer = {
      "",
      "Examples:",
      "  almagest tables --warehouse warehouse",
      "  almagest tables --warehouse warehouse --ddl spark > tables.sql"
    })
final class TablesCommand implements Runnable {
  private final CommandContext context;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--ddl",
      paramLabel = "ENGINE",
      description =
          "duckdb, spark, trino or bigquery: statements that define the tables over the files of"
              + " the newest version. Run them again after each run.")
  private SqlDialect ddl;

  TablesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Snapshot snapshot = CurrentSnapshot.of(context, warehouse.location());
    if (ddl != null) {
      define(snapshot);
      return;
    }
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

  private void define(Snapshot snapshot) {
    PrintStream out = context.printer();
    String place = PlainText.oneLine(snapshot.warehouse());
    out.print("-- Version " + snapshot.version() + " of " + place + " for " + ddl + ".\n");
    for (TableContract contract : Pipeline.tables()) {
      snapshot
          .table(contract.name())
          .map(table -> ddl.location(snapshot.warehouse() + "/" + table.path()))
          .ifPresent(location -> out.print("\n" + ddl.define(contract, location)));
    }
  }
}
