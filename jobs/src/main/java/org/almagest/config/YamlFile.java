package org.almagest.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.almagest.fault.AlmagestException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file that a person wrote, as nodes that know their line.
 *
 * @param path where it lies
 * @param what it is called in messages, such as {@code settings file}
 * @param option the option that names it
 */
public record YamlFile(Path path, String what, String option) {
  /**
   * The root of its document; empty where the file has none.
   *
   * @throws AlmagestException (usage) if the file cannot be read or is not YAML
   */
  public Optional<Node> root() {
    if (!Files.exists(path)) {
      throw AlmagestException.usage(
          "The %s %s does not exist. Give the path of a YAML file with %s."
              .formatted(what, path, option));
    }
    if (Files.isDirectory(path)) {
      throw AlmagestException.usage(
          "The %s %s is a directory. Give a YAML file with %s.".formatted(what, path, option));
    }
    LoadSettings yaml = LoadSettings.builder().setLabel(path.toString()).build();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      return new Compose(yaml).composeReader(reader);
    } catch (MarkedYamlEngineException e) {
      throw AlmagestException.usage(
          at(e.getProblemMark().or(e::getContextMark))
              + ": this is not valid YAML: "
              + e.getProblem()
              + ".");
    } catch (YamlEngineException e) {
      if (e.getCause() instanceof IOException cause) {
        throw unreadable(cause);
      }
      throw AlmagestException.usage(path + ": this is not valid YAML: " + e.getMessage());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private AlmagestException unreadable(IOException e) {
    return AlmagestException.usage(
        "The %s %s cannot be read: ".formatted(what, path)
            + (e instanceof CharacterCodingException
                ? "it is not UTF-8 text."
                : e.getMessage() + "."));
  }

  /** Where a node is, for a message. */
  public String at(Node node) {
    return at(node.getStartMark());
  }

  private String at(Optional<Mark> mark) {
    return path + mark.map(m -> ", line " + (m.getLine() + 1)).orElse("");
  }
}
