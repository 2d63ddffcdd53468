package org.almagest.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.stage.Stage;
import org.almagest.warehouse.Manifest.StageRecord;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StageFingerprint;

/** A request with the name of a run that is published: whether it asks for the same. */
final class RepeatedRequest {
  private final Settings settings;
  private final List<Stage> stages;
  private final Fingerprints fingerprints;
  private final Snapshot published;

  /**
   * @param stages those that are asked for
   * @param published what the run of that name published
   */
  RepeatedRequest(
      Settings settings, List<Stage> stages, Fingerprints fingerprints, Snapshot published) {
    this.settings = settings;
    this.stages = stages;
    this.fingerprints = fingerprints;
    this.published = published;
  }

  /**
   * Requires that it does; code and base are left out of account, since a run that is published is
   * not to be done again because of them.
   *
   * @return what the run noted of each stage
   * @throws AlmagestException (usage) if it asks for something else, which it names
   */
  List<StageRecord> requireSame() {
    Set<String> names = stages.stream().map(Stage::name).collect(Collectors.toSet());
    Set<String> before =
        Arrays.stream(configuration().getOrDefault(Setting.RUN_STAGES.key(), "").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    if (!names.equals(before)) {
      throw other("other stages (" + String.join(",", before) + ")");
    }
    List<StageRecord> records =
        stages.stream().flatMap(s -> EarlierWork.record(published, s).stream()).toList();
    for (Stage stage : stages) {
      StageFingerprint now = new StageFingerprint(fingerprints.request(stage), "", "");
      if (records.stream()
          .noneMatch(r -> r.stage().equals(stage.name()) && r.fingerprint().isRequestOf(now))) {
        throw other(difference());
      }
    }
    return records;
  }

  /** What is different, as well as that can be told. */
  private String difference() {
    Set<Setting> asked = EnumSet.of(Setting.RUN_SEED);
    stages.forEach(stage -> asked.addAll(Pipeline.settingsOf(stage, settings)));
    Set<String> changed = new TreeSet<>();
    for (Setting setting : asked) {
      String then = configuration().get(setting.key());
      if (then != null && !then.equals(settings.text(setting))) {
        changed.add(setting.key() + " " + then + ", and not " + settings.text(setting));
      }
    }
    return changed.isEmpty()
        ? "other input or other lists of words"
        : "other settings (" + String.join("; ", changed) + ")";
  }

  private Map<String, String> configuration() {
    return published.manifest().configuration();
  }

  private AlmagestException other(String difference) {
    return AlmagestException.usage(
        "The run id '"
            + published.manifest().runId()
            + "' was used before: version "
            + published.version()
            + " of "
            + published.warehouse()
            + " is of it, with "
            + difference
            + ". Choose another run id.");
  }
}
