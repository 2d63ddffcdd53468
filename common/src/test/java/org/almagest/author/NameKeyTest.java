package org.almagest.author;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings of a name are one key, and which are not. */
class NameKeyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Erwin Schrödinger, erwin schrodinger",
        "E\u0301tienne DUPONT, etienne dupont",
        "Søren Møller, soren moller",
        "Stanisław Łoś, stanislaw los",
        "Groß, gross",
        "GROẞ, gross",
        "Đorđe Ðor, dorde dor",
        "Ægir Œuvre Þór, aegir oeuvre thor",
        "Işık İnan, isik inan",
        "Ħal, hal",
        "J.R. Smith, j. r. smith",
        "J. R. Smith, j. r. smith",
        "J.R.Smith, j. r. smith",
        "\"  J.\u00a0R.\tSmith. \", j. r. smith.",
        "O’Neill O‘Neill O`Neill, o'neill o'neill o'neill",
        "Jean\u2010Luc Jean\u2011Luc, jean-luc jean-luc",
        "ﬁtz, fitz",
        "李 明, 李 明",
        "김 민준, 김 민준",
      })
  void foldsCaseAccentsAndSpacing(String name, String key) {
    assertThat(NameKey.fold(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "J. Smith, J Smith",
    "Smith J., J. Smith",
    "Jean-Luc, Jean Luc",
    "Ann Lee, Annlee",
    "かが, かか",
    "कुमार, केमार",
  })
  void keepsApartWhatIsNotSpelling(String one, String other) {
    assertThat(NameKey.fold(one)).isNotEqualTo(NameKey.fold(other));
  }

  @Test
  void readsComposedAndDecomposedLettersAlike() {
    assertThat(NameKey.fold("がく")).isEqualTo(NameKey.fold("か\u3099く"));
    assertThat(NameKey.fold("Zoë")).isEqualTo(NameKey.fold("Zoe\u0308"));
  }

  @Property
  void foldsAKeyNoFurther(@ForAll String name) {
    String key = NameKey.fold(name);
    assertThat(NameKey.fold(key)).isEqualTo(key);
  }

  @Property
  void neitherBeginsNorEndsWithABlankAndHasNoTwoInARow(@ForAll String name) {
    assertThat(NameKey.fold(name)).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
  }
}
