package org.almagest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.almagest.warehouse.Warehouse;
import org.apache.commons.codec.digest.DigestUtils;

/** Which build of Almagest this is. */
public final class BuildVersion {
  private static final String OURS = "org/almagest/";

  private BuildVersion() {}

  /** The version from the jar's manifest; {@code development} where there is no jar. */
  public static String current() {
    return Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /**
   * SHA-256, in hex, of the names, sizes and CRC-32 of all classes and resources of this build, and
   * of Spark's version: another one where the code is another, also between two builds of the same
   * snapshot version, and the same for the same code in another jar. Where the code cannot be
   * looked at, one that comes only once.
   */
  static String codeDigest() {
    SortedMap<String, String> entries = new TreeMap<>();
    try {
      // One jar when shipped; directories of classes, or a jar for each module, in a build.
      for (Path place : places()) {
        entries.putAll(Files.isDirectory(place) ? ofDirectory(place) : ofJar(place));
      }
    } catch (IOException | UncheckedIOException | URISyntaxException | SecurityException e) {
      return DigestUtils.sha256Hex(UUID.randomUUID().toString());
    }
    entries.put("Spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    return DigestUtils.sha256Hex(entries.toString());
  }

  private static Set<Path> places() throws URISyntaxException, IOException {
    Set<Path> places = new TreeSet<>();
    for (Class<?> ours : new Class<?>[] {BuildVersion.class, Warehouse.class}) {
      CodeSource source = ours.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IOException("no place of " + ours);
      }
      places.add(Path.of(source.getLocation().toURI()));
    }
    return places;
  }

  private static SortedMap<String, String> ofJar(Path jar) throws IOException {
    SortedMap<String, String> entries = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      // From the directory at its end; no entry is read.
      file.stream()
          .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(OURS))
          .forEach(
              entry -> entries.put(entry.getName(), description(entry.getSize(), entry.getCrc())));
    }
    return entries;
  }

  private static SortedMap<String, String> ofDirectory(Path directory) throws IOException {
    SortedMap<String, String> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory.resolve(OURS))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        CRC32 crc = new CRC32();
        crc.update(content);
        entries.put(
            directory.relativize(file).toString().replace('\\', '/'),
            description(content.length, crc.getValue()));
      }
    }
    return entries;
  }

  private static String description(long bytes, long crc) {
    return bytes + " " + Long.toHexString(crc);
  }
}
