package org.almagest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almagest.export.ExportTarget.Existing;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTargetTest {
  private static final String PAJEK =
      ExampleGraphs.write(new PajekWriter(), ExampleGraphs.twoAuthors());

  @TempDir Path directory;

  @Test
  void writesAFileAndNothingElse() throws IOException {
    Path out = directory.resolve("new/graph.net");

    write(out, GraphFormat.PAJEK, Existing.KEEP);

    assertThat(out).hasContent(PAJEK);
    assertThat(names(out.getParent())).containsExactly("graph.net");
  }

  @Test
  void writesADirectoryForAFormatOfSeveralFiles() throws IOException {
    Path out = directory.resolve("map");

    write(out, GraphFormat.VOSVIEWER, Existing.KEEP);

    assertThat(names(out)).containsExactly("map.txt", "network.txt");
    assertThat(out.resolve("network.txt")).hasContent("1\t2\t2");
    assertThat(names(directory)).containsExactly("map");
  }

  @Test
  void keepsWhatIsThereUnlessToldOtherwise() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "mine");
    Path map = Files.createDirectory(directory.resolve("map"));
    Files.writeString(map.resolve("map.txt"), "mine");

    assertRefused(file, GraphFormat.PAJEK, Existing.KEEP, "exists");
    assertRefused(map, GraphFormat.VOSVIEWER, Existing.KEEP, "not empty");
    assertThat(file).hasContent("mine");

    write(file, GraphFormat.PAJEK, Existing.REPLACE);
    write(map, GraphFormat.VOSVIEWER, Existing.REPLACE);

    assertThat(file).hasContent(PAJEK);
    assertThat(names(map)).containsExactly("map.txt", "network.txt");
    assertThat(names(directory)).containsExactly("a", "map");
  }

  @Test
  void anEmptyDirectoryIsFree() throws IOException {
    Path out = Files.createDirectory(directory.resolve("map"));

    write(out, GraphFormat.VOSVIEWER, Existing.KEEP);

    assertThat(names(out)).hasSize(2);
  }

  @Test
  void neverRemovesWhatIsNotItsOwn() throws IOException {
    Files.writeString(directory.resolve("thesis.tex"), "mine");

    assertRefused(directory, GraphFormat.VOSVIEWER, Existing.REPLACE, "thesis.tex");
    assertRefused(directory, GraphFormat.GEXF, Existing.REPLACE, "is a directory");
    assertRefused(
        directory.resolve("thesis.tex"), GraphFormat.VOSVIEWER, Existing.REPLACE, "is a file");
    assertThat(directory.resolve("thesis.tex")).hasContent("mine");
  }

  @Test
  void replacesWhatALinkPointsTo() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "mine");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);

    write(link, GraphFormat.PAJEK, Existing.REPLACE);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent(PAJEK);
  }

  @Test
  void aPlaceThatWasTakenMeanwhileStaysAsItIs() throws IOException {
    Path file = directory.resolve("a");
    ExportTarget target = target(file, GraphFormat.PAJEK, Existing.KEEP);
    Files.writeString(file, "mine");

    assertThatThrownBy(() -> target.write(GraphFormat.PAJEK.contents(ExampleGraphs.twoAuthors())))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("exists");

    assertThat(file).hasContent("mine");
    assertThat(names(directory)).containsExactly("a");
  }

  @Test
  void aPlaceBelowAFileIsAUsageError() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "mine");

    assertThatThrownBy(() -> write(file.resolve("b"), GraphFormat.JSON, Existing.KEEP))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("cannot be written");
  }

  private static void write(Path out, GraphFormat format, Existing existing) throws IOException {
    target(out, format, existing).write(format.contents(ExampleGraphs.twoAuthors()));
  }

  private static ExportTarget target(Path out, GraphFormat format, Existing existing) {
    return new ExportTarget(out, format.label(), format.fileNames(), existing);
  }

  private static void assertRefused(
      Path out, GraphFormat format, Existing existing, String message) {
    assertThatThrownBy(() -> target(out, format, existing))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(message);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
