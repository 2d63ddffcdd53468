package org.almagest.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query}: SQL over the current snapshot, without Spark. */
@Command(
    name = "query",
    sortOptions = false,
    description = {
      "Runs a query over the tables of the newest version of a local warehouse, with DuckDB and its"
          + " SQL. The query can read these tables and nothing else, and cannot write.",
      "The rows go to the standard output, their number to the standard error (table only)."
    },
    footer = {
      "",
      "Examples:",
      "  almagest query --warehouse warehouse \"SHOW TABLES\"",
      "  almagest query --warehouse warehouse --output csv \\",
      "      \"SELECT year, count(*) AS papers FROM papers GROUP BY year ORDER BY year\""
    })
final class QueryCommand implements Runnable {
  private final CommandContext context;

  @Parameters(paramLabel = "SQL", description = "The query, in quotation marks.")
  private String sql;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the warehouse; a local one.")
  private String warehouse;

  @Mixin private ResultOptions results;

  QueryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    results.write(context, CurrentSnapshot.ofLocal(context, warehouse, "query"), sql);
  }
}
