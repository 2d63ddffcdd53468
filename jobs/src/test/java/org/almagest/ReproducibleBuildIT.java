package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources give the same bytes, wherever and whenever they are built. */
@Tag("slow")
class ReproducibleBuildIT {
  private static final Set<String> LEFT_OUT = Set.of("target", ".git");

  /** What a demo leaves in a checkout. */
  private static final Path WAREHOUSE = LauncherProcess.HOME.resolve("warehouse");

  @TempDir Path directory;

  @Test
  void twoBuildsGiveTheSameJarAndBillOfMaterials() throws Exception {
    Path first = build(directory.resolve("first"));
    Path second = build(directory.resolve("a longer name"));

    for (String product : new String[] {"almagest.jar", "bom.json"}) {
      assertThat(second.resolve(product)).hasSameBinaryContentAs(first.resolve(product));
    }
    assertThat(Files.readString(first.resolve("bom.json")))
        .contains("\"bomFormat\" : \"CycloneDX\"", "pkg:maven/info.picocli/picocli@");
  }

  /** Builds a copy of the sources, and returns where its products are. */
  private static Path build(Path copy) throws IOException, InterruptedException {
    Path home = LauncherProcess.HOME;
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(String.valueOf(from.getFileName())) || from.equals(WAREHOUSE)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(home.relativize(from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                from, copy.resolve(home.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    Path log = copy.resolve("build.log");
    Process build =
        new ProcessBuilder("./mvnw", "-Prelease", "-DskipTests", "package")
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(build.waitFor(20, TimeUnit.MINUTES)).as("ends in time").isTrue();
    assertThat(build.exitValue()).as(Files.readString(log)).isZero();
    return copy.resolve("jobs/target");
  }
}
