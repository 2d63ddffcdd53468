package org.almagest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HomeInstitutionsTest {
  private static final int AUTHORS = 4_800;

  @Test
  void neighbouringGroupsShareAnInstitutionInOneCountry() {
    long institution = 17;
    long first = institution * HomeInstitutions.GROUPS_PER_INSTITUTION * ResearchGroups.LARGEST;
    Set<Long> homes =
        LongStream.range(first, first + 2L * ResearchGroups.LARGEST)
            .mapToObj(HomeInstitutions::of)
            .filter(of -> !of.isEmpty())
            .map(of -> of.get(0).number())
            .collect(Collectors.toSet());
    assertThat(homes).containsExactly(institution);
  }

  @Test
  void someAuthorsHaveSeveralInstitutionsAndSomeNone() {
    long several = count(author -> HomeInstitutions.of(author).size() == 2);
    long none = count(author -> HomeInstitutions.of(author).isEmpty());
    long countryAlone =
        count(
            author ->
                HomeInstitutions.of(author).isEmpty()
                    && HomeInstitutions.countries(author).size() == 1);
    assertThat(none).isBetween(AUTHORS / 8 - 100L, AUTHORS / 8 + 100L);
    assertThat(countryAlone).isBetween(AUTHORS / 16 - 80L, AUTHORS / 16 + 80L);
    assertThat(several).isBetween(AUTHORS * 7 / 80 - 100L, AUTHORS * 7 / 80 + 100L);
  }

  @Test
  void countriesAreThoseOfTheInstitutionsEachOnce() {
    for (long author = 0; author < AUTHORS; author++) {
      List<HomeInstitutions.Home> homes = HomeInstitutions.of(author);
      if (!homes.isEmpty()) {
        assertThat(HomeInstitutions.countries(author))
            .doesNotHaveDuplicates()
            .hasSameElementsAs(
                homes.stream().map(HomeInstitutions.Home::country).collect(Collectors.toSet()));
      }
    }
  }

  private static long count(LongPredicate holds) {
    return LongStream.range(0, AUTHORS).filter(holds).count();
  }
}
