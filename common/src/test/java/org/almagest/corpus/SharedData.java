package org.almagest.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the folder of real corpora, which is not part of the repository: {@code
 * ALMAGEST_SHARED_DATA}, or a folder {@code shared} beside one above the working directory.
 */
public final class SharedData {
  private static final String VARIABLE = "ALMAGEST_SHARED_DATA";

  private SharedData() {}

  /** The folder, or the test is skipped with the reason. */
  public static Path require() {
    Optional<Path> folder = find();
    assumeTrue(
        folder.isPresent(),
        "skipped: no real corpora; set "
            + VARIABLE
            + " or put a folder 'shared' beside the checkout");
    return folder.get();
  }

  /** The folder, where there is one. */
  public static Optional<Path> find() {
    String variable = System.getenv(VARIABLE);
    if (variable != null && !variable.isBlank()) {
      return Optional.of(Path.of(variable)).filter(SharedData::isCorpora);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path candidate = at.resolve("shared");
      if (isCorpora(candidate)) {
        return Optional.of(candidate);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  private static boolean isCorpora(Path folder) {
    return Files.isRegularFile(folder.resolve("seeds/expected.json"));
  }
}
