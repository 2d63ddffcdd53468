package org.almagest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.almagest.warehouse.PublishedVersion;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Processes that publish to the same warehouse at once. */
class PublishRaceIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path directory;

  @Test
  void eachVersionHasOneWinner() throws Exception {
    race(directory.resolve("warehouse").toUri().toString(), 2, 10);
  }

  @Tag(FaultTable.TAG)
  @Test
  void fourProcessesPublishFiftyVersionsEach(TestReporter reporter) throws Exception {
    int lost = race(directory.resolve("warehouse").toUri().toString(), 4, 50);
    reporter.publishEntry(
        "4 processes publish 50 versions each, local disk",
        "200 versions without a gap, each with one winner; lost races: " + lost);
  }

  @Tag(FaultTable.TAG)
  @Test
  void fourProcessesPublishFiftyVersionsEachOnHdfs(TestReporter reporter) throws Exception {
    try (MiniDFSCluster cluster = SmallHdfs.start(directory.resolve("hdfs"))) {
      int lost = race(cluster.getURI().resolve("/warehouse").toString(), 4, 50);
      reporter.publishEntry(
          "4 processes publish 50 versions each, HDFS",
          "200 versions without a gap, each with one winner; lost races: " + lost);
    }
  }

  /** Lets processes race, checks what they left, and returns how many races were lost. */
  private int race(String location, int processes, int versions) throws Exception {
    int lost = 0;
    List<JavaProcess> publishers = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        publishers.add(
            JavaProcess.start(
                directory, Publisher.class, location, "p" + i, String.valueOf(versions)));
      }
      for (JavaProcess publisher : publishers) {
        String[] wonAndLost = publisher.output(PATIENCE).strip().split(" ", -1);
        assertThat(wonAndLost[0]).isEqualTo(String.valueOf(versions));
        lost += Integer.parseInt(wonAndLost[1]);
      }
    } finally {
      publishers.forEach(JavaProcess::close);
    }
    Warehouse warehouse = Warehouse.at(location, new Configuration());
    List<PublishedVersion> history = warehouse.history();
    long all = (long) processes * versions;
    assertThat(history)
        .extracting(PublishedVersion::number)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, all).map(i -> all + 1 - i).boxed().toList());
    Set<String> winners = new HashSet<>();
    for (PublishedVersion version : history) {
      winners.add(version.snapshot().orElseThrow().manifest().runId());
    }
    assertThat(winners).hasSize(history.size());
    assertThat(warehouse.damage(history.get(0).snapshot().orElseThrow())).isEmpty();
    assertThat(names(location, "")).containsExactlyInAnyOrder("current", "snapshots", "versions");
    assertThat(names(location, "/snapshots")).isEqualTo(winners);
    assertThat(names(location, "/versions")).hasSize(history.size());
    return lost;
  }

  private static Set<String> names(String location, String directory) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(location + directory);
    Set<String> names = new HashSet<>();
    FileSystem files = path.getFileSystem(new Configuration());
    for (FileStatus status : files.listStatus(path)) {
      names.add(status.getPath().getName());
    }
    return names;
  }
}
