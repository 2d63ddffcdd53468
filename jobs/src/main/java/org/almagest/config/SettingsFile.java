package org.almagest.config;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.almagest.config.Settings.Value;
import org.almagest.fault.AlmagestException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Settings written in a YAML file. A key may be dotted ({@code topics.count: 50}) or nested ({@code
 * topics: {count: 50}}); a list of plain values is the same as the values with commas between.
 */
final class SettingsFile {
  /** No key is as deep as this; a mapping that contains itself through an alias is. */
  private static final int MAX_DEPTH = 8;

  private final YamlFile file;
  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

  private SettingsFile(YamlFile file) {
    this.file = file;
  }

  /**
   * The settings that the file gives, each with the file and line as its origin.
   *
   * @throws AlmagestException (usage) if the file cannot be read, is not YAML, or names a setting
   *     that does not exist
   */
  static Map<Setting, Value> read(Path path) {
    YamlFile yaml = new YamlFile(path, "settings file", "--config");
    SettingsFile settings = new SettingsFile(yaml);
    yaml.root().ifPresent(root -> settings.addMapping("", root, 0));
    return settings.values;
  }

  private void addMapping(String prefix, Node node, int depth) {
    if (!(node instanceof MappingNode mapping)) {
      throw usage(at(node) + ": settings are written as 'key: value', such as 'topics.count: 50'.");
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
        throw usage(at(entry.getKeyNode()) + ": a key must be a plain word.");
      }
      String key = prefix + keyNode.getValue();
      if (entry.getValueNode() instanceof MappingNode nested && depth < MAX_DEPTH) {
        if (!isSection(key)) {
          throw unknown(keyNode, firstKeyIn(key, nested));
        }
        addMapping(key + ".", nested, depth + 1);
      } else {
        Setting setting = Setting.withKey(key).orElseThrow(() -> unknown(keyNode, key));
        addValue(setting, keyNode, entry.getValueNode());
      }
    }
  }

  private static boolean isSection(String key) {
    return SettingsLoader.KEYS.stream().anyMatch(known -> known.startsWith(key + "."));
  }

  /** The whole key under an unknown section, which says more about what was meant. */
  private static String firstKeyIn(String section, MappingNode nested) {
    return nested.getValue().stream()
        .map(NodeTuple::getKeyNode)
        .filter(ScalarNode.class::isInstance)
        .map(key -> section + "." + ((ScalarNode) key).getValue())
        .findFirst()
        .orElse(section);
  }

  private AlmagestException unknown(ScalarNode keyNode, String key) {
    return usage(
        at(keyNode)
            + ": there is no setting '"
            + key
            + "'. Did you mean '"
            + NearestName.of(key, SettingsLoader.KEYS)
            + "'?");
  }

  private void addValue(Setting setting, ScalarNode keyNode, Node node) {
    Value earlier = values.get(setting);
    if (earlier != null) {
      throw usage(
          at(keyNode)
              + ": "
              + setting.key()
              + " is set a second time; the first is at "
              + earlier.origin()
              + ". Keep one of them.");
    }
    values.put(setting, new Value(text(setting, keyNode, node), origin(keyNode)));
  }

  private String text(Setting setting, ScalarNode keyNode, Node node) {
    if (node instanceof SequenceNode sequence
        && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      return sequence.getValue().stream()
          .map(item -> ((ScalarNode) item).getValue())
          .collect(Collectors.joining(","));
    }
    if (!(node instanceof ScalarNode scalar)) {
      throw usage(at(keyNode) + ": " + setting.key() + " must be a plain value.");
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      throw usage(at(keyNode) + ": " + setting.key() + " has no value. Give one or drop the line.");
    }
    return scalar.getValue();
  }

  private String origin(Node node) {
    return file.path() + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
  }

  private String at(Node node) {
    return file.at(node);
  }

  private static AlmagestException usage(String message) {
    return AlmagestException.usage(message);
  }
}
