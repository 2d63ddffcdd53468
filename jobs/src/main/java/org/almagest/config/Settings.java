package org.almagest.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.almagest.fault.AlmagestException;

/** The value of every setting, and where it came from. */
public final class Settings {
  /**
   * One value and its origin.
   *
   * @param text the value as written
   * @param origin for a person, such as {@code --topics}, {@code ALMAGEST_TOPICS_COUNT}, {@code
   *     almagest.yaml} or {@code default}
   */
  public record Value(String text, String origin) {}

  /** Origin of a value that nobody gave. */
  public static final String DEFAULT_ORIGIN = "default";

  private final Map<Setting, Value> values;
  private final Consumer<Setting> reads;

  /** Given values; all others are at their default. */
  public Settings(Map<Setting, Value> given) {
    this(given, read -> {});
  }

  private Settings(Map<Setting, Value> given, Consumer<Setting> reads) {
    this.reads = reads;
    values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, new Value(setting.defaultValue(), DEFAULT_ORIGIN));
    }
    values.putAll(given);
  }

  /** Everything at its default. */
  public static Settings defaults() {
    return new Settings(Map.of());
  }

  /** A copy in which one setting has another value. */
  public Settings with(Setting setting, String text, String origin) {
    EnumMap<Setting, Value> copy = new EnumMap<>(values);
    copy.put(setting, new Value(text, origin));
    return new Settings(copy);
  }

  /** The same, and somebody hears of each setting whose value is asked for. */
  public Settings heardBy(Consumer<Setting> listener) {
    return new Settings(values, listener);
  }

  /** The value and its origin. */
  public Value value(Setting setting) {
    reads.accept(setting);
    return values.get(setting);
  }

  /** The value as text. */
  public String text(Setting setting) {
    return value(setting).text();
  }

  /** The value as a whole number from {@code least} to {@code most}, both included. */
  public int integer(Setting setting, int least, int most) {
    try {
      int value = Integer.parseInt(text(setting).strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other wrong value.
    }
    throw invalid(
        setting,
        "a whole number "
            + (most == Integer.MAX_VALUE
                ? "of at least " + least
                : "from " + least + " to " + most));
  }

  /** The value as a number from {@code least} to {@code most}, both included. */
  public double number(Setting setting, double least, double most) {
    try {
      double value = Double.parseDouble(text(setting).strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other wrong value.
    }
    throw invalid(setting, "a number from " + least + " to " + most);
  }

  /**
   * The choice that a setting names.
   *
   * @param label what a person writes for each choice
   * @throws AlmagestException (usage) if it names none of them
   */
  public <T> T choice(Setting setting, List<T> choices, Function<T, String> label) {
    String text = text(setting);
    return choices.stream()
        .filter(choice -> label.apply(choice).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(setting, choices.stream().map(label).collect(Collectors.joining(" or "))));
  }

  /**
   * The error for a wrong value: names the setting, the value, where it came from, and the cure.
   */
  public AlmagestException invalid(Setting setting, String expected) {
    Value value = values.get(setting);
    return AlmagestException.usage(
        setting.key()
            + " is '"
            + value.text()
            + "' ("
            + value.origin()
            + "), but it must be "
            + expected
            + ".");
  }
}
