package org.almagest.trending;

import java.io.Serializable;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stats.CalendarPeriod;

/**
 * What is told of trending papers and bursts.
 *
 * @param periods latest periods of each kind that are told of
 * @param top most rows of a period
 * @param halfLife of attention, in periods
 * @param attentionWeight w_a of the score
 * @param citationWeight w_c of the score
 * @param topicWeight w_t of the score
 * @param baseline periods before one with which it is compared
 * @param burstQ largest q-value of a burst
 * @param burstMinPapers fewest papers of a burst
 */
record TrendingConfig(
    int periods,
    int top,
    double halfLife,
    double attentionWeight,
    double citationWeight,
    double topicWeight,
    int baseline,
    double burstQ,
    int burstMinPapers)
    implements Serializable {
  /** After so many half-lives nothing is left: less than 0.4 %. */
  static final int HALF_LIVES = 8;

  private static final int MOST_PERIODS = 366;
  private static final int MOST_LISTED = 1000;
  private static final double MOST_WEIGHT = 1000;
  private static final double LEAST_HALF_LIFE = 0.5;
  private static final double MOST_HALF_LIFE = 100;

  /**
   * @throws org.almagest.fault.AlmagestException (usage) for a setting with a wrong value
   */
  static TrendingConfig from(Settings settings) {
    return new TrendingConfig(
        settings.integer(Setting.TRENDING_PERIODS, 1, MOST_PERIODS),
        settings.integer(Setting.TRENDING_TOP, 1, MOST_LISTED),
        settings.number(Setting.TRENDING_HALF_LIFE, LEAST_HALF_LIFE, MOST_HALF_LIFE),
        settings.number(Setting.TRENDING_ATTENTION_WEIGHT, 0, MOST_WEIGHT),
        settings.number(Setting.TRENDING_CITATION_WEIGHT, 0, MOST_WEIGHT),
        settings.number(Setting.TRENDING_TOPIC_WEIGHT, 0, MOST_WEIGHT),
        settings.integer(Setting.TRENDING_BASELINE, 1, MOST_PERIODS),
        settings.number(Setting.TRENDING_BURST_Q, 0, 1),
        settings.integer(Setting.TRENDING_BURST_MIN_PAPERS, 1, Integer.MAX_VALUE));
  }

  /** H, in days. */
  double halfLifeDays(CalendarPeriod period) {
    return halfLife * period.nominalDays();
  }
}
