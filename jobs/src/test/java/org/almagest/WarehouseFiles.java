package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;

/** What a broken run leaves: what readers see of it, and what nobody needs. */
record WarehouseFiles(Path warehouse) {
  /** The snapshot that readers see, with every file read. */
  Snapshot current() {
    Warehouse opened = Warehouse.at(warehouse.toString(), new Configuration());
    assertThat(opened.damageWarning()).isEmpty();
    Snapshot snapshot = opened.current().orElseThrow();
    assertThat(opened.damage(snapshot)).isEmpty();
    return snapshot;
  }

  /** All files there are. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(warehouse)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> warehouse.relativize(file).toString())
          .toList();
    }
  }

  /** Files and empty directories that none of these snapshots needs. */
  List<String> strays(Snapshot... snapshots) throws IOException {
    Set<String> needed = new HashSet<>(Set.of("current", "versions/00000001.json"));
    needed.add("snapshots/one/manifest.json");
    for (Snapshot snapshot : snapshots) {
      needed.add("versions/%08d.json".formatted(snapshot.version()));
      needed.add("snapshots/" + snapshot.manifest().runId() + "/manifest.json");
      snapshot.tables().forEach(t -> t.files().forEach(file -> needed.add(file.path())));
    }
    try (Stream<Path> paths = Files.walk(warehouse)) {
      return paths
          .filter(path -> Files.isRegularFile(path) || isEmpty(path))
          .map(path -> warehouse.relativize(path).toString())
          .filter(path -> !needed.contains(path) && !path.startsWith("snapshots/one/"))
          .toList();
    }
  }

  private static boolean isEmpty(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
