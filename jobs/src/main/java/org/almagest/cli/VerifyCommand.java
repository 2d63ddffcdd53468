package org.almagest.cli;

import java.util.List;
import java.util.Optional;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.text.PlainText;
import org.almagest.warehouse.DocumentSnapshot;
import org.almagest.warehouse.PublishedVersion;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: whether every file is as it was published. */
@Command(
    name = "verify",
    sortOptions = false,
    description =
        "Reads every file of a version again and compares its size and SHA-256 with the manifest."
            + " Ends with exit code 7 where anything differs.",
    footer = {"", "Example:", "  almagest verify --warehouse warehouse"})
final class VerifyCommand implements Runnable {
  private final CommandContext context;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--version-number",
      paramLabel = "N",
      description = "The version to look at; the newest by default.")
  private Long number;

  VerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Snapshot snapshot =
        number == null ? CurrentSnapshot.of(context, warehouse.location()) : numbered(number);
    List<String> damage = warehouse.open().damage(snapshot);
    damage.forEach(what -> context.printer().println(PlainText.oneLine(what)));
    if (!damage.isEmpty()) {
      throw new AlmagestException(
          ExitCode.QUALITY_GATE,
          "Version "
              + snapshot.version()
              + " of "
              + snapshot.warehouse()
              + " is damaged in "
              + damage.size()
              + (damage.size() == 1 ? " file" : " files")
              + ". Restore them from a copy, or publish an earlier version again with: almagest"
              + " rollback --warehouse "
              + warehouse.location()
              + " --to N");
    }
    context
        .printer()
        .println(
            "Version "
                + snapshot.version()
                + " is whole: "
                + PlainText.count(files(snapshot))
                + " files, "
                + PlainText.count(bytes(snapshot))
                + " bytes.");
  }

  private static int files(Snapshot snapshot) {
    return snapshot.tables().stream().mapToInt(table -> table.files().size()).sum()
        + snapshot.manifest().documents().size();
  }

  private static long bytes(Snapshot snapshot) {
    return snapshot.tables().stream().mapToLong(TableSnapshot::bytes).sum()
        + snapshot.manifest().documents().stream().mapToLong(DocumentSnapshot::bytes).sum();
  }

  private Snapshot numbered(long wanted) {
    Optional<PublishedVersion> version =
        warehouse.open().history().stream().filter(v -> v.number() == wanted).findFirst();
    if (version.isEmpty()) {
      throw AlmagestException.usage(
          "The warehouse "
              + warehouse.location()
              + " has no version "
              + wanted
              + "; `almagest history` lists those there are.");
    }
    return version
        .get()
        .snapshot()
        .orElseThrow(
            () ->
                new AlmagestException(
                    ExitCode.QUALITY_GATE,
                    "The version file or the manifest of version "
                        + wanted
                        + " of "
                        + warehouse.location()
                        + " is damaged; readers pass over it."));
  }
}
