package org.almagest.cli;

import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** Which warehouse a command that needs no Spark is about. */
final class WarehouseOption {
  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the warehouse.")
  private String location;

  /** As it was given. */
  String location() {
    return location;
  }

  /** Opens it; see {@link Warehouse#at}. */
  Warehouse open() {
    return Warehouse.at(location, new Configuration());
  }
}
