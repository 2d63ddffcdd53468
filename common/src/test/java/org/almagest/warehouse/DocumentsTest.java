package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.warehouse.Manifest.StageRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a snapshot that are no tables: from bytes to a published version, and what may go wrong.
 */
class DocumentsTest {
  private static final String NAME = "report/index.html";

  @TempDir Path directory;

  private Warehouse warehouse() {
    return Warehouse.at(directory.resolve("warehouse").toString(), new Configuration());
  }

  private StagedSnapshot stage(String runId) {
    return warehouse().stage(runId, DocumentsTest::noSpark);
  }

  private static SparkSession noSpark() {
    throw new AssertionError("a document needs no Spark");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Snapshot publish(StagedSnapshot staged) {
    return staged.publish(
        new Manifest(
            1,
            staged.runId(),
            "2026-01-02T03:04:05Z",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            staged.tables(),
            List.of(),
            staged.documents()));
  }

  private Snapshot published(String runId, String text) {
    try (StagedSnapshot staged = stage(runId)) {
      staged.writeDocument(NAME, bytes(text));
      return publish(staged);
    }
  }

  private Path file(String runId) {
    return directory.resolve("warehouse/snapshots/" + runId + "/" + NAME);
  }

  @Test
  void publishesADocumentWithItsDigest() throws IOException {
    Snapshot snapshot = published("one", "page");
    assertThat(warehouse().current()).contains(snapshot);
    DocumentSnapshot document = snapshot.document(NAME).orElseThrow();
    assertThat(document)
        .isEqualTo(
            new DocumentSnapshot(NAME, "snapshots/one/" + NAME, 4, Digests.sha256(bytes("page"))));
    assertThat(Path.of(snapshot.place(document))).isEqualTo(file("one")).hasContent("page");
    assertThat(snapshot.read(document)).asString().isEqualTo("page");
    assertThat(warehouse().damage(snapshot)).isEmpty();
  }

  @Test
  void aLaterWriteTakesThePlaceOfAnEarlierOne() {
    try (StagedSnapshot staged = stage("one")) {
      staged.writeDocument(NAME, bytes("first"));
      staged.writeDocument(NAME, bytes("second"));
      publish(staged);
    }
    assertThat(file("one")).hasContent("second");
  }

  @Test
  void takesOverADocumentOfTheBaseWithoutCopyingIt() {
    Snapshot first = published("one", "page");
    Snapshot second;
    try (StagedSnapshot staged = stage("two")) {
      assertThat(staged.hasDocument(NAME)).isFalse();
      staged.keep(first.document(NAME).orElseThrow());
      assertThat(staged.hasDocument(NAME)).isTrue();
      second = publish(staged);
    }
    assertThat(second.document(NAME)).isEqualTo(first.document(NAME));
    assertThat(file("two")).doesNotExist();
  }

  @Test
  void garbageCollectionLeavesADocumentThatALaterVersionTookOver() {
    Snapshot first = published("one", "page");
    try (StagedSnapshot staged = stage("two")) {
      staged.keep(first.document(NAME).orElseThrow());
      publish(staged);
    }
    warehouse().remove(warehouse().garbage(1));
    assertThat(file("one")).hasContent("page");
    assertThat(warehouse().damage(warehouse().current().orElseThrow())).isEmpty();
    assertThatThrownBy(() -> stage("one"))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("was used before");

    published("three", "other");
    warehouse().remove(warehouse().garbage(1));
    assertThat(file("one")).doesNotExist();
    assertThat(file("three")).hasContent("other");
  }

  @Test
  void verificationFindsADocumentThatIsNotAsItWas() throws IOException {
    Snapshot snapshot = published("one", "page");
    Files.writeString(file("one"), "gape");
    assertThat(warehouse().damage(snapshot))
        .containsExactly(
            "snapshots/one/" + NAME + " does not have the content that was published.");
    Files.writeString(file("one"), "longer");
    assertThat(warehouse().damage(snapshot)).singleElement().asString().contains("6 bytes, not 4");
    Files.delete(file("one"));
    assertThat(warehouse().damage(snapshot)).singleElement().asString().contains("is gone");
  }

  @Test
  void leavesNothingOfARunThatPublishesNothing() throws IOException {
    try (StagedSnapshot staged = stage("one")) {
      staged.writeDocument(NAME, bytes("page"));
    }
    assertThat(DirectoryTree.of(directory)).isEmpty();
  }

  @Test
  void aFinishedStageNotesItsDocumentsAndAnotherAttemptGoesOnWithThem() throws IOException {
    StageRecord record = new StageRecord("report", 1, Map.of());
    FinishedStage note;
    try (StagedSnapshot staged = stage("killed")) {
      staged.writeDocument(NAME, bytes("page"));
      staged.finish(record, List.of(), List.of(NAME));
      note = warehouse().run("killed").finishedStages().get("report");
      assertThat(note.documents()).isEqualTo(staged.documents()).hasSize(1);
      assertThat(staged.isWhole(note.documents().get(0))).isTrue();

      staged.discard("report", List.of(), List.of(NAME));
      assertThat(staged.isWhole(note.documents().get(0))).isFalse();
      assertThat(warehouse().run("killed").finishedStages()).isEmpty();

      staged.writeDocument(NAME, bytes("page"));
      staged.resume(note);
      assertThat(publish(staged).document(NAME)).isEqualTo(note.documents().stream().findFirst());
    }
  }

  @Test
  void refusesANameThatIsNoDirectoryAndFile() throws IOException {
    try (StagedSnapshot staged = stage("one")) {
      for (String name :
          List.of("index.html", "../up/index.html", "/report/index.html", "a/b/c.d")) {
        assertThatThrownBy(() -> staged.writeDocument(name, bytes("page")))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void manifestsOfEarlierReleasesHaveNone() throws IOException {
    String manifest =
        """
        {"format_version": 1, "run_id": "old", "inputs": [], "stages": [], "tables": []}\
        """;
    assertThat(Warehouse.JSON.readValue(manifest, Manifest.class).documents()).isEmpty();
  }
}
