package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Canonical forms of the ids that sources give papers and authors. */
public final class Identifiers {
  private static final int FIRST_NEW_STYLE_MONTH = 704;
  private static final int FIRST_FIVE_DIGIT_MONTH = 1501;
  private static final int TITLE_ID_BYTES = 8;

  /** Beyond what a trip through a double can change: four digits before the point keep 12 after. */
  private static final BigDecimal FLOAT_ERROR = new BigDecimal("1e-10");

  private static final int LONGEST_RESOLVER_START = "https://www.".length();

  private static final Pattern ANTHOLOGY_VOLUME_LETTER =
      Pattern.compile("[A-Za-z]\\d{2}-\\d{4}[a-z]?");
  private static final Pattern ANTHOLOGY_VENUE =
      Pattern.compile("\\d{4}\\.[a-z0-9_]+-[a-z0-9_]+\\.\\d+");

  private Identifiers() {}

  /**
   * The canonical arXiv id: {@code 0704.0001} up to 2014, {@code 1501.00001} from 2015 on, {@code
   * math/0309136} before April 2007. Takes off an {@code arXiv:} prefix, a version ({@code v2}) and
   * the subject class of an old id ({@code math.GT/0309136}), and repairs ids that went through a
   * floating point number: {@code 912.534} is {@code 0912.5340}, {@code 1501.0004800000002} is
   * {@code 1501.00048}. Empty for what no arXiv id can be made of.
   */
  public static Optional<String> canonicalArxivId(String written) {
    if (isCanonicalNewStyle(written)) {
      return Optional.of(written);
    }
    String id = written.strip();
    if (id.regionMatches(true, 0, "arxiv:", 0, 6)) {
      id = id.substring(6).strip();
    }
    id = withoutVersion(id);
    int slash = id.indexOf('/');
    return slash >= 0 ? oldStyle(id, slash) : newStyle(id);
  }

  /**
   * The DOI in lower case without {@code https://doi.org/} or {@code doi:}; empty for what does not
   * look like {@code 10.x/…}.
   */
  public static Optional<String> normaliseDoi(String written) {
    String doi = written.strip().toLowerCase(Locale.ROOT);
    int resolver = doi.indexOf("doi.org/");
    if (resolver >= 0 && resolver <= LONGEST_RESOLVER_START && !doi.startsWith("10.")) {
      doi = doi.substring(resolver + "doi.org/".length());
    } else if (doi.startsWith("doi:")) {
      doi = doi.substring("doi:".length()).strip();
    }
    int slash = doi.indexOf('/');
    boolean valid =
        doi.startsWith("10.")
            && slash > 3
            && slash < doi.length() - 1
            && doi.chars().noneMatch(Character::isWhitespace);
    return valid ? Optional.of(doi) : Optional.empty();
  }

  /**
   * An OpenAlex key such as {@code W2100301546} or {@code A123}, from itself or its URL, with the
   * letter in upper case; empty for anything else.
   */
  public static Optional<String> openAlexId(String written) {
    String id = written.strip();
    id = id.substring(id.lastIndexOf('/') + 1);
    if (id.length() < 2 || id.length() > 20 || !isDigits(id, 1, id.length())) {
      return Optional.empty();
    }
    char letter = Character.toUpperCase(id.charAt(0));
    if (letter < 'A' || letter > 'Z') {
      return Optional.empty();
    }
    return Optional.of(letter == id.charAt(0) ? id : letter + id.substring(1));
  }

  /**
   * The ACL Anthology's id of a paper: {@code P02-1040} up to 2019, perhaps with a letter behind it
   * ({@code J79-1009a}), and {@code 2020.acl-main.1} since; empty for anything else.
   */
  public static Optional<String> anthologyId(String written) {
    String id = written.strip();
    if (ANTHOLOGY_VOLUME_LETTER.matcher(id).matches()) {
      return Optional.of(Character.toUpperCase(id.charAt(0)) + id.substring(1));
    }
    return ANTHOLOGY_VENUE.matcher(id).matches() ? Optional.of(id) : Optional.empty();
  }

  /**
   * The id of a paper that has no other: the first 16 hexadecimal digits of the SHA-256 of its
   * normalised title, which is the title after Unicode NFKC in lower case with every run of
   * characters other than letters and digits made one blank, and none at either end. A title
   * without any letter or digit stands for itself.
   */
  public static String titleId(String title) {
    String folded = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder normalised = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetterOrDigit(c)) {
        gap = normalised.length() > 0;
        continue;
      }
      if (gap) {
        normalised.append(' ');
        gap = false;
      }
      normalised.appendCodePoint(c);
    }
    String key = normalised.isEmpty() ? title.strip() : normalised.toString();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, TITLE_ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isCanonicalNewStyle(String id) {
    int length = id.length();
    if (length < 9 || length > 10 || id.charAt(4) != '.' || !isDigits(id, 0, 4)) {
      return false;
    }
    int month = Integer.parseInt(id, 0, 4, 10);
    return isNewStyleMonth(month)
        && length == 5 + numberDigits(month)
        && isDigits(id, 5, length)
        && !isZero(id, 5);
  }

  /**
   * {@code yymm.number}, perhaps as a double prints it: zeros lost at either end, or digits won.
   */
  private static Optional<String> newStyle(String id) {
    int point = id.indexOf('.');
    boolean shape =
        point >= 3
            && point <= 4
            && point < id.length() - 1
            && id.length() <= point + 20
            && isDigits(id, 0, point)
            && isDigits(id, point + 1, id.length());
    if (!shape) {
      return Optional.empty();
    }
    int month = Integer.parseInt(id, 0, point, 10);
    int digits = numberDigits(month);
    String number = id.substring(point + 1);
    if (number.length() > digits) {
      BigDecimal value = new BigDecimal(id);
      BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
      if (value.subtract(rounded).abs().compareTo(FLOAT_ERROR) > 0) {
        return Optional.empty();
      }
      month = rounded.intValue();
      String plain = rounded.toPlainString();
      number = plain.substring(plain.indexOf('.') + 1);
    }
    if (!isNewStyleMonth(month) || isZero(number, 0)) {
      return Optional.empty();
    }
    String yymm = Integer.toString(month);
    return Optional.of(
        "0".repeat(4 - yymm.length()) + yymm + "." + number + "0".repeat(digits - number.length()));
  }

  /** {@code archive/yymmnnn}, perhaps with a subject class behind the archive. */
  private static Optional<String> oldStyle(String id, int slash) {
    int point = id.indexOf('.');
    String archive = id.substring(0, point >= 0 && point < slash ? point : slash);
    String number = id.substring(slash + 1);
    boolean valid =
        !archive.isEmpty()
            && archive.chars().allMatch(c -> c == '-' || isAsciiLetter(c))
            && number.length() == 7
            && isDigits(number, 0, 7);
    return valid ? Optional.of(archive.toLowerCase(Locale.ROOT) + "/" + number) : Optional.empty();
  }

  private static String withoutVersion(String id) {
    int v = id.lastIndexOf('v');
    boolean version = v > 0 && v < id.length() - 1 && isDigits(id, v + 1, id.length());
    return version && isDigits(id, v - 1, v) ? id.substring(0, v) : id;
  }

  private static int numberDigits(int month) {
    return month < FIRST_FIVE_DIGIT_MONTH ? 4 : 5;
  }

  private static boolean isNewStyleMonth(int month) {
    return month >= FIRST_NEW_STYLE_MONTH && month % 100 >= 1 && month % 100 <= 12;
  }

  private static boolean isZero(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
