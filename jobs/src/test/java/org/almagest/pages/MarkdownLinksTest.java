package org.almagest.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the pages lead somewhere. */
class MarkdownLinksTest {
  static List<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void relativeLinksLeadToFilesAndHeadingsThatThereAre(MarkdownPage page) {
    for (String link : page.links()) {
      if (link.matches("[a-z]+:.*")) {
        continue;
      }
      String file = link.replaceFirst("#.*", "");
      Path at =
          file.isEmpty()
              ? page.path()
              : MarkdownPage.HOME.relativize(
                  MarkdownPage.HOME.resolve(page.path()).resolveSibling(file).normalize());
      assertThat(Files.exists(MarkdownPage.HOME.resolve(at)))
          .as("%s links to %s", page.path(), link)
          .isTrue();
      if (link.contains("#")) {
        assertThat(pages())
            .as("%s links to %s", page.path(), link)
            .filteredOn(target -> target.path().equals(at))
            .flatMap(MarkdownPage::anchors)
            .contains(link.replaceFirst(".*#", ""));
      }
    }
  }

  @Test
  void findsThePagesAndTheirLinks() {
    assertThat(pages())
        .extracting(page -> page.path().toString())
        .contains("README.md", "submit/README.md", "submit/clusters/yarn.md", "common/README.md");
    MarkdownPage page =
        new MarkdownPage(
            Path.of("a.md"),
            List.of(
                "# The `b` of [c](d.md#e-f), now!",
                "```sh",
                "# [no](link)",
                "```",
                "![x](y.png) `[not](one)`",
                "## One",
                "## One"));
    assertThat(page.links()).containsExactly("d.md#e-f", "y.png");
    assertThat(page.anchors()).containsExactly("the-b-of-c-now", "one", "one-1");
  }
}
