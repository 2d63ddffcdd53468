package org.almagest.sample;

import java.util.List;
import org.almagest.corpus.CorpusFormat;
import org.almagest.corpus.RejectReason;

/** Which papers come twice, and where the broken records stand. */
final class PlantedFaults {
  private final GeneratorConfig config;
  private final double phase;
  private final List<RejectReason> reasons;

  PlantedFaults(GeneratorConfig config) {
    this.config = config;
    this.phase = Draws.fraction(Draws.hash(config.seed(), 0, Draws.Purpose.FAULTS));
    this.reasons = reasonsOf(config.format());
  }

  /** Whether the paper comes a second time. */
  boolean comesTwice(long paper) {
    return Draws.fraction(Draws.hash(config.seed(), paper, Draws.Purpose.DUPLICATES))
        < config.duplicateShare();
  }

  /** Whether a broken record follows the paper: evenly spread, so that small corpora have some. */
  boolean brokenRecordFollows(long paper) {
    return brokenBefore(paper + 1) > brokenBefore(paper);
  }

  /** What is wrong with the record that follows the paper: each reason in turn. */
  RejectReason reason(long paper) {
    return reasons.get((int) (brokenBefore(paper) % reasons.size()));
  }

  private long brokenBefore(long paper) {
    return (long) Math.floor(paper * config.badRecordShare() + phase);
  }

  private static List<RejectReason> reasonsOf(CorpusFormat format) {
    return switch (format) {
      case DAILY_PAPERS ->
          List.of(
              RejectReason.UNPAIRED_BLOCKS,
              RejectReason.DATE_AFTER_EDITION,
              RejectReason.INVALID_TEXT);
      case CITATION_EDGES ->
          List.of(
              RejectReason.MALFORMED_RECORD, RejectReason.INVALID_TEXT, RejectReason.INVALID_ID);
      default ->
          List.of(
              RejectReason.MALFORMED_RECORD,
              RejectReason.INVALID_TEXT,
              RejectReason.MISSING_TITLE,
              RejectReason.INVALID_ID);
    };
  }
}
