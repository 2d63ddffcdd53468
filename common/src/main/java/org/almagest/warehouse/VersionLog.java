package org.almagest.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * The numbered, create-only files that say which snapshot is published. Writing one is the commit:
 * of several writers of the same number exactly one succeeds.
 */
final class VersionLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Eight digits, and no zero before more of them: one name a number.
  private static final Pattern NAME = Pattern.compile("(\\d{8}|[1-9]\\d{8,17})\\.json");

  // No run id has it.
  private static final String DRAFT = "~";

  private final FileSystem files;
  private final Layout layout;

  /**
   * One version.
   *
   * @param number 1, 2, …
   * @param runId the run whose manifest it names
   * @param manifestSha256 digest of that manifest's bytes
   */
  record Entry(long number, String runId, String manifestSha256) {}

  VersionLog(FileSystem files, Layout layout) {
    this.files = files;
    this.layout = layout;
  }

  /** All version numbers, newest first. */
  List<Long> numbers() throws IOException {
    FileStatus[] listed;
    try {
      listed = files.listStatus(layout.versions());
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return Arrays.stream(listed)
        .map(status -> status.getPath().getName())
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> Long.valueOf(name.substring(0, name.length() - ".json".length())))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The entry of a version, or empty if its file is torn or was tampered with. */
  Optional<Entry> read(long number) throws IOException {
    byte[] bytes;
    try (var in = files.open(layout.version(number))) {
      bytes = in.readAllBytes();
    }
    try {
      JsonNode node = JSON.readTree(bytes);
      Entry entry =
          new Entry(
              node.path("version").asLong(-1),
              node.path("run_id").asText(),
              node.path("manifest_sha256").asText());
      boolean whole =
          entry.number() == number
              && node.path("checksum").asText().equals(checksum(entry))
              && !entry.runId().isEmpty();
      return whole ? Optional.of(entry) : Optional.empty();
    } catch (JsonProcessingException | CharConversionException e) {
      return Optional.empty(); // The latter, where it looks like broken UTF-32.
    }
  }

  /**
   * Publishes a version.
   *
   * @throws AlmagestException (conflict) if another run took that number, (commit unknown) if it
   *     cannot be told whether this one did
   * @throws IOException if the version was not written
   */
  void commit(Entry entry) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", entry.number());
    node.put("run_id", entry.runId());
    node.put("manifest", Layout.SNAPSHOTS + "/" + entry.runId() + "/manifest.json");
    node.put("manifest_sha256", entry.manifestSha256());
    node.put("checksum", checksum(entry));
    byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    files.mkdirs(layout.versions());
    try {
      createOnly(layout.version(entry.number()), entry.runId(), bytes);
    } catch (IOException e) {
      if (isCommitted(entry, e)) {
        return; // The answer was lost, or only the draft stayed behind.
      }
      if (!DurableFiles.isTaken(e)) {
        throw e;
      }
      throw new AlmagestException(
          ExitCode.CONFLICT,
          "Another run published version "
              + entry.number()
              + " of "
              + Warehouse.rootOf(layout)
              + " first. Nothing of this run was published; start it again to build on that"
              + " version.",
          e);
    }
  }

  private boolean isCommitted(Entry entry, IOException failure) {
    try {
      return files.exists(layout.version(entry.number()))
          && read(entry.number()).filter(entry::equals).isPresent();
    } catch (IOException e) {
      failure.addSuppressed(e);
      throw new AlmagestException(
          ExitCode.COMMIT_UNKNOWN,
          "Writing "
              + layout.version(entry.number())
              + " failed ("
              + failure.getMessage()
              + "), and whether it is there cannot be told. Nothing was deleted; look at it before"
              + " the next run.",
          failure);
    }
  }

  /** Creates a file with its whole content at once, or fails where it exists. */
  private void createOnly(Path target, String runId, byte[] bytes) throws IOException {
    Path draft = draft(target, runId);
    try {
      DurableFiles.write(files, draft, bytes);
      CrashPoint.AFTER_VERSION_DRAFT.reached();
      DurableFiles.nameOnce(files, draft, target);
      DurableFiles.syncNames(files, target.getParent());
      CrashPoint.AFTER_VERSION_LINK.reached();
    } finally {
      files.delete(draft, false);
    }
  }

  /** Tells whose it is, so that the run removes it if it was killed and comes again. */
  private static Path draft(Path target, String runId) {
    return new Path(
        target.getParent(), "." + target.getName() + DRAFT + runId + DRAFT + UUID.randomUUID());
  }

  /** Whether a file is what a run had begun to write here. */
  static boolean isDraftOf(String runId, String fileName) {
    int end = fileName.lastIndexOf(DRAFT);
    return fileName.startsWith(".")
        && end > 0
        && fileName.substring(0, end).endsWith(DRAFT + runId);
  }

  /**
   * Points people at a version; readers do not depend on it.
   *
   * @param runId who does
   */
  void hint(long number, String runId) throws IOException {
    FileContext context = FileContext.getFileContext(files.getUri(), files.getConf());
    Path draft = draft(layout.current(), runId);
    try {
      try (OutputStream out = context.create(draft, EnumSet.of(CreateFlag.CREATE))) {
        out.write(hintText(number));
      }
      CrashPoint.AFTER_HINT_DRAFT.reached();
      context.rename(draft, layout.current(), Options.Rename.OVERWRITE);
    } finally {
      files.delete(draft, false); // Gone already, unless the rename failed.
    }
  }

  /** Whether people are pointed at that version. */
  boolean isHinted(long number) throws IOException {
    try (var in = files.open(layout.current())) {
      return Arrays.equals(in.readAllBytes(), hintText(number));
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private static byte[] hintText(long number) {
    return "%08d\n".formatted(number).getBytes(StandardCharsets.UTF_8);
  }

  private static String checksum(Entry entry) {
    String text = entry.number() + "\n" + entry.runId() + "\n" + entry.manifestSha256();
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
