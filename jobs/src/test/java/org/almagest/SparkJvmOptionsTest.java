package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** The lists of JVM options for Spark are Spark's own. */
class SparkJvmOptionsTest {
  private static final List<String> SPARKS =
      List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+"));

  @Test
  void theLaunchersListIsSparks() throws IOException {
    assertThat(Files.readAllLines(Path.of("../submit/conf/spark-jvm.options")))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactlyElementsOf(SPARKS);
  }

  @Test
  void theBuildsListIsSparks() throws IOException {
    Matcher property =
        Pattern.compile("<spark.jvm.options>(.*)</spark.jvm.options>")
            .matcher(Files.readString(Path.of("../pom.xml")));

    assertThat(property.find()).isTrue();
    assertThat(property.group(1).split(" ")).containsExactlyElementsOf(SPARKS);
  }
}
