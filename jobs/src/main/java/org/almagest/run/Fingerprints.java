package org.almagest.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StageFingerprint;
import org.almagest.warehouse.TableSnapshot;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;

/** Tells what the tables of stages follow from. */
final class Fingerprints {
  private final Settings settings;
  private final long seed;
  private final Configuration hadoop;
  private final String code;

  Fingerprints(Settings settings, long seed, Configuration hadoop) {
    this(settings, seed, hadoop, BuildVersion.codeDigest());
  }

  /** For tests: of a build that has that digest. */
  Fingerprints(Settings settings, long seed, Configuration hadoop, String code) {
    this.settings = settings;
    this.seed = seed;
    this.hadoop = hadoop;
    this.code = code;
  }

  /** Of all that a person asked for: see {@link StageFingerprint#request}. */
  String request(Stage stage) {
    SortedMap<String, String> parts = new TreeMap<>();
    parts.put("stage", stage.name());
    for (Setting setting : Pipeline.settingsOf(stage, settings)) {
      parts.put("setting " + setting.key(), settings.text(setting).strip());
    }
    if (stage.isSeeded()) {
      parts.put("seed", String.valueOf(seed));
    }
    stage.sources(hadoop).forEach((source, content) -> parts.put("source " + source, content));
    return digest(parts);
  }

  /**
   * Of a stage that is about to run.
   *
   * @param tables the tables as the stage would read them; empty where that is not known yet
   * @param base the snapshot on which the run builds
   * @return empty where a table that it reads is not known
   */
  Optional<StageFingerprint> of(
      Stage stage,
      Function<TableContract, Optional<TableSnapshot>> tables,
      Optional<Snapshot> base) {
    SortedMap<String, String> parts = new TreeMap<>();
    String request = request(stage);
    parts.put("request", request);
    parts.put("code", code);
    for (TableContract contract : stage.reads()) {
      Optional<TableSnapshot> table = tables.apply(contract);
      if (table.isEmpty()) {
        return Optional.empty();
      }
      parts.put("table " + contract.name(), table.get().digest());
    }
    // What is not there adds nothing: with it, the work is another.
    for (TableContract contract : stage.readsWhereThere()) {
      tables
          .apply(contract)
          .ifPresent(table -> parts.put("table " + contract.name(), table.digest()));
    }
    return Optional.of(
        new StageFingerprint(request, digest(parts), previous(stage.readsOfBase(), base)));
  }

  private static String previous(List<TableContract> contracts, Optional<Snapshot> base) {
    SortedMap<String, String> parts = new TreeMap<>();
    for (TableContract contract : contracts) {
      base.flatMap(snapshot -> snapshot.table(contract.name()))
          .ifPresent(table -> parts.put(contract.name(), table.digest()));
    }
    return digest(parts);
  }

  /** With lengths, so that no two lists of parts read the same. */
  private static String digest(Map<String, String> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(
        (name, value) ->
            text.append(name.length())
                .append(' ')
                .append(name)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n'));
    return DigestUtils.sha256Hex(text.toString());
  }
}
