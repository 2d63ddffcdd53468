package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits: one winner a number, and nothing read that is not whole. */
class VersionLogTest {
  private static final int PUBLISHERS = 8;

  @TempDir private Path root;
  private VersionLog log;

  @BeforeEach
  void open() throws IOException {
    log = log();
  }

  @Test
  void readsBackWhatWasCommitted() throws IOException {
    VersionLog.Entry entry = entry(1, "run-1");
    log.commit(entry);
    assertThat(log.read(1)).contains(entry);
    assertThat(log.numbers()).containsExactly(1L);
    assertThat(filesBelow("versions")).containsExactly("00000001.json");
  }

  @Test
  void listsNumbersNewestFirstAndNothingElse() throws IOException {
    assertThat(log.numbers()).isEmpty();
    for (long number : new long[] {2, 1, 10, 123_456_789}) {
      log.commit(entry(number, "run-" + number));
    }
    for (String stray : List.of(".00000011.json.draft", "notes.txt", "12.json", "000000013.json")) {
      Files.writeString(root.resolve("versions").resolve(stray), "{}");
    }
    Files.writeString(root.resolve("versions/99999999999999999999.json"), "{}");
    assertThat(log.numbers()).containsExactly(123_456_789L, 10L, 2L, 1L);
  }

  @Test
  void givesNothingForAFileTornAtAnyByte() throws IOException {
    log.commit(entry(1, "run-1"));
    Path file = root.resolve("versions/00000001.json");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(log.read(1)).as("%d bytes", length).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 301, 302, 303, 304})
  void givesNothingForAFileOfZeros(int length) throws IOException {
    // What some file systems leave after a loss of power.
    Files.createDirectories(root.resolve("versions"));
    Files.write(root.resolve("versions/00000001.json"), new byte[length]);
    assertThat(log.read(1)).isEmpty();
  }

  @Test
  void givesNothingForAFileThatPassesForUtf32AndIsNot() throws IOException {
    Files.createDirectories(root.resolve("versions"));
    Files.write(root.resolve("versions/00000001.json"), new byte[] {0, 0, 0, '{', 0});
    assertThat(log.read(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "\"text\"", "{\"version\": 1}", "{", "\u00ff"})
  void givesNothingForAFileOfSomethingElse(String content) throws IOException {
    Files.createDirectories(root.resolve("versions"));
    Files.write(
        root.resolve("versions/00000001.json"), content.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(log.read(1)).isEmpty();
  }

  @Test
  void givesNothingForAFileThatWasTamperedWithOrRenamed() throws IOException {
    log.commit(entry(1, "run-1"));
    Path file = root.resolve("versions/00000001.json");
    String whole = Files.readString(file);
    Files.writeString(root.resolve("versions/00000002.json"), whole);
    assertThat(log.read(2)).as("version 1 under the name of version 2").isEmpty();
    Files.writeString(file, whole.replace("run-1", "run-2"));
    assertThat(log.read(1)).as("another run").isEmpty();
    Files.writeString(file, whole.replace("aa", "ab"));
    assertThat(log.read(1)).as("another digest").isEmpty();
  }

  @Test
  void refusesANumberThatIsTaken() throws IOException {
    log.commit(entry(1, "first"));
    assertThatThrownBy(() -> log.commit(entry(1, "second")))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT))
        .hasMessageContaining("version 1")
        .hasMessageContaining(root.toString());
    assertThat(log.read(1)).map(VersionLog.Entry::runId).contains("first");
    assertThat(filesBelow("versions")).as("no draft is left").containsExactly("00000001.json");
  }

  @RepeatedTest(20)
  void letsExactlyOneOfManyPublishersHaveANumber() throws Exception {
    CyclicBarrier start = new CyclicBarrier(PUBLISHERS);
    List<Callable<String>> publishers = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      VersionLog own = log();
      String runId = "run-" + i;
      publishers.add(
          () -> {
            start.await();
            try {
              own.commit(entry(1, runId));
              return runId;
            } catch (AlmagestException e) {
              return e.exitCode().toString();
            }
          });
    }
    List<String> outcomes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
    try {
      for (Future<String> outcome : threads.invokeAll(publishers)) {
        outcomes.add(outcome.get());
      }
    } finally {
      threads.shutdownNow();
    }
    String winner = log.read(1).orElseThrow().runId();
    assertThat(outcomes).containsOnlyOnce(winner);
    assertThat(outcomes.stream().filter("CONFLICT"::equals)).hasSize(PUBLISHERS - 1);
    assertThat(filesBelow("versions")).containsExactly("00000001.json");
  }

  @Test
  void hintsAtTheNewestVersion() throws IOException {
    log.hint(7, "run-1");
    log.hint(8, "run-1");
    assertThat(Files.readString(root.resolve("current"))).isEqualTo("00000008\n");
    assertThat(filesBelow("")).containsExactly("current");
  }

  private VersionLog log() throws IOException {
    var path = new org.apache.hadoop.fs.Path(root.toUri());
    var files = WarehouseFileSystem.of(path, new Configuration());
    return new VersionLog(files, new Layout(files.makeQualified(path)));
  }

  private static VersionLog.Entry entry(long number, String runId) {
    return new VersionLog.Entry(number, runId, "aa".repeat(32));
  }

  private List<String> filesBelow(String directory) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(directory))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
