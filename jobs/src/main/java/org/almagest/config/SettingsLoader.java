package org.almagest.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.almagest.config.Settings.Value;
import org.almagest.fault.AlmagestException;

/**
 * Resolves settings: a flag wins over the environment, that over the YAML file, that over the
 * default.
 */
public final class SettingsLoader {
  /** Every key, in the order of declaration. */
  static final List<String> KEYS = Arrays.stream(Setting.values()).map(Setting::key).toList();

  private static final String PREFIX = "ALMAGEST_";

  private SettingsLoader() {}

  /**
   * The value of every setting with its origin.
   *
   * @param flags what the command line gives, with the flag as origin
   * @param environment the process's environment; an empty variable counts as not set
   * @param file the YAML file, if one was named
   * @throws AlmagestException (usage) for a key or {@code ALMAGEST_} variable that does not exist,
   *     and for a file that cannot be read
   */
  public static Settings load(
      Map<Setting, Value> flags, Map<String, String> environment, Optional<Path> file) {
    Map<Setting, Value> values = new EnumMap<>(Setting.class);
    file.ifPresent(path -> values.putAll(SettingsFile.read(path)));
    values.putAll(fromEnvironment(environment));
    values.putAll(flags);
    return new Settings(values);
  }

  /**
   * The setting of that key.
   *
   * @param origin who named it, for the message, such as {@code --set}
   * @throws AlmagestException (usage) if there is none; the message names the nearest
   */
  public static Setting settingNamed(String key, String origin) {
    return Setting.withKey(key)
        .orElseThrow(
            () ->
                AlmagestException.usage(
                    origin
                        + ": there is no setting '"
                        + key
                        + "'. Did you mean '"
                        + NearestName.of(key, KEYS)
                        + "'?"));
  }

  private static Map<Setting, Value> fromEnvironment(Map<String, String> environment) {
    Map<String, Setting> settings = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      settings.put(setting.environmentName(), setting);
    }
    List<String> known = new ArrayList<>(settings.keySet());
    for (LauncherVariable variable : LauncherVariable.values()) {
      known.add(variable.name());
    }
    Map<Setting, Value> values = new EnumMap<>(Setting.class);
    for (Map.Entry<String, String> entry : new TreeMap<>(environment).entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith(PREFIX) || entry.getValue().isEmpty()) {
        continue;
      }
      if (!known.contains(name)) {
        throw AlmagestException.usage(
            "The environment variable "
                + name
                + " is no setting. Did you mean "
                + NearestName.of(name, known)
                + "?");
      }
      if (settings.containsKey(name)) {
        values.put(settings.get(name), new Value(entry.getValue(), name));
      }
    }
    return values;
  }
}
