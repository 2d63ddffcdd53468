package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.almagest.table.TableContract;
import org.almagest.table.TopicWords;
import org.almagest.table.Vocabulary;
import org.almagest.warehouse.Manifest;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StageFingerprint;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.TableSnapshot.DataFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes the work of a stage another one, and what does not. */
class FingerprintsTest {
  private static final Settings SETTINGS = Settings.defaults();

  @TempDir Path directory;
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    input = Files.writeString(directory.resolve("papers.json"), "{}");
    Files.setLastModifiedTime(input, FileTime.fromMillis(1_000));
  }

  private Stage stage(String name, Settings settings) {
    return Pipeline.all(settings, List.of(input.toString())).stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String request(String stage, Settings settings) {
    return new Fingerprints(settings, 1, new Configuration(), "code")
        .request(stage(stage, settings));
  }

  private static Settings with(Setting setting, String value) {
    return SETTINGS.with(setting, value, "a test");
  }

  /** A table whose files hold what that text says. */
  private static TableSnapshot table(String name, String... contents) {
    List<DataFile> files =
        List.of(contents).stream()
            .map(content -> new DataFile("any/" + name + "/" + content.hashCode(), 1, 1, content))
            .toList();
    return new TableSnapshot(name, "any/" + name, 1, 1, "id STRING", files);
  }

  private static Function<TableContract, Optional<TableSnapshot>> tables(String content) {
    return contract -> Optional.of(table(contract.name(), content));
  }

  private StageFingerprint of(
      String stage,
      String code,
      Function<TableContract, Optional<TableSnapshot>> tables,
      Optional<Snapshot> base) {
    return new Fingerprints(SETTINGS, 1, new Configuration(), code)
        .of(stage(stage, SETTINGS), tables, base)
        .orElseThrow();
  }

  @Test
  void aSettingIsPartOfTheRequestOfStagesThatAskForIt() {
    Settings settings = with(Setting.TOPICS_COUNT, "13");
    assertThat(request("topics", settings)).isNotEqualTo(request("topics", SETTINGS));
    for (String other :
        List.of("ingest", "terms", "coauthors", "citations", "main-paths", "trending")) {
      assertThat(request(other, settings)).isEqualTo(request(other, SETTINGS));
    }
  }

  @Test
  void stagesAskForTheirOwnSettings() {
    assertThat(Pipeline.settingsOf(stage("terms", SETTINGS), SETTINGS))
        .contains(Setting.TERMS_MIN_DOCUMENT_FREQUENCY, Setting.TERMS_PHRASE_MIN_NPMI)
        .allMatch(setting -> setting.key().startsWith("terms."));
    assertThat(Pipeline.settingsOf(stage("topics", SETTINGS), SETTINGS))
        .contains(Setting.TOPICS_MIN_WEIGHT)
        .doesNotContain(Setting.TOPICS_CHECKPOINT_SWEEPS, Setting.TERMS_VOCABULARY_SIZE);
    assertThat(Pipeline.settingsOf(stage("main-paths", SETTINGS), SETTINGS)).isEmpty();
    assertThat(Pipeline.settingsOf(stage("trending", SETTINGS), SETTINGS))
        .hasSize(9)
        .allMatch(setting -> setting.key().startsWith("trending."));
    // What decides how to run, and not what comes out, is nobody's.
    for (Stage stage : Pipeline.all(SETTINGS, List.of())) {
      assertThat(Pipeline.settingsOf(stage, SETTINGS))
          .doesNotContain(Setting.RUN_REUSE, Setting.RUN_STAGES);
    }
  }

  @Test
  void theVocabularyFollowsFromTheTopicsRefreshOnlyWhereThatKeepsIt() {
    Settings foldsIn = with(Setting.TOPICS_REFRESH, "fold-in");
    assertThat(request("terms", foldsIn)).isNotEqualTo(request("terms", SETTINGS));
    assertThat(stage("terms", foldsIn).readsOfBase())
        .containsExactly(Vocabulary.TABLE, TopicWords.TABLE);
    for (Settings renews :
        List.of(
            with(Setting.TOPICS_REFRESH, "train-on"),
            foldsIn.with(Setting.TERMS_REFRESH, "renew", "test"))) {
      assertThat(stage("terms", renews).readsOfBase()).isEmpty();
    }
    assertThat(request("terms", with(Setting.TOPICS_REFRESH, "train-on")))
        .isEqualTo(request("terms", SETTINGS));
  }

  @Test
  void aTableThatAStageMayDoWithoutCountsWhereItIsThere() {
    Function<TableContract, Optional<TableSnapshot>> without =
        contract ->
            contract.name().equals("topics") ? Optional.empty() : tables("a").apply(contract);
    StageFingerprint with = of("trending", "code", tables("a"), Optional.empty());
    assertThat(of("trending", "code", without, Optional.empty())).isNotEqualTo(with);
    assertThat(of("trending", "code", tables("b"), Optional.empty())).isNotEqualTo(with);
    assertThat(of("trending", "code", tables("a"), Optional.empty())).isEqualTo(with);
    assertThat(
            new Fingerprints(SETTINGS, 1, new Configuration(), "code")
                .of(stage("trending", SETTINGS), contract -> Optional.empty(), Optional.empty()))
        .as("papers it cannot do without")
        .isEmpty();
  }

  @Test
  void theSeedIsPartOfTheRequestOfStagesThatDraw() {
    for (Map.Entry<String, Boolean> stage :
        Map.of("ingest", false, "terms", false, "topics", true, "coauthors", true).entrySet()) {
      Stage made = stage(stage.getKey(), SETTINGS);
      String one = new Fingerprints(SETTINGS, 1, new Configuration(), "code").request(made);
      String two = new Fingerprints(SETTINGS, 2, new Configuration(), "code").request(made);
      assertThat(one.equals(two)).as(stage.getKey()).isEqualTo(!stage.getValue());
    }
  }

  @Test
  void anInputFileOfAnotherSizeOrTimeIsAnotherRequest() throws IOException {
    String before = request("ingest", SETTINGS);
    assertThat(request("ingest", SETTINGS)).isEqualTo(before);

    Files.setLastModifiedTime(input, FileTime.fromMillis(2_000));
    String touched = request("ingest", SETTINGS);
    Files.writeString(input, "{ }");
    Files.setLastModifiedTime(input, FileTime.fromMillis(2_000));
    assertThat(touched).isNotIn(before, request("ingest", SETTINGS));
  }

  @Test
  void stopWordsCountByTheWordsAndNotByTheirFile() throws IOException {
    Path list = Files.writeString(directory.resolve("a.txt"), "quark\nmeson\n");
    Path sameWords = Files.writeString(directory.resolve("b.txt"), "meson # a word\nquark\n");
    Path others = Files.writeString(directory.resolve("c.txt"), "quark\n");
    String request = request("terms", with(Setting.TERMS_STOP_WORDS, list.toString()));
    assertThat(request("terms", with(Setting.TERMS_STOP_WORDS, sameWords.toString())))
        .isEqualTo(request);
    assertThat(request)
        .isNotIn(
            request("terms", with(Setting.TERMS_STOP_WORDS, others.toString())),
            request("terms", SETTINGS));
  }

  @Test
  void otherCodeOrOtherTablesAreOtherWorkForTheSameRequest() {
    StageFingerprint work = of("terms", "code", tables("a"), Optional.empty());
    for (StageFingerprint other :
        List.of(
            of("terms", "other code", tables("a"), Optional.empty()),
            of("terms", "code", tables("b"), Optional.empty()))) {
      assertThat(other.isWorkOf(work)).isFalse();
      assertThat(other.isRequestOf(work)).isTrue();
    }
    assertThat(of("terms", "code", tables("a"), Optional.empty())).isEqualTo(work);
    assertThat(StageFingerprint.UNKNOWN.isWorkOf(StageFingerprint.UNKNOWN)).isFalse();
  }

  @Test
  void theSnapshotBeforeCountsApartAndOnlyForTheTablesThatAStageLooksAt() {
    Optional<Snapshot> base = Optional.of(base(table("topics", "t"), table("papers", "p")));
    Optional<Snapshot> renamed = Optional.of(base(table("topics", "u"), table("papers", "p")));
    Optional<Snapshot> regrown = Optional.of(base(table("topics", "t"), table("papers", "q")));
    StageFingerprint work = of("topics", "code", tables("a"), base);
    assertThat(of("topics", "code", tables("a"), renamed).isWorkOf(work)).isTrue();
    assertThat(of("topics", "code", tables("a"), renamed)).isNotEqualTo(work);
    assertThat(of("topics", "code", tables("a"), Optional.empty())).isNotEqualTo(work);
    assertThat(of("topics", "code", tables("a"), regrown)).isEqualTo(work);
  }

  private static Snapshot base(TableSnapshot... tables) {
    return new Snapshot(
        1,
        "w",
        new Manifest(1, "r", "", Map.of(), Map.of(), List.of(), List.of(), List.of(tables)));
  }

  @Test
  void aTableThatIsNotKnownLeavesTheWorkUnknown() {
    assertThat(
            new Fingerprints(SETTINGS, 1, new Configuration(), "code")
                .of(stage("terms", SETTINGS), contract -> Optional.empty(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void aTablesDigestIsThatOfItsFilesInAnyOrder() {
    assertThat(table("a", "x", "y").digest()).isEqualTo(table("b", "y", "x").digest());
    assertThat(table("a", "x", "y").digest())
        .isNotIn(table("a", "x").digest(), table("a", "x", "x").digest());
  }

  @Test
  void theBuildIsKnownByItsCode() {
    assertThat(BuildVersion.codeDigest()).matches("[0-9a-f]{64}");
    assertThat(BuildVersion.codeDigest()).isEqualTo(BuildVersion.codeDigest());
  }
}
