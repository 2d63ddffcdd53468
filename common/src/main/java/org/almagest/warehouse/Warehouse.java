package org.almagest.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.fault.Secrets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A warehouse directory, on a local disk or any Hadoop file system. */
public final class Warehouse {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final FileSystem files;
  private final Layout layout;
  private final VersionLog versions;

  private Warehouse(FileSystem files, Path root) {
    this.files = files;
    this.layout = new Layout(root);
    this.versions = new VersionLog(files, layout);
  }

  /**
   * The warehouse at that place, which need not exist yet.
   *
   * @throws AlmagestException (usage) if the place is a file or cannot be reached
   */
  public static Warehouse at(String location, Configuration hadoop) {
    Secrets.requireNone("warehouse", location);
    try {
      Path path = new Path(location);
      FileSystem files = WarehouseFileSystem.of(path, hadoop);
      Path root = files.makeQualified(path);
      if (isFile(files, root)) {
        throw AlmagestException.usage(
            "The warehouse "
                + location
                + " is a file; name a directory, which need not exist yet.");
      }
      for (Path parent = root.getParent(); parent != null; parent = parent.getParent()) {
        if (isFile(files, parent)) {
          throw AlmagestException.usage(
              "The warehouse "
                  + location
                  + " cannot be made, because "
                  + parent.toUri().getPath()
                  + " is a file; name another directory.");
        }
      }
      return new Warehouse(files, root);
    } catch (AlmagestException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Hadoop wraps a missing file system's class in a plain RuntimeException.
      throw new AlmagestException(
          ExitCode.USAGE,
          "The warehouse "
              + location
              + " cannot be opened: "
              + e.getMessage()
              + ". Check the path; another file system than a local disk needs its Hadoop client"
              + " among Spark's jars.",
          e);
    }
  }

  /**
   * The newest published snapshot, or empty where nothing is published. A version whose file or
   * manifest is torn is passed over in favour of the one before it.
   */
  public Optional<Snapshot> current() {
    return newestFirst().flatMap(version -> version.snapshot().stream()).findFirst();
  }

  /** A sentence that names damaged versions above the current one, if there are any. */
  public Optional<String> damageWarning() {
    List<String> damaged =
        newestFirst()
            .takeWhile(version -> version.snapshot().isEmpty())
            .map(version -> String.valueOf(version.number()))
            .toList();
    return damaged.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "In "
                + root()
                + " the version file or the manifest of version "
                + String.join(", ", damaged)
                + " is damaged. The newest whole version before stands in for it; look at versions/"
                + " and the disk.");
  }

  /** All versions, newest first. */
  public List<PublishedVersion> history() {
    return newestFirst().toList();
  }

  /** Versions from the newest on, each read only when it is asked for. */
  private Stream<PublishedVersion> newestFirst() {
    try {
      return versions.numbers().stream()
          .map(number -> new PublishedVersion(number, entry(number).flatMap(this::load)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<VersionLog.Entry> entry(long number) {
    try {
      return versions.read(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What of a snapshot is not as it was published, each in a sentence; empty where all is well.
   * Reads every file.
   */
  public List<String> damage(Snapshot snapshot) {
    try {
      return new SnapshotAudit(files, layout).damage(snapshot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Publishes an earlier version again, under a new number: no history is rewritten, and readers
   * see it as any other version.
   *
   * @throws AlmagestException (usage) if there is no such whole version or the store is none to
   *     publish on, (conflict) if another run published in the meantime
   */
  public Snapshot rollback(long number) {
    PublishingStores.require(layout.root());
    try {
      List<Long> numbers = versions.numbers();
      Optional<VersionLog.Entry> entry =
          numbers.contains(number) ? versions.read(number) : Optional.empty();
      Snapshot target =
          entry
              .flatMap(this::load)
              .orElseThrow(
                  () ->
                      AlmagestException.usage(
                          "The warehouse "
                              + root()
                              + " has no whole version "
                              + number
                              + "; `history` lists those there are."));
      long next = numbers.get(0) + 1;
      versions.commit(
          new VersionLog.Entry(next, entry.get().runId(), entry.get().manifestSha256()));
      versions.hint(next, entry.get().runId());
      return new Snapshot(next, root(), target.manifest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What neither the newest versions nor anybody at work needs. Changes nothing.
   *
   * @param keep how many of the newest whole versions stay, at least 1
   */
  public Garbage garbage(int keep) {
    try {
      return collector().find(history(), keep);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it. */
  public void remove(Garbage garbage) {
    try {
      collector().remove(garbage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GarbageCollector collector() {
    return new GarbageCollector(files, layout, new Leases(files, layout));
  }

  /**
   * What the run of that name has left here.
   *
   * @throws AlmagestException (usage) if the name is not allowed
   */
  public RunTraces run(String runId) {
    return new RunTraces(files, layout, versions, runId, this::history);
  }

  /**
   * Requires a store on which two runs cannot both publish the same version.
   *
   * @throws AlmagestException (usage) if it is none, which it says before any client of it is asked
   */
  public static void requirePublishable(String location, Configuration hadoop) {
    PublishingStores.require(location, hadoop);
  }

  /** As below, with a session that there is already. */
  public StagedSnapshot stage(String runId, SparkSession spark) {
    return stage(runId, () -> spark);
  }

  /**
   * Opens a place in which a run prepares its tables, unseen by readers. Where an earlier process
   * of that run was killed, it is the same place.
   *
   * @param runId letters, digits, dots, hyphens and underscores
   * @param spark asked when there is first a table to read or write
   * @throws AlmagestException (usage) if the name is not allowed or a run of that name was
   *     published, or the store is none to publish on; (conflict) if another process is at work on
   *     it
   */
  public StagedSnapshot stage(String runId, Supplier<SparkSession> spark) {
    PublishingStores.require(layout.root());
    run(runId).requireUnpublished();
    try {
      return new StagedSnapshot(this, files, layout, versions, runId, spark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its absolute path; without a scheme where it is local. */
  public String root() {
    return rootOf(layout);
  }

  static String rootOf(Layout layout) {
    return placeOf(layout.root());
  }

  /** A path for a person: without a scheme where it is local. */
  static String placeOf(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || "file".equals(scheme) ? path.toUri().getPath() : path.toString();
  }

  private Optional<Snapshot> load(VersionLog.Entry entry) {
    Path path = new Path(layout.snapshot(entry.runId()), "manifest.json");
    try (var in = files.open(path)) {
      byte[] bytes = in.readAllBytes();
      if (!Digests.sha256(bytes).equals(entry.manifestSha256())) {
        return Optional.empty();
      }
      return Optional.of(
          new Snapshot(entry.number(), root(), JSON.readValue(bytes, Manifest.class)));
    } catch (FileNotFoundException | JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFile(FileSystem files, Path path) throws IOException {
    try {
      return files.getFileStatus(path).isFile();
    } catch (FileNotFoundException | org.apache.hadoop.fs.ParentNotDirectoryException e) {
      return false;
    }
  }
}
