package org.almagest.author;

import static org.almagest.author.AuthorIdentity.FOLDED_NAME;
import static org.almagest.author.AuthorIdentity.RAW_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.almagest.corpus.AuthorName;
import org.junit.jupiter.api.Test;

/** When authors of two papers are one. */
class AuthorIdentityTest {
  @Test
  void takesTheIdOfTheSourceWhereItGivesOne() {
    AuthorName known = new AuthorName("A. Noether", Optional.of("openalex:A1"), Optional.empty());
    assertThat(FOLDED_NAME.authorId(known)).isEqualTo("openalex:A1");
    assertThat(RAW_NAME.authorId(known)).isEqualTo(RAW_NAME.authorId(AuthorName.of("A. Noether")));
  }

  @Test
  void joinsSpellingsOfOneFoldedName() {
    assertThat(FOLDED_NAME.authorId(AuthorName.of("J.R. Söderström")))
        .isEqualTo(FOLDED_NAME.authorId(AuthorName.of("j. r. soderstrom")));
  }

  @Test
  void keepsEachDistinctStringApartByRawName() {
    assertThat(RAW_NAME.authorId(AuthorName.of("Ann Lee")))
        .isNotEqualTo(RAW_NAME.authorId(AuthorName.of("ann lee")))
        .isNotEqualTo(RAW_NAME.authorId(AuthorName.of("Ann  Lee")))
        .isEqualTo(RAW_NAME.authorId(AuthorName.of("Ann Lee")));
  }

  @Test
  void digestsTheNameWithSha256() {
    // printf abc | sha256sum: an id that survives releases.
    assertThat(RAW_NAME.authorId(AuthorName.of("abc"))).isEqualTo("name:ba7816bf8f01cfea");
    assertThat(FOLDED_NAME.authorId(AuthorName.of("ABC"))).isEqualTo("name:ba7816bf8f01cfea");
  }

  @Property
  void givesAnyNameAnIdOfSixteenHexDigits(@ForAll @NotBlank String name) {
    for (AuthorIdentity rule : AuthorIdentity.values()) {
      assertThat(rule.authorId(AuthorName.of(name))).matches("name:[0-9a-f]{16}");
    }
  }
}
