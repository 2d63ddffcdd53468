package org.almagest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almagest.config.NearestName;
import org.almagest.fault.AlmagestException;

/**
 * The questions that come with Almagest: the files of {@code submit/sql/questions}, which the build
 * puts into the jar.
 *
 * @param all in alphabetical order of their names
 */
record Questions(List<Question> all) {
  private static final String FOLDER = "org/almagest/questions";
  private static final String SUFFIX = ".sql";

  Questions {
    all = List.copyOf(all);
  }

  /** Those of this jar, or of the directory of classes where there is no jar. */
  static Questions shipped() {
    try {
      Path code =
          Path.of(Questions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        return in(code.resolve(FOLDER));
      }
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        return in(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The questions that come with Almagest", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this class is from no file", e);
    }
  }

  private static Questions in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new Questions(
          files
              .filter(file -> file.toString().endsWith(SUFFIX))
              .sorted((a, b) -> name(a).compareTo(name(b)))
              .map(Questions::read)
              .toList());
    }
  }

  private static Question read(Path file) {
    try {
      return Question.parse(name(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /**
   * The question of that name.
   *
   * @throws AlmagestException (usage) if there is none
   */
  Question named(String name) {
    return all.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                AlmagestException.usage(
                    "There is no question '"
                        + name
                        + "'. Did you mean '"
                        + NearestName.of(name, all.stream().map(Question::name).toList())
                        + "'? 'almagest ask' lists them all."));
  }
}
