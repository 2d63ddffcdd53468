package org.almagest.sample;

import java.util.List;

/** One name for each author number, different from all others even without case and accents. */
final class AuthorNames {
  private static final int LETTERS = 26;

  /** A prime that divides no count of combinations, so that multiplying by it permutes them. */
  private static final long SCRAMBLER = 1_000_003;

  private final List<String> given = WordList.load("given-names.txt");
  private final List<String> family = WordList.load("family-names.txt");

  /**
   * Given name, initials and family name. The first authors have one initial; when all such names
   * are used up, two, and so on.
   */
  PersonName of(long author) {
    long names = (long) given.size() * family.size() * LETTERS;
    int initials = 1;
    long rest = author;
    while (rest >= names) {
      rest -= names;
      names *= LETTERS;
      initials++;
    }
    long code = rest * SCRAMBLER % names;
    StringBuilder forenames = new StringBuilder(24);
    forenames.append(given.get((int) (code % given.size())));
    code /= given.size();
    String familyName = family.get((int) (code % family.size()));
    code /= family.size();
    for (int i = 0; i < initials; i++) {
      forenames.append(' ').append((char) ('A' + code % LETTERS)).append('.');
      code /= LETTERS;
    }
    return new PersonName(forenames.toString(), familyName);
  }
}
