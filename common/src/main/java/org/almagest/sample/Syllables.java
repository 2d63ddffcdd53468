package org.almagest.sample;

/** Pronounceable words: each number has its own, and equal numbers have equal words. */
final class Syllables {
  private static final String CONSONANTS = "bcdfghjklmnprstvwxyz";
  private static final String VOWELS = "aeiou";
  private static final int COUNT = 100;
  private static final int SHORTEST = 3;

  /** Coprime to 100, so that multiplying by it permutes the words of a length. */
  private static final long SCRAMBLER = 387_421;

  private Syllables() {}

  /**
   * The lower-case word of that number: three syllables for the first million, four for the next
   * hundred million, and so on. Every word ends in a vowel.
   */
  static String word(long number) {
    int length = SHORTEST;
    long words = 1_000_000;
    long rest = number;
    while (rest >= words) {
      rest -= words;
      words *= COUNT;
      length++;
    }
    // rest < 10^10 for every number in use: the product stays below 2^63.
    long code = (rest * SCRAMBLER + 271_828) % words;
    StringBuilder word = new StringBuilder(2 * length);
    for (int i = 0; i < length; i++) {
      int syllable = (int) (code % COUNT);
      word.append(CONSONANTS.charAt(syllable / VOWELS.length()));
      word.append(VOWELS.charAt(syllable % VOWELS.length()));
      code /= COUNT;
    }
    return word.toString();
  }
}
