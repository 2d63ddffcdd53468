package org.almagest.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The warehouse of a demo run. */
final class DemoWarehouse {
  private static final Path JOBS = Jupyter.HOME.resolve("jobs/target");

  private DemoWarehouse() {}

  /**
   * The one that the tests of {@code jobs} have left behind if it is of this build, since the demo
   * takes a while; else a new one.
   *
   * @param scratch where a new one is made
   */
  static Path of(Path scratch) throws IOException, InterruptedException {
    Path left = JOBS.resolve("demo-warehouse/a working directory/warehouse");
    if (Files.isRegularFile(left.resolve("current"))
        && Files.getLastModifiedTime(left)
                .compareTo(Files.getLastModifiedTime(JOBS.resolve("almagest.jar")))
            > 0) {
      return left;
    }
    Path made = scratch.resolve("warehouse");
    Jupyter.Outcome demo =
        new Jupyter(scratch, made)
            .run(
                Jupyter.HOME.resolve("submit/almagest").toString(),
                "demo",
                "--warehouse",
                made.toString());
    assertThat(demo.exitCode()).as(demo.output()).isZero();
    return made;
  }
}
