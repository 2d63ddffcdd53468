package org.almagest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Text that fits the page. */
class ClippedTextTest {
  @Test
  void leavesShortTextAsItIs() {
    assertThat(ClippedText.of("Ångström", 20)).isEqualTo("Ångström");
  }

  @Test
  void cutsLongTextAtACharacter() {
    assertThat(ClippedText.of("abcdefghij", 8)).isEqualTo("abcde…");
    assertThat(ClippedText.of("word another", 9)).isEqualTo("word a…");
    assertThat(ClippedText.of("𝔸𝔸𝔸", 11)).isEqualTo("𝔸𝔸…");
  }

  @Test
  void countsWhatIsEscaped() {
    assertThat(ClippedText.of("<<<<", 24)).isEqualTo("<<<<");
    assertThat(ClippedText.of("<<<<", 23)).isEqualTo("<<<…");
  }

  @Property
  void neverTakesMoreThanItMay(
      @ForAll String text, @ForAll @IntRange(min = 3, max = 300) int most) {
    String clipped = ClippedText.of(text, most);
    String json = PageJson.of(clipped);
    assertThat(json.getBytes(StandardCharsets.UTF_8).length - 2).isLessThanOrEqualTo(most);
  }

  @Test
  void fileNamesTellNothingOfWhereTheFilesLay() {
    assertThat(ClippedText.fileName("/home/someone/papers/a.json")).isEqualTo("a.json");
    assertThat(ClippedText.fileName("hdfs://host/papers/")).isEqualTo("papers/");
    assertThat(ClippedText.fileName("a.json")).isEqualTo("a.json");
  }
}
