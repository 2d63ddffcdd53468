package org.almagest.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.almagest.config.Settings.Value;
import org.junit.jupiter.api.Test;

/** The documents that list the settings list all of them, with their defaults. */
class SettingsDocumentationTest {
  private static final Path README = Path.of("../submit/README.md");
  private static final Path EXAMPLE = Path.of("../submit/conf/almagest.example.yaml");

  @Test
  void theReadmesTableHasEverySettingWithItsDefaultAndMeaning() throws IOException {
    List<String> expected =
        Arrays.stream(Setting.values())
            .map(
                s ->
                    "| `"
                        + s.key()
                        + "` | "
                        + (s.defaultValue().isEmpty() ? "(empty)" : "`" + s.defaultValue() + "`")
                        + " | "
                        + s.meaning()
                        + " |")
            .toList();

    assertThat(Files.readAllLines(README))
        .filteredOn(line -> Setting.withKey(line.replaceAll("^\\| `([^`]*)`.*", "$1")).isPresent())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void theReadmeNamesEveryVariableOfTheLauncher() throws IOException {
    assertThat(Files.readString(README))
        .contains(
            Stream.of(LauncherVariable.values())
                .map(v -> "| `" + v + "` | " + v.meaning() + " |")
                .toList());
  }

  @Test
  void theExampleFileHasEverySettingAtItsDefault() {
    Map<Setting, Value> example = SettingsFile.read(EXAMPLE);

    for (Setting setting : Setting.values()) {
      assertThat(example.get(setting).text()).as(setting.key()).isEqualTo(setting.defaultValue());
    }
  }
}
