package org.almagest.stage;

import java.util.List;
import java.util.Map;
import org.almagest.table.TableContract;
import org.apache.hadoop.conf.Configuration;

/** One step of a run: reads tables, writes tables. */
public interface Stage {
  /** Its name on the command line. */
  String name();

  /** The tables it reads; a stage that ran earlier, or the base snapshot, has them. */
  List<TableContract> reads();

  /** The tables it writes, all of them, each time. */
  List<TableContract> writes();

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
