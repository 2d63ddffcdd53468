package org.almagest.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * States of one long computation, from the newest of which a later run goes on after the first was
 * killed. No reader of tables sees them. The computation is known by a fingerprint of all that its
 * result depends on, so that another run with the same input and settings finds them.
 */
public final class Checkpoints {
  private static final String FACTS = "facts.json";
  private static final String UNFINISHED = "unfinished-";

  private final FileSystem files;
  private final Path directory;
  private final SparkSession spark;

  /**
   * A state.
   *
   * @param number higher is newer
   * @param facts what the computation noted with it
   * @param rows the rows it wrote
   */
  public record State(int number, JsonNode facts, Dataset<Row> rows) {}

  Checkpoints(FileSystem files, Path directory, SparkSession spark) {
    this.files = files;
    this.directory = directory;
    this.spark = spark;
  }

  /** Writes a state whole or not at all, and then removes the older ones. */
  public void write(int number, JsonNode facts, Dataset<Row> rows) {
    try {
      List<Path> older = numbered().stream().map(FileStatus::getPath).toList();
      Path unfinished = new Path(directory, UNFINISHED + number);
      files.delete(unfinished, true);
      TableFiles.writeScratch(rows, unfinished.toString());
      try (OutputStream out = files.create(new Path(unfinished, FACTS))) {
        out.write(Warehouse.JSON.writeValueAsBytes(facts));
      }
      Path finished = new Path(directory, String.valueOf(number));
      files.delete(finished, true);
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(unfinished, finished, Options.Rename.NONE);
      for (Path path : older) {
        if (!path.equals(finished)) {
          files.delete(path, true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest state. */
  public Optional<State> newest() {
    try {
      Optional<Path> newest =
          numbered().stream()
              .map(FileStatus::getPath)
              .max(Comparator.comparingInt(path -> Integer.parseInt(path.getName())));
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      Path path = newest.get();
      try (InputStream in = files.open(new Path(path, FACTS))) {
        return Optional.of(
            new State(
                Integer.parseInt(path.getName()),
                Warehouse.JSON.readTree(in),
                spark
                    .read()
                    .parquet(
                        TableFiles.parquetFiles(path, files.getConf()).toArray(String[]::new))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes all states. */
  public void clear() {
    try {
      files.delete(directory, true);
      Path root = directory.getParent();
      if (files.exists(root) && files.listStatus(root).length == 0) {
        files.delete(root, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<FileStatus> numbered() throws IOException {
    if (!files.exists(directory)) {
      return List.of();
    }
    return Arrays.stream(files.listStatus(directory))
        .filter(file -> file.getPath().getName().chars().allMatch(Character::isDigit))
        .toList();
  }
}
