package org.almagest.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.warehouse.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask}: a question that comes with Almagest, answered as {@code query} would. */
@Command(
    name = "ask",
    sortOptions = false,
    description = {
      "Answers a question over the tables of the newest version of a local warehouse, such as who"
          + " bridges two communities. Without a name it lists the questions.",
      "Each is a file of submit/sql/questions, SQL that runs unchanged on DuckDB and Spark SQL."
    },
    footer = {
      "",
      "Examples:",
      "  almagest ask",
      "  almagest ask rising-topics --warehouse warehouse",
      "  almagest ask rising-in-category --set category=cs.CL --warehouse warehouse --output csv",
      "  almagest ask reviewers --sql"
    })
final class AskCommand implements Runnable {
  private final CommandContext context;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The question; all are listed without one.")
  private String name;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "Directory of the warehouse; a local one.")
  private String warehouse;

  @Option(
      names = "--set",
      paramLabel = "PARAMETER=VALUE",
      description = "A value in place of a default; may come again. --sql shows the parameters.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(names = "--sql", description = "Write the SQL of the question instead of its answer.")
  private boolean sqlWanted;

  @Mixin private ResultOptions results;

  AskCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Questions questions = Questions.shipped();
    if (name == null) {
      list(questions);
      return;
    }
    Question question = questions.named(name).with(values);
    if (sqlWanted) {
      context.printer().print(question.sql());
      return;
    }
    if (warehouse == null) {
      throw AlmagestException.usage(
          "Say where the tables are: almagest ask " + name + " --warehouse DIR");
    }
    Snapshot snapshot = CurrentSnapshot.ofLocal(context, warehouse, "ask");
    List<String> missing =
        question.tables().stream().filter(table -> snapshot.table(table).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw AlmagestException.usage(
          "The question "
              + name
              + " reads "
              + String.join(" and ", missing)
              + ", and "
              + warehouse
              + " has no such table. Run all stages to have it.");
    }
    results.write(context, snapshot, question.sql());
  }

  private void list(Questions questions) {
    if (sqlWanted || !values.isEmpty()) {
      throw AlmagestException.usage("Say which question; 'almagest ask' lists them.");
    }
    PrintStream out = context.printer();
    int width = questions.all().stream().mapToInt(q -> q.name().length()).max().orElse(0);
    for (Question question : questions.all()) {
      String padding = " ".repeat(width - question.name().length());
      out.print(question.name() + padding + "  " + question.sentence() + "\n");
    }
  }
}
