package org.almagest.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others. */
@Command(
    name = "almagest",
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Reads large corpora of scholarly papers and writes a warehouse of Parquet tables: key terms,"
          + " topics and their trends, authors and co-author graphs.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:a fault of ours",
      "2:a wrong command line, setting or path",
      "3:more bad input than the budget allows",
      "4:another run published first",
      "5:whether the commit took effect is not known",
      "6:out of disk or memory",
      "7:a quality gate refused the snapshot"
    },
    footer = {
      "",
      "Examples:",
      "  almagest demo",
      "  almagest run --input 'papers/*.jsonl.gz' --warehouse warehouse --topics 50",
      "  almagest query --warehouse warehouse \"SELECT label, paper_count FROM topics\"",
      "  almagest ask rising-topics --warehouse warehouse",
      "",
      "Each command tells its options: almagest COMMAND --help"
    })
@SuppressWarnings("UnusedVariable") // picocli itself acts on these options.
final class AlmagestCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and end.")
  private boolean helpWanted;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of Almagest, Spark, Scala and Java and end.")
  private boolean versionWanted;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do, such as 'almagest demo'");
  }
}
