package org.almagest.sample;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as a source writes it. */
record PersonName(String forenames, String family) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Ways to spell a name that mean the same person. */
  enum Spelling {
    UPPER_CASE,
    WITHOUT_ACCENTS,
    WIDE_SPACING
  }

  String full() {
    return forenames + " " + family;
  }

  /** The same person, spelled differently. */
  PersonName spelled(Spelling spelling) {
    return switch (spelling) {
      case UPPER_CASE ->
          new PersonName(forenames.toUpperCase(Locale.ROOT), family.toUpperCase(Locale.ROOT));
      case WITHOUT_ACCENTS -> new PersonName(plain(forenames), plain(family));
      case WIDE_SPACING -> new PersonName(forenames.replace(" ", "  "), family);
    };
  }

  /** Without marks that can be taken off; letters such as ø stay what they are. */
  private static String plain(String name) {
    return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
  }
}
