package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The built-in list, and lists that users add. */
class StopWordsTest {
  @Test
  void knowsFunctionWordsBoilerplateAndLatex() {
    StopWords words = StopWords.builtIn();
    for (String word : List.of("the", "propose", "state-of-the-art", "https", "mathbb")) {
      assertThat(words.contains(word)).as(word).isTrue();
    }
    for (String word : List.of("", "network", "#", "english", "The")) {
      assertThat(words.contains(word)).as(word).isFalse();
    }
  }

  @Test
  void readsAListWithComments() throws IOException {
    String list = "# A comment with words\n  one Two\tthree # not four\n\n#five\r\nSIX\r\n";
    assertThat(StopWords.read(new StringReader(list)))
        .containsExactlyInAnyOrder("one", "two", "three", "six");
    assertThat(StopWords.read(new StringReader(""))).isEmpty();
  }

  @Test
  void addsWordsOfTheUserWhateverTheirCase() {
    StopWords builtIn = StopWords.builtIn();
    StopWords more = builtIn.and(List.of(" Graph ", "LATTICE"));
    assertThat(more.contains("graph")).isTrue();
    assertThat(more.contains("lattice")).isTrue();
    assertThat(more.contains("the")).isTrue();
    assertThat(builtIn.contains("graph")).isFalse();
  }

  @Test
  void holdsEachBuiltInWordOnceAndInTheFormInWhichItIsCompared() throws IOException {
    List<String> words;
    try (InputStream in = StopWords.class.getResourceAsStream("stop-words.txt")) {
      words =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("#.*", ""))
              .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
              .filter(word -> !word.isEmpty())
              .toList();
    }
    assertThat(words).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    assertThat(words).allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
  }
}
