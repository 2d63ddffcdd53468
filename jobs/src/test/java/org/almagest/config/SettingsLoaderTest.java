package org.almagest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.almagest.config.Settings.Value;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
  private static final Map<Setting, Value> NO_FLAGS = Map.of();
  private static final Map<String, String> NO_ENVIRONMENT = Map.of();

  @TempDir Path directory;

  private Path yaml(String text) throws IOException {
    return Files.writeString(directory.resolve("conf.yaml"), text);
  }

  private Settings load(String text) throws IOException {
    return SettingsLoader.load(NO_FLAGS, NO_ENVIRONMENT, Optional.of(yaml(text)));
  }

  private void assertUsage(String text, String... parts) {
    assertThatThrownBy(() -> load(text))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .message()
        .contains("conf.yaml")
        .contains(parts);
  }

  @Test
  void flagWinsOverEnvironmentOverFileOverDefault() throws IOException {
    Path file = yaml("topics.count: 3\nrun.seed: 4\ningest.format: openalex\n");
    Map<String, String> environment =
        Map.of("ALMAGEST_TOPICS_COUNT", "5", "ALMAGEST_RUN_SEED", "6", "PATH", "/bin");
    Map<Setting, Value> flags = Map.of(Setting.TOPICS_COUNT, new Value("7", "--topics"));

    Settings settings = SettingsLoader.load(flags, environment, Optional.of(file));

    assertThat(settings.value(Setting.TOPICS_COUNT)).isEqualTo(new Value("7", "--topics"));
    assertThat(settings.value(Setting.RUN_SEED)).isEqualTo(new Value("6", "ALMAGEST_RUN_SEED"));
    assertThat(settings.value(Setting.INGEST_FORMAT)).isEqualTo(new Value("openalex", file + ":3"));
    assertThat(settings.value(Setting.AUTHORS_IDENTITY))
        .isEqualTo(new Value("folded-name", "default"));
  }

  @Test
  void readsNestedAndDottedKeysAndLists() throws IOException {
    Settings settings =
        load(
            """
            topics:
              count: 40
              min-weight: 0.050
            run.stages: [ingest, terms]
            terms: {stop-words: ""}
            """);

    assertThat(settings.text(Setting.TOPICS_COUNT)).isEqualTo("40");
    assertThat(settings.text(Setting.TOPICS_MIN_WEIGHT)).isEqualTo("0.050");
    assertThat(settings.text(Setting.RUN_STAGES)).isEqualTo("ingest,terms");
    assertThat(settings.value(Setting.TERMS_STOP_WORDS).origin()).endsWith("conf.yaml:5");
  }

  @Test
  void anEmptyFileSetsNothing() throws IOException {
    assertThat(load("# nothing\n").text(Setting.TOPICS_COUNT)).isEqualTo("12");
  }

  @Test
  void anEmptyVariableCountsAsNotSet() {
    Settings settings =
        SettingsLoader.load(
            NO_FLAGS, Map.of("ALMAGEST_TOPICS_COUNT", "", "ALMAGEST_TYPO", ""), Optional.empty());

    assertThat(settings.value(Setting.TOPICS_COUNT)).isEqualTo(new Value("12", "default"));
  }

  @Test
  void namesTheNearestKeyForAnUnknownOne() {
    assertUsage("a: 1\n", "line 1", "'a'");
    assertUsage("\ntopics.cuont: 1\n", "line 2", "'topics.cuont'", "'topics.count'");
    assertUsage("topics:\n  cuont: 1\n", "line 2", "'topics.cuont'", "'topics.count'");
    assertUsage("topic:\n  count: 1\n", "line 1", "'topic.count'", "'topics.count'");
    assertUsage("topics.count: {a: 1}\n", "'topics.count.a'", "'topics.count'");
    assertUsage("topics: 5\n", "'topics'", "Did you mean 'topics.count'?");
  }

  @Test
  void tellsFileLineAndCauseOfASyntaxError() {
    assertUsage("run.seed: 1\ntopics: [1, 2\nx: 3\n", "line 3", "not valid YAML", "expected");
    assertUsage("\ttopics.count: 1\n", "line 1", "not valid YAML", "cannot start any token");
    assertUsage("a: 1\n---\nb: 2\n", "line 2", "not valid YAML");
  }

  @Test
  void refusesWhatIsNoPlainValue() {
    assertUsage("topics.count:\n", "line 1", "topics.count has no value");
    assertUsage("run.stages: [[a]]\n", "line 1", "run.stages must be a plain value");
    assertUsage("- topics.count\n", "line 1", "key: value");
    assertUsage("? [a]\n: 1\n", "line 1", "plain word");
  }

  @Test
  void refusesASettingThatIsSetTwice() {
    assertUsage("topics.count: 1\ntopics:\n  count: 2\n", "line 3", "second time", "conf.yaml:1");
  }

  @Test
  void refusesAMappingThatContainsItself() {
    assertUsage("topics: &t\n  count: *t\n", "no setting");
  }

  @Test
  void tellsAMissingFileADirectoryAndForeignBytes() throws IOException {
    Path missing = directory.resolve("none.yaml");
    assertThatThrownBy(() -> SettingsLoader.load(NO_FLAGS, NO_ENVIRONMENT, Optional.of(missing)))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("none.yaml does not exist");
    assertThatThrownBy(() -> SettingsLoader.load(NO_FLAGS, NO_ENVIRONMENT, Optional.of(directory)))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("is a directory");
    Path latin1 = directory.resolve("conf.yaml");
    Files.write(latin1, "terms.stop-words: é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> SettingsLoader.load(NO_FLAGS, NO_ENVIRONMENT, Optional.of(latin1)))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void namesTheNearestVariableForAnUnknownOne() {
    assertThatThrownBy(
            () ->
                SettingsLoader.load(
                    NO_FLAGS, Map.of("ALMAGEST_TOPIC_COUNT", "5"), Optional.empty()))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("ALMAGEST_TOPIC_COUNT")
        .hasMessageContaining("Did you mean ALMAGEST_TOPICS_COUNT?");
  }

  @Test
  void acceptsTheLaunchersOwnVariables() {
    for (LauncherVariable variable : LauncherVariable.values()) {
      Settings settings =
          SettingsLoader.load(NO_FLAGS, Map.of(variable.name(), "x"), Optional.empty());
      assertThat(settings.text(Setting.TOPICS_COUNT)).isEqualTo("12");
    }
  }

  @ParameterizedTest
  @CsvSource({"'',abc,3", "abc,abc,0", "cuont,count,1", "topic,topics,1", "ca,abc,3", "ab,ba,1"})
  void countsEditsAndSwapsOfNeighbours(String a, String b, int expected) {
    assertThat(NearestName.distance(a, b)).isEqualTo(expected);
    assertThat(NearestName.distance(b, a)).isEqualTo(expected);
  }
}
