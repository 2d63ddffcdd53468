package org.almagest.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.almagest.corpus.PaperSource;
import org.almagest.sample.Draws.Purpose;

/**
 * Where authors work: {@value #GROUPS_PER_INSTITUTION} research groups that follow one another
 * share an institution, and an institution is in one country. One author in ten has the next
 * institution, too; of one in sixteen the source knows only the country, and of one in sixteen
 * neither. None of this depends on the seed.
 */
final class HomeInstitutions {
  static final int GROUPS_PER_INSTITUTION = 2;
  private static final long FIRST_INSTITUTION = 7_000_000L;
  private static final int WITH_SECOND = 10;
  private static final int PARTLY_KNOWN = 16;
  private static final List<String> COUNTRIES =
      List.of("DE", "US", "CN", "GB", "FR", "JP", "IN", "BR", "NL", "KE");
  private static final List<String> KINDS =
      List.of("University", "Institute of Technology", "National Laboratory");

  private HomeInstitutions() {}

  /**
   * An institution.
   *
   * @param number the same for all its groups
   */
  record Home(long number) {
    /** The id on OpenAlex's site. */
    String siteId() {
      return "I" + (FIRST_INSTITUTION + number);
    }

    /** The {@code institution_id}. */
    String id() {
      return PaperSource.OPENALEX.prefix() + ":" + siteId();
    }

    String name() {
      String word = Syllables.word(number);
      return word.substring(0, 1).toUpperCase(Locale.ROOT)
          + word.substring(1)
          + " "
          + KINDS.get((int) (number % KINDS.size()));
    }

    String country() {
      long bits = Draws.hash(0, number, Purpose.INSTITUTIONS);
      return COUNTRIES.get((int) Long.remainderUnsigned(bits, COUNTRIES.size()));
    }
  }

  /** Institutions of an author that the source knows; none or several. */
  static List<Home> of(long author) {
    long bits = bits(author);
    if (Long.remainderUnsigned(bits, PARTLY_KNOWN) < 2) {
      return List.of();
    }
    List<Home> homes = new ArrayList<>(2);
    homes.add(home(author));
    if (Long.remainderUnsigned(bits >>> Byte.SIZE, WITH_SECOND) == 0) {
      homes.add(new Home(homes.get(0).number() + 1));
    }
    return homes;
  }

  /** Countries of an author that the source knows, in the order of the institutions. */
  static List<String> countries(long author) {
    List<Home> homes = of(author);
    if (homes.isEmpty()) {
      boolean known = Long.remainderUnsigned(bits(author), PARTLY_KNOWN) == 0;
      return known ? List.of(home(author).country()) : List.of();
    }
    return homes.stream().map(Home::country).distinct().toList();
  }

  private static Home home(long author) {
    return new Home(author / ResearchGroups.LARGEST / GROUPS_PER_INSTITUTION);
  }

  private static long bits(long author) {
    return Draws.hash(1, author, Purpose.INSTITUTIONS);
  }
}
