package org.almagest.quality;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.almagest.config.Setting;

/**
 * The largest figure with which a check passes.
 *
 * @param text as documents have it: a number, or the setting that says it
 * @param value the number
 */
record Threshold(String text, ToDoubleFunction<QualityConfig> value) {
  static Threshold of(double value) {
    String text = value == Math.rint(value) ? "%.0f" : "%s";
    return new Threshold(String.format(Locale.ROOT, text, value), config -> value);
  }

  static Threshold of(Setting setting, ToDoubleFunction<QualityConfig> value) {
    return new Threshold("`" + setting.key() + "`", value);
  }
}
