package org.almagest.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.almagest.digest.DigestProfile;
import org.almagest.digest.EditionBuilder;
import org.almagest.digest.EditionKey;
import org.almagest.digest.EditionLedger;
import org.almagest.digest.MailSettings;
import org.almagest.digest.ProfileFile;
import org.almagest.digest.SmtpCredentials;
import org.almagest.digest.SmtpDelivery;
import org.almagest.digest.SmtpDelivery.Delivered;
import org.almagest.digest.SmtpDelivery.Doubt;
import org.almagest.digest.SmtpDelivery.Outcome;
import org.almagest.digest.WrittenEdition;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.query.SnapshotDatabase;
import org.almagest.stats.CalendarPeriod;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code digest}: new and trending papers for a profile, as files and as e-mail. */
@Command(
    name = "digest",
    sortOptions = false,
    description = {
      "Writes an edition of new and trending papers for a profile: as HTML, as plain text and as an"
          + " e-mail (.eml). Papers of earlier editions do not come again. Without Spark; local"
          + " warehouses only.",
      "--send sends it to those whom the profile names, each once, however often it is started."
    },
    footer = {
      "",
      "Examples:",
      "  almagest digest --warehouse warehouse --period week",
      "  almagest digest --warehouse warehouse --period day --profile databases.yaml --out digests \\",
      "      --send"
    })
final class DigestCommand implements Runnable {
  private final CommandContext context;
  private final Clock clock;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the warehouse; a local one.")
  private String warehouse;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      description = "day, week (from Monday on) or month.")
  private String period;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description =
          "A day of the period; by default the latest on which a paper was published, but not after"
              + " today.")
  private String date;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "YAML file with queries, topics, authors, categories and mail; all papers by default.")
  private Path profileFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "digests",
      description =
          "Directory of the editions and of the ledger of what was told and sent; digests by"
              + " default.")
  private Path out;

  @Option(names = "--send", description = "Send it as the profile says under mail.")
  private boolean sendWanted;

  @Option(
      names = "--resend-unsure",
      description =
          "With --send: also to those who may have it, since the answer of the server was lost.")
  private boolean resendWanted;

  DigestCommand(CommandContext context, Clock clock) {
    this.context = context;
    this.clock = clock;
  }

  @Override
  public void run() {
    CalendarPeriod wanted =
        CalendarPeriod.labelled(period)
            .filter(each -> each != CalendarPeriod.YEAR)
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "--period is '" + period + "', but it must be day, week or month."));
    Optional<LocalDate> day = Optional.ofNullable(date).map(DigestCommand::parsed);
    DigestProfile profile =
        profileFile == null ? DigestProfile.ofEverything() : ProfileFile.read(profileFile);
    if (resendWanted && !sendWanted) {
      throw AlmagestException.usage("--resend-unsure belongs to --send; say both, or neither.");
    }
    Optional<SmtpDelivery> delivery =
        sendWanted ? Optional.of(delivery(profile)) : Optional.empty();
    Snapshot snapshot = CurrentSnapshot.ofLocal(context, warehouse, "digest");
    try (SnapshotDatabase database = SnapshotDatabase.open(snapshot)) {
      DigestReader reader = new DigestReader(database, snapshot);
      EditionKey key = EditionKey.of(profile.name(), wanted, day.orElseGet(() -> latest(reader)));
      try (EditionLedger ledger = EditionLedger.open(out, profile.name())) {
        WrittenEdition edition =
            ledger.fixed(key).orElseGet(() -> made(key, profile, reader, ledger, snapshot));
        List<Path> files = ledger.write(edition, profile.mail());
        context
            .printer()
            .println(
                "Wrote "
                    + PlainText.quantity(edition.papers().size(), "paper")
                    + " ("
                    + PlainText.oneLine(key.periodText())
                    + ") to "
                    + PlainText.oneLine(files.get(0).toString())
                    + ", .txt and .eml");
        delivery.ifPresent(mail -> send(edition, mail, ledger));
      }
    }
  }

  private static WrittenEdition made(
      EditionKey key,
      DigestProfile profile,
      DigestReader reader,
      EditionLedger ledger,
      Snapshot snapshot) {
    EditionBuilder builder = new EditionBuilder(key, profile, ledger.toldBefore(key));
    reader.papers(key, builder::offer);
    return WrittenEdition.of(builder.build(reader.bursts(key)), snapshot.version());
  }

  private LocalDate latest(DigestReader reader) {
    return reader
        .latestDay(LocalDate.now(clock))
        .orElseThrow(
            () ->
                AlmagestException.usage(
                    "No paper in "
                        + warehouse
                        + " has a day of publication, so there is no latest period. Name a day with"
                        + " --date."));
  }

  private SmtpDelivery delivery(DigestProfile profile) {
    MailSettings mail =
        profile
            .mail()
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "--send needs a profile that says whom to send to, over which server: give"
                            + " --profile a file with mail.host, mail.from and mail.to."));
    return new SmtpDelivery(mail, SmtpCredentials.in(context.environment()), clock);
  }

  private void send(WrittenEdition edition, SmtpDelivery mail, EditionLedger ledger) {
    if (edition.papers().isEmpty()) {
      context.printer().println("It tells of nothing new: nothing is sent.");
      return;
    }
    List<Delivered> delivered =
        mail.send(edition, ledger.sending(edition.key()), resendWanted ? Doubt.RESEND : Doubt.KEEP);
    for (Delivered each : delivered) {
      String why = each.detail().isEmpty() ? "" : ": " + each.detail();
      context
          .printer()
          .println(
              PlainText.oneLine(
                  switch (each.outcome()) {
                        case SENT -> "sent to ";
                        case SENT_BEFORE -> "sent before to ";
                        case NOT_SENT -> "not sent to ";
                        case UNSURE -> "perhaps sent to ";
                      }
                      + each.recipient()
                      + why));
    }
    requireAll(delivered);
  }

  private static void requireAll(List<Delivered> delivered) {
    long unsure = delivered.stream().filter(each -> each.outcome() == Outcome.UNSURE).count();
    long missing = delivered.stream().filter(each -> each.outcome() == Outcome.NOT_SENT).count();
    if (missing > 0) {
      throw AlmagestException.usage(
          PlainText.quantity(missing, "message")
              + " could not be sent, for the reasons above. Mend that and start again: who has the"
              + " edition does not get it twice.");
    }
    if (unsure > 0) {
      throw new AlmagestException(
          ExitCode.COMMIT_UNKNOWN,
          "Of "
              + PlainText.quantity(unsure, "message")
              + " nobody knows whether the server took it, since its answer was lost. Ask the"
              + " readers, or send again with --resend-unsure.");
    }
  }

  private static LocalDate parsed(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw AlmagestException.usage(
          "--date is '" + text + "', but it must be a day such as 2025-12-01.");
    }
  }
}
