package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Looks into the jar that {@code spark-submit} takes. */
class ShippedJarIT {
  private static final List<String> OURS =
      List.of("org/almagest/", "META-INF/", "log4j2.properties");

  @Test
  void holdsOurClassesAndRelocatedLibrariesAndNothingElse() throws IOException {
    try (JarFile jar = new JarFile("target/almagest.jar")) {
      List<String> entries =
          jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();

      assertThat(entries).allMatch(name -> OURS.stream().anyMatch(name::startsWith));
      assertThat(entries)
          .contains(
              "META-INF/LICENSE",
              "META-INF/NOTICE",
              "org/almagest/cli/Main.class",
              "org/almagest/shaded/picocli/CommandLine.class",
              "org/almagest/shaded/snakeyaml/engine/v2/api/Load.class",
              "org/almagest/shaded/tukaani/xz/XZInputStream.class",
              "org/almagest/shaded/jakarta/mail/internet/MimeMessage.class",
              "org/almagest/shaded/angus/mail/smtp/SMTPTransport.class",
              "org/almagest/shaded/commons/compress/archivers/zip/ZipFile.class")
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.startsWith("META-INF/versions/"))
          .noneMatch(name -> name.contains("org/apache/spark/"))
          .noneMatch(name -> name.contains("scala/"))
          .noneMatch(name -> name.contains("fasterxml"))
          .noneMatch(name -> name.contains("duckdb"))
          .noneMatch(name -> name.contains("greenmail"));
      // What is looked up by name bears the name that it has here.
      assertThat(entries)
          .filteredOn(name -> name.startsWith("META-INF/services/"))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("META-INF/services/org.almagest.shaded."));
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("org.almagest.cli.Main");
    }
  }
}
