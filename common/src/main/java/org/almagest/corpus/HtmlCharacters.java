package org.almagest.corpus;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Character references of HTML, such as <code>&amp;eacute;</code> and <code>&amp;#x10D;</code>, in
 * text that is otherwise plain. Named are the letters with accents of the Latin script, made by
 * composition, the Greek alphabet, and the signs that prose uses; what has no such name is left as
 * it stands.
 */
final class HtmlCharacters {
  private static final int LONGEST_NAME = 32;
  private static final Pattern REFERENCE =
      Pattern.compile(
          "&(?:#[xX]([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,"
              + LONGEST_NAME
              + "}));");

  /**
   * A semicolon that does not end a reference. Unknown references count, too; the sign and a single
   * letter do not, since they may be {@code AT&T}.
   */
  private static final Pattern SEPARATING_SEMICOLON =
      Pattern.compile(";(?<!&#?[A-Za-z0-9]{2," + LONGEST_NAME + "};)");

  private static final Map<String, String> ACCENTS =
      Map.ofEntries(
          Map.entry("acute", "\u0301"),
          Map.entry("grave", "\u0300"),
          Map.entry("circ", "\u0302"),
          Map.entry("uml", "\u0308"),
          Map.entry("tilde", "\u0303"),
          Map.entry("cedil", "\u0327"),
          Map.entry("caron", "\u030C"),
          Map.entry("ring", "\u030A"),
          Map.entry("breve", "\u0306"),
          Map.entry("macr", "\u0304"),
          Map.entry("ogon", "\u0328"),
          Map.entry("dot", "\u0307"),
          Map.entry("dblac", "\u030B"));

  private static final String SIGNS =
      """
      amp & lt < gt > quot " apos ' nbsp \u00A0 shy \u00AD iexcl \u00A1 cent \u00A2 pound \u00A3 curren \u00A4 yen \u00A5
      brvbar \u00A6 sect \u00A7 uml \u00A8 copy \u00A9 ordf \u00AA laquo \u00AB not \u00AC reg \u00AE macr \u00AF deg \u00B0
      plusmn \u00B1 sup2 \u00B2 sup3 \u00B3 acute \u00B4 micro \u00B5 para \u00B6 middot \u00B7 cedil \u00B8 sup1 \u00B9
      ordm \u00BA raquo \u00BB frac14 \u00BC frac12 \u00BD frac34 \u00BE iquest \u00BF times \u00D7 divide \u00F7
      AElig \u00C6 aelig \u00E6 ETH \u00D0 eth \u00F0 Oslash \u00D8 oslash \u00F8 THORN \u00DE thorn \u00FE szlig \u00DF
      OElig \u0152 oelig \u0153 Lstrok \u0141 lstrok \u0142 Dstrok \u0110 dstrok \u0111 Hstrok \u0126 hstrok \u0127 imath \u0131
      inodot \u0131 ndash \u2013 mdash \u2014 lsquo \u2018 rsquo \u2019 sbquo \u201A ldquo \u201C rdquo \u201D bdquo \u201E
      dagger \u2020 Dagger \u2021 bull \u2022 hellip \u2026 permil \u2030 prime \u2032 Prime \u2033 lsaquo \u2039 rsaquo \u203A
      euro \u20AC trade \u2122 larr \u2190 uarr \u2191 rarr \u2192 darr \u2193 harr \u2194 forall \u2200 part \u2202 exist \u2203
      empty \u2205 nabla \u2207 isin \u2208 notin \u2209 prod \u220F sum \u2211 minus \u2212 radic \u221A infin \u221E and \u2227
      or \u2228 cap \u2229 cup \u222A int \u222B sim \u223C cong \u2245 asymp \u2248 ne \u2260 equiv \u2261 le \u2264 ge \u2265
      sub \u2282 sup \u2283 sube \u2286 supe \u2287 oplus \u2295 otimes \u2297 perp \u22A5 sdot \u22C5 fnof \u0192
      ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200C zwj \u200D circ \u02C6 tilde \u02DC sigmaf \u03C2
      """;

  /** From U+03B1 on; the final sigma has no place in the row. */
  private static final String GREEK =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho ? sigma"
          + " tau upsilon phi chi psi omega";

  private static final int ALPHA = 0x3B1;
  private static final int CAPITAL_ALPHA = 0x391;
  private static final Map<String, String> NAMED = named();
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private HtmlCharacters() {}

  /** The text with the characters that its references stand for. */
  static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(character(reference)));
  }

  /** The parts between semicolons, those that end a reference aside. */
  static String[] splitAtSemicolons(String text) {
    return SEPARATING_SEMICOLON.split(text, -1);
  }

  private static String character(MatchResult reference) {
    if (reference.group(1) != null) {
      return numbered(Integer.parseInt(reference.group(1), 16), reference.group());
    }
    if (reference.group(2) != null) {
      return numbered(Integer.parseInt(reference.group(2)), reference.group());
    }
    String name = reference.group(3);
    String sign = NAMED.get(name);
    return sign != null ? sign : accented(name, reference.group());
  }

  /** As browsers do, a number of 128 to 159 is a byte of Windows-1252. */
  private static String numbered(int codePoint, String otherwise) {
    if (codePoint >= 0x80 && codePoint < 0xA0) {
      String c = new String(new byte[] {(byte) codePoint}, WINDOWS);
      return c.equals("\uFFFD") ? otherwise : c;
    }
    boolean isText =
        codePoint >= ' '
            && Character.isDefined(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE;
    return isText ? Character.toString(codePoint) : otherwise;
  }

  private static String accented(String name, String otherwise) {
    String mark = ACCENTS.get(name.substring(1));
    if (mark == null) {
      return otherwise;
    }
    String letter = Normalizer.normalize(name.charAt(0) + mark, Normalizer.Form.NFC);
    return letter.length() == 1 ? letter : otherwise;
  }

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    // The no-break space among them is a sign, not a gap.
    String[] signs = SIGNS.strip().split("[ \n]+", -1);
    for (int i = 0; i < signs.length; i += 2) {
      named.put(signs[i], signs[i + 1]);
    }
    String[] greek = GREEK.split(" ", -1);
    for (int i = 0; i < greek.length; i++) {
      String capital = Character.toUpperCase(greek[i].charAt(0)) + greek[i].substring(1);
      named.put(greek[i], Character.toString(ALPHA + i));
      named.put(capital, Character.toString(CAPITAL_ALPHA + i));
    }
    return Map.copyOf(named);
  }
}
