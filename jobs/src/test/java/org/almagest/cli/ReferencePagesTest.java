package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.almagest.pages.MarkdownPage;
import org.almagest.run.Pipeline;
import org.almagest.table.TableContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference in the checkout is what the code makes of it now. */
class ReferencePagesTest {
  static Set<Path> pages() {
    return ReferencePages.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isWhatTheCodeSays(Path page) throws IOException {
    Path file = MarkdownPage.HOME.resolve(page);
    String expected = ReferencePages.all().get(page);
    if (Boolean.getBoolean("almagest.renew")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }

    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is stale: renew it with %s", page, ReferencePages.RENEWAL)
        .isEqualTo(expected);
  }

  @Test
  void theFirstPageNamesEveryTable() throws IOException {
    assertThat(Pipeline.tables())
        .extracting(TableContract::name)
        .allSatisfy(
            name ->
                assertThat(Files.readAllLines(MarkdownPage.HOME.resolve("README.md")))
                    .anyMatch(line -> line.matches("\\| (`\\w+`, )*`" + name + "`[ ,].*")));
  }
}
