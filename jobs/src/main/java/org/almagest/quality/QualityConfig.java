package org.almagest.quality;

import org.almagest.config.Setting;
import org.almagest.config.Settings;

/**
 * The thresholds that a person may want to change.
 *
 * @param maxShrink largest share of rows that a table of ingest may lose, 0 to 1
 * @param maxGrowth largest share of papers that may come to those there were
 * @param maxTopicDrift largest total variation distance between topic shares, 0 to 1
 * @param maxRejected largest share of rejected records that ingest accepts, 0 to 1
 */
record QualityConfig(double maxShrink, double maxGrowth, double maxTopicDrift, double maxRejected) {
  static QualityConfig from(Settings settings) {
    return new QualityConfig(
        settings.number(Setting.QUALITY_MAX_SHRINK, 0, 1),
        settings.number(Setting.QUALITY_MAX_GROWTH, 0, Double.MAX_VALUE),
        settings.number(Setting.QUALITY_MAX_TOPIC_DRIFT, 0, 1),
        settings.number(Setting.INGEST_MAX_REJECTED, 0, 1));
  }
}
