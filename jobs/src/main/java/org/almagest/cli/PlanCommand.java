package org.almagest.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.Settings.Value;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.ingest.InputSample;
import org.almagest.run.Pipeline;
import org.almagest.run.RunPlan;
import org.almagest.run.RunPlan.Outlook;
import org.almagest.run.RunPlan.PlannedStage;
import org.almagest.stage.ByteSize;
import org.almagest.stage.CorpusEstimate;
import org.almagest.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: what a run would do. */
@Command(
    name = "plan",
    sortOptions = false,
    description =
        "Tells what a run with the same options would read, run and write, about how large it would"
            + " be and what memory it would need; writes nothing.",
    footer = {
      "",
      "Example:",
      "  almagest plan --input 'papers/*.jsonl.gz' --warehouse warehouse --topics 50"
    })
final class PlanCommand implements Runnable {
  private final CommandContext context;

  @Mixin private RunOptions options;

  @Option(
      names = "--stages",
      paramLabel = "A,B,C",
      description = "Stages to run, as for the command run.")
  private String stages;

  PlanCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    Map<Setting, Value> fixed =
        stages == null ? Map.of() : Map.of(Setting.RUN_STAGES, new Value(stages, "--stages"));
    Settings settings = options.settings().resolve(fixed, context.environment());
    RunPlan plan = Pipeline.plan(options.request(settings));
    print(plan, context.printer());
    Optional<String> fault = plan.input().flatMap(input -> input.faults().stream().findFirst());
    if (fault.isPresent()
        && settings.integer(Setting.INGEST_MAX_UNREADABLE_FILES, 0, 1 << 30) == 0) {
      throw new AlmagestException(ExitCode.BAD_INPUT, fault.get());
    }
  }

  private static void print(RunPlan plan, PrintStream out) {
    if (plan.published().isPresent()) {
      line(
          out,
          "nothing",
          "to do: the run has published version " + plan.published().get() + " already");
      return;
    }
    line(
        out,
        "warehouse",
        plan.base()
            .map(version -> "the run would build on version " + version)
            .orElse("nothing is published there yet"));
    plan.input().ifPresent(input -> line(out, "input", inputs(input)));
    line(out, "corpus", corpus(plan));
    for (PlannedStage stage : plan.stages()) {
      line(out, stage.name(), outlook(stage, plan) + String.join(", ", stage.writes()));
      if (stage.outlook() == Outlook.RUN
          || stage.outlook() == Outlook.RUN_UNLESS_INPUT_IS_AS_BEFORE) {
        stage.memory().forEach(need -> line(out, "", "memory: " + need));
      }
    }
    if (!plan.kept().isEmpty()) {
      line(out, "kept", String.join(", ", plan.kept()));
    }
    if (!plan.dropped().isEmpty()) {
      line(
          out,
          "dropped",
          String.join(", ", plan.dropped()) + ": they follow from tables that this run replaces");
    }
  }

  private static String outlook(PlannedStage stage, RunPlan plan) {
    return switch (stage.outlook()) {
      case RUN -> "runs, writes ";
      case RUN_UNLESS_INPUT_IS_AS_BEFORE ->
          "runs unless what it reads comes out as before, writes ";
      case REUSE_OF_BASE -> "reused from version " + plan.base().orElseThrow() + ": ";
      case REUSE_OF_RUN -> "reused, since the run had finished it when it was killed: ";
    };
  }

  private static String inputs(InputSample input) {
    String formats =
        input.formats().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(format -> format.getValue() + " " + format.getKey())
            .collect(Collectors.joining(", "));
    int looked = input.formats().values().stream().mapToInt(Integer::intValue).sum();
    return PlainText.count(input.files())
        + " files of "
        + ByteSize.text(input.bytes())
        + (looked == input.files() ? ": " : "; of " + looked + " looked at: ")
        + formats;
  }

  private static String corpus(RunPlan plan) {
    CorpusEstimate corpus = plan.corpus();
    return "%s %s %s, %s words, %s authorships, %s references"
        .formatted(
            plan.input().isPresent() ? "about" : "the warehouse's",
            PlainText.count(corpus.papers()),
            plan.input().isPresent() ? "records of papers" : "papers",
            PlainText.count(corpus.words()),
            PlainText.count(corpus.authorships()),
            PlainText.count(corpus.references()));
  }

  private static void line(PrintStream out, String name, String text) {
    out.printf("%-12s %s%n", name, PlainText.oneLine(text));
  }
}
