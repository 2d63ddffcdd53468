package org.almagest.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.config.Settings.Value;
import org.almagest.config.SettingsLoader;
import org.almagest.fault.AlmagestException;
import picocli.CommandLine.Option;

/**
 * The options that change settings, declared once for every command. Their values are text here:
 * one place checks a setting, whether it comes from a flag, the environment or a file.
 */
final class SettingOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file with settings; flags and ALMAGEST_ variables win over it.")
  private Path config;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "Format of the input: auto (told apart by content; the default), daily-papers,"
              + " arxiv-tsv, arxiv-json, openalex, aan or citation-edges.")
  private String format;

  @Option(names = "--topics", paramLabel = "K", description = "Number of topics; 12 by default.")
  private String topics;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description =
          "Trainer of the topics: gibbs (the default), or Spark MLlib's mllib-online or mllib-em.")
  private String algorithm;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random; the same seed gives the same rows.")
  private String seed;

  @Option(
      names = "--max-rejected",
      paramLabel = "SHARE",
      description =
          "Largest accepted share of rejected records, from 0 to 1; 0.001 by default. More ends"
              + " the run with exit code 3.")
  private String maxRejected;

  @Option(
      names = "--max-authors-per-paper",
      paramLabel = "N",
      description = "Papers with more authors make no co-author edges; 100 by default.")
  private String maxAuthorsPerPaper;

  @Option(
      names = "--page-year",
      paramLabel = "YEAR",
      description =
          "Year of Daily Papers dates that name none; by default one more than the latest year"
              + " that a page of the run names.")
  private String pageYear;

  @Option(
      names = "--no-reuse",
      description =
          "Runs every stage again, also where the warehouse has the tables of the same work.")
  private boolean noReuse;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Any setting by its key; may be repeated. 'almagest config print' lists the keys.")
  private List<String> assignments = new ArrayList<>();

  /**
   * All settings with their origin: these options win over the environment, that over the file.
   *
   * @param fixed what the command itself decides; to give it by an option, too, is an error, and
   *     the environment and the file do not win over it
   * @param environment environment variables
   */
  Settings resolve(Map<Setting, Value> fixed, Map<String, String> environment) {
    return resolve(fixed, Map.of(), environment);
  }

  /**
   * As above, for a command with defaults of its own.
   *
   * @param defaults values of settings that nobody sets
   */
  Settings resolve(
      Map<Setting, Value> fixed, Map<Setting, Value> defaults, Map<String, String> environment) {
    Map<Setting, Value> given = given();
    fixed.forEach((setting, value) -> add(given, setting, value.origin(), value.text()));
    Settings settings = SettingsLoader.load(given, environment, Optional.ofNullable(config));
    for (Map.Entry<Setting, Value> entry : defaults.entrySet()) {
      if (settings.value(entry.getKey()).origin().equals(Settings.DEFAULT_ORIGIN)) {
        Value value = entry.getValue();
        settings = settings.with(entry.getKey(), value.text(), value.origin());
      }
    }
    return settings;
  }

  private Map<Setting, Value> given() {
    Map<Setting, Value> given = new EnumMap<>(Setting.class);
    add(given, Setting.INGEST_FORMAT, "--format", format);
    add(given, Setting.TOPICS_COUNT, "--topics", topics);
    add(given, Setting.TOPICS_ALGORITHM, "--algorithm", algorithm);
    add(given, Setting.RUN_SEED, "--seed", seed);
    add(given, Setting.INGEST_MAX_REJECTED, "--max-rejected", maxRejected);
    add(
        given,
        Setting.COAUTHORS_MAX_AUTHORS_PER_PAPER,
        "--max-authors-per-paper",
        maxAuthorsPerPaper);
    add(given, Setting.INGEST_PAGE_YEAR, "--page-year", pageYear);
    add(given, Setting.RUN_REUSE, "--no-reuse", noReuse ? "false" : null);
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw AlmagestException.usage(
            "--set '"
                + assignment
                + "': write the setting and its value as KEY=VALUE, such as topics.count=50.");
      }
      String key = assignment.substring(0, equals).strip();
      add(
          given,
          SettingsLoader.settingNamed(key, "--set"),
          "--set",
          assignment.substring(equals + 1));
    }
    return given;
  }

  private static void add(Map<Setting, Value> given, Setting setting, String flag, String text) {
    if (text == null) {
      return;
    }
    Value earlier = given.put(setting, new Value(text, flag));
    if (earlier != null) {
      throw AlmagestException.usage(
          setting.key()
              + " is given twice, by "
              + earlier.origin()
              + " and by "
              + flag
              + ". Keep one of them.");
    }
  }
}
