package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the S stemmer, with the words that it spares. */
class PluralFolderTest {
  @ParameterizedTest
  @CsvSource({
    "networks, network",
    "few-shots, few-shot",
    "categories, category",
    "queries, query",
    "nodes, node",
    "classes, class",
    "features, feature",
    "corpora, corpora",
    "réseaux, réseaux",
  })
  void foldsAPluralIntoItsSingular(String plural, String singular) {
    assertThat(PluralFolder.fold(plural)).isEqualTo(singular);
    assertThat(PluralFolder.fold(singular)).isEqualTo(singular);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corpus",
        "class",
        "analysis",
        "physics",
        "heroes",
        "trees",
        "algaes",
        "aeies",
        "laaies",
        "gas",
        "us",
        "s",
        ""
      })
  void leavesWordsThatAreNoRegularPlurals(String word) {
    assertThat(PluralFolder.fold(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"analyses, analyse", "boxes, boxe", "species, specy", "bias, bia"})
  void givesKeysThatNeedNotBeWords(String word, String key) {
    assertThat(PluralFolder.fold(word)).isEqualTo(key);
  }

  @Property
  void foldsAFoldedWordNoFurther(
      @ForAll @Chars({'s', 'e', 'i', 'a', 'o', 'u', 'y', 'c', 'n'}) @StringLength(max = 8)
          String word) {
    String key = PluralFolder.fold(word);
    assertThat(PluralFolder.fold(key)).isEqualTo(key);
  }
}
