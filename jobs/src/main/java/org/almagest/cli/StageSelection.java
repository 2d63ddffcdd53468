package org.almagest.cli;

import java.util.Arrays;
import java.util.List;
import org.almagest.config.NearestName;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.run.Pipeline;

/** The stages that a run is asked for. */
final class StageSelection {
  private static final String INGEST = "ingest";

  private StageSelection() {}

  /**
   * Tells what is wrong with the stages or their input before Spark starts.
   *
   * @throws AlmagestException (usage) for a stage that does not exist, or for no input where a
   *     stage reads some
   */
  static void check(Settings settings, List<String> inputs) {
    List<String> stages =
        Arrays.stream(settings.text(Setting.RUN_STAGES).split(",")).map(String::strip).toList();
    for (String stage : stages) {
      if (!Pipeline.STAGES.contains(stage)) {
        throw AlmagestException.usage(
            "run.stages names '"
                + stage
                + "' ("
                + settings.value(Setting.RUN_STAGES).origin()
                + "), but the stages are "
                + String.join(", ", Pipeline.STAGES)
                + ". Did you mean '"
                + NearestName.of(stage, Pipeline.STAGES)
                + "'?");
      }
    }
    if (stages.contains(INGEST) && inputs.isEmpty()) {
      throw AlmagestException.usage(
          "There is nothing to read: name the input with --input, such as --input"
              + " 'papers/*.jsonl.gz'.");
    }
  }
}
