package org.almagest.stage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almagest.config.Setting;
import org.almagest.table.TableContract;
import org.apache.hadoop.conf.Configuration;

/**
 * One step of a run: reads tables, writes tables. What its tables follow from, it tells: where that
 * is as it was, a run takes over the tables that there are. Its settings are those that its
 * constructor asks for; it keeps no others.
 */
public interface Stage {
  /** Its name on the command line. */
  String name();

  /** The tables it reads; a stage that ran earlier, or the base snapshot, has them. */
  List<TableContract> reads();

  /**
   * The tables it reads where the snapshot has them, and does without where not. A table that has
   * become stale counts as not there.
   */
  default List<TableContract> readsWhereThere() {
    return List.of();
  }

  /** The tables it writes, all of them, each time. */
  List<TableContract> writes();

  /**
   * Those of its tables that tell what is not as it was in the snapshot before. They are empty
   * where its work is taken over from there.
   */
  default List<TableContract> tellsOfChange() {
    return List.of();
  }

  /** The tables that it looks at as the snapshot before has them, to name things as they were. */
  default List<TableContract> readsOfBase() {
    return List.of();
  }

  /**
   * What lies outside of the warehouse and its tables follow from: input files and the like, each
   * with a text that changes when it does.
   *
   * @param hadoop how to reach file systems
   * @throws org.almagest.fault.AlmagestException for what a person can mend
   */
  default Map<String, String> sources(Configuration hadoop) {
    return Map.of();
  }

  /** Settings that it looks at and that change nothing in its tables. */
  default Set<Setting> settingsWithoutEffect() {
    return Set.of();
  }

  /** Whether its tables follow from the seed. One that says no is given none. */
  default boolean isSeeded() {
    return true;
  }

  /**
   * Tells what is wrong as far as that can be told before Spark starts.
   *
   * @param hadoop how to reach file systems
   * @throws org.almagest.fault.AlmagestException for what a person can mend
   */
  default void checkBeforeStart(Configuration hadoop) {}

  /**
   * What of the memory of a machine depends on the corpus, each in a sentence.
   *
   * @param cores tasks that run at a time
   */
  default List<String> memory(CorpusEstimate corpus, int cores) {
    return List.of();
  }

  /**
   * Does the work.
   *
   * @return figures for the summary and the manifest, in the order in which to print them
   * @throws org.almagest.fault.AlmagestException for what a person can mend
   */
  Map<String, Long> run(StageContext context);
}
