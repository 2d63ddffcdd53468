package org.almagest.cli;

import java.io.PrintStream;
import org.almagest.fault.AlmagestException;
import org.almagest.stage.ByteSize;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Garbage;
import org.almagest.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gc}: removes what no kept version needs. */
@Command(
    name = "gc",
    sortOptions = false,
    description = {
      "Removes versions but the newest, the tables that only they had, and what killed runs left"
          + " behind. What a run is at work on stays, and so do tables that a newer version has taken"
          + " over. Who reads holds nothing: keep as many versions as appear while a reader is busy.",
      "Lists what it removes, relative to the warehouse, on the standard output."
    },
    footer = {
      "",
      "Examples:",
      "  almagest gc --warehouse warehouse --keep 7 --dry-run",
      "  almagest gc --warehouse warehouse --keep 7"
    })
final class GcCommand implements Runnable {
  private final CommandContext context;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--keep",
      required = true,
      paramLabel = "N",
      description = "How many of the newest versions to keep, at least 1.")
  private int keep;

  @Option(names = "--dry-run", description = "Only lists what would be removed.")
  private boolean dryRun;

  GcCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    if (keep < 1) {
      throw AlmagestException.usage(
          "--keep is " + keep + ", but at least the newest version must stay: name 1 or more.");
    }
    Warehouse opened = warehouse.open();
    Garbage garbage = opened.garbage(keep);
    if (!dryRun) {
      opened.remove(garbage);
    }
    PrintStream out = context.printer();
    garbage.paths().forEach(path -> out.println(PlainText.oneLine(path)));
    context
        .messages()
        .println(
            (dryRun ? "Would remove " : "Removed ")
                + garbage.versions().size()
                + (garbage.versions().size() == 1 ? " version" : " versions")
                + " and "
                + ByteSize.text(garbage.bytes())
                + ".");
  }
}
