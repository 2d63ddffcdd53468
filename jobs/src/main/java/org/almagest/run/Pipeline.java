package org.almagest.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.citations.CitationsJob;
import org.almagest.citations.MainPathsJob;
import org.almagest.coauthors.CoauthorsJob;
import org.almagest.coauthors.CommunitiesJob;
import org.almagest.config.NearestName;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.ingest.IngestJob;
import org.almagest.quality.QualityGate;
import org.almagest.report.ReportJob;
import org.almagest.stage.Stage;
import org.almagest.table.QualityChecks;
import org.almagest.table.TableContract;
import org.almagest.terms.TermsJob;
import org.almagest.topics.TopicsJob;
import org.almagest.trending.TrendingJob;

/** The stages in their order, and which of them a run takes. */
public final class Pipeline {
  /** Names of the stages in the order in which they run. */
  public static final List<String> STAGES =
      List.of(
          IngestJob.NAME,
          TermsJob.NAME,
          TopicsJob.NAME,
          CoauthorsJob.NAME,
          CommunitiesJob.NAME,
          CitationsJob.NAME,
          MainPathsJob.NAME,
          TrendingJob.NAME,
          ReportJob.NAME);

  private Pipeline() {}

  /**
   * Runs the requested stages and publishes one snapshot.
   *
   * @throws AlmagestException for everything that a person can mend; then nothing is published and
   *     nothing is left behind
   */
  public static RunSummary run(RunRequest request, ProgressListener listener) {
    return new PipelineRun(request, listener).run();
  }

  /**
   * What a run would do, without doing any of it.
   *
   * @throws AlmagestException for everything that a person can mend and that shows before the run
   */
  public static RunPlan plan(RunRequest request) {
    return RunPlan.of(request);
  }

  /**
   * Tells what is wrong with a request as far as that can be told without looking at any input.
   *
   * @throws AlmagestException (usage) for an unknown stage, a wrong setting or missing input
   */
  public static void check(RunRequest request) {
    requested(request);
  }

  /**
   * The requested stages in their order. Building them checks every setting that they use.
   *
   * @throws AlmagestException (usage) for an unknown stage, a wrong setting or missing input
   */
  static List<Stage> requested(RunRequest request) {
    Settings settings = request.settings();
    Set<String> names =
        Arrays.stream(settings.text(Setting.RUN_STAGES).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (names.isEmpty()) {
      throw settings.invalid(Setting.RUN_STAGES, "a list of " + String.join(", ", STAGES));
    }
    for (String name : names) {
      if (!STAGES.contains(name)) {
        throw AlmagestException.usage(
            "run.stages names '"
                + name
                + "' ("
                + settings.value(Setting.RUN_STAGES).origin()
                + "), but the stages are "
                + String.join(", ", STAGES)
                + ". Did you mean '"
                + NearestName.of(name, STAGES)
                + "'?");
      }
    }
    if (names.contains(IngestJob.NAME) && request.inputs().isEmpty()) {
      throw AlmagestException.usage(
          "There is nothing to read: name the input with --input, such as --input"
              + " 'papers/*.jsonl.gz'.");
    }
    if (!names.contains(IngestJob.NAME) && !request.inputs().isEmpty()) {
      throw AlmagestException.usage(
          "Only the stage ingest reads files: leave --input out, or name ingest in --stages.");
    }
    gate(request);
    Publishers.check(settings);
    return all(settings, request.inputs()).stream()
        .filter(stage -> names.contains(stage.name()))
        .toList();
  }

  /** All tables that there can be, by the stage that writes them, in the order of the stages. */
  public static Map<String, List<TableContract>> tablesByStage() {
    Map<String, List<TableContract>> tables = new LinkedHashMap<>();
    all(Settings.defaults(), List.of())
        .forEach(stage -> tables.put(stage.name(), List.copyOf(stage.writes())));
    return tables;
  }

  /** All tables that there can be: those of the stages, and what the checks found of them. */
  public static List<TableContract> tables() {
    return Stream.concat(
            tablesByStage().values().stream().flatMap(List::stream), Stream.of(QualityChecks.TABLE))
        .toList();
  }

  /** The settings that a stage asks for, but for those that change nothing in its tables. */
  static Set<Setting> settingsOf(Stage stage, Settings settings) {
    for (Function<Settings, Stage> maker : makers(List.of())) {
      Set<Setting> asked = EnumSet.noneOf(Setting.class);
      if (maker.apply(settings.heardBy(asked::add)).name().equals(stage.name())) {
        asked.removeAll(stage.settingsWithoutEffect());
        return asked;
      }
    }
    throw new IllegalArgumentException(stage.name());
  }

  /**
   * What the tables must pass.
   *
   * @throws AlmagestException (usage) for a wrong setting, or where a check is accepted that is
   *     none
   */
  static QualityGate gate(RunRequest request) {
    return new QualityGate(request.settings(), request.acceptedChecks());
  }

  /**
   * The tables and other files that the requested stages write, and those that follow from them,
   * directly or not: what a base snapshot has of these is stale.
   */
  static Set<String> tablesThatFollow(List<Stage> requested, Settings settings) {
    List<Stage> all = all(settings, List.of());
    Set<String> changed = new LinkedHashSet<>();
    for (Stage stage : all) {
      boolean runs = requested.stream().anyMatch(r -> r.name().equals(stage.name()));
      boolean follows =
          Stream.of(stage.reads(), stage.readsWhereThere())
              .flatMap(tables -> names(tables).stream())
              .anyMatch(changed::contains);
      if (runs || follows) {
        changed.addAll(names(stage.writes()));
        changed.addAll(stage.documents());
      }
    }
    return changed;
  }

  static long seed(Settings settings) {
    try {
      return Long.parseLong(settings.text(Setting.RUN_SEED).strip());
    } catch (NumberFormatException e) {
      throw settings.invalid(Setting.RUN_SEED, "a whole number");
    }
  }

  static List<Stage> all(Settings settings, List<String> inputs) {
    return makers(inputs).stream().map(maker -> maker.apply(settings)).toList();
  }

  private static List<Function<Settings, Stage>> makers(List<String> inputs) {
    return List.of(
        settings -> new IngestJob(settings, inputs),
        TermsJob::new,
        TopicsJob::new,
        CoauthorsJob::new,
        CommunitiesJob::new,
        CitationsJob::new,
        settings -> new MainPathsJob(),
        TrendingJob::new,
        settings -> new ReportJob(settings, BuildVersion.current()));
  }

  private static List<String> names(List<TableContract> tables) {
    return tables.stream().map(TableContract::name).toList();
  }
}
