package org.almagest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCharactersTest {
  @ParameterizedTest
  @CsvSource({
    "&eacute;, \u00E9",
    "&Uuml;ber, \u00DCber",
    "&ccaron;&Scedil;&aring;&Zdot;&udblac;, \u010D\u015E\u00E5\u017B\u0171",
    "&szlig;&Oslash;&lstrok;&AElig;, \u00DF\u00D8\u0142\u00C6",
    "&alpha;&omega;&Sigma;&sigmaf;, \u03B1\u03C9\u03A3\u03C2",
    "a&nbsp;b, a\u00A0b",
    "&ensp;x, \u2002x",
    "&lsquo;x&rsquo;, \u2018x\u2019",
    "&amp;eacute;, &eacute;",
    "&#233;&#xE9;&#XE9;, \u00E9\u00E9\u00E9",
    "&#x1D400;, \uD835\uDC00",
    "D&#x92;Halleweyn &#x8A;pela, D\u2019Halleweyn \u0160pela",
  })
  void standsForItsCharacter(String text, String decoded) {
    assertThat(HtmlCharacters.decode(text)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q&A",
        "AT&T;",
        "R & D; S",
        "&eacute",
        "&;",
        "&#;",
        "&#x;",
        "&#x0;",
        "&#x8D;",
        "&#xD800;",
        "&#x110000;",
        "&#9999999;",
        "&#scaron;",
        "&slig;",
        "&qcaron;",
        "&1acute;"
      })
  void whatStandsForNoCharacterIsLeftAlone(String text) {
    assertThat(HtmlCharacters.decode(text)).isEqualTo(text);
  }
}
