package org.almagest.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ids of works as lists of citations write them, in one form each: the {@code paper_id} of a
 * scheme that papers of the warehouse are known by, {@code doi:} and a DOI, or another scheme's id.
 *
 * <p>An id without a scheme is understood where only one scheme has ids that look like it. So
 * {@code 1912.12345} is arXiv's and {@code W12} is OpenAlex's, but a plain number is nobody's, and
 * {@code 912.534}, which could be an arXiv id that went through a float, is left alone.
 */
public final class WorkIds {
  /** What stands before a DOI. */
  public static final String DOI_PREFIX = "doi:";

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
  private static final Pattern TITLE_DIGEST = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern BARE_WORK = Pattern.compile("[Ww]\\d+");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:www\\.|dx\\.|export\\.)?"
              + "(arxiv\\.org/(?:abs|pdf)|openalex\\.org(?:/works)?|doi\\.org|aclanthology\\.org)"
              + "/(.+?)(?:\\.pdf|/)?",
          Pattern.CASE_INSENSITIVE);

  private WorkIds() {}

  /**
   * The id in its one form; empty where it has no scheme and could be anybody's or nobody's, or is
   * none of its scheme. Of a scheme that the warehouse does not know, such as {@code pmid:123}, it
   * is the id as it stands, but with the scheme in lower case.
   */
  public static Optional<String> canonical(String written) {
    Optional<String> known = known(written);
    if (known.isPresent()) {
      return known;
    }
    Matcher id = SCHEME.matcher(written.strip());
    if (!id.matches() || id.group(2).isBlank()) {
      return Optional.empty();
    }
    String scheme = id.group(1).toLowerCase(Locale.ROOT);
    return isOurs(scheme) ? Optional.empty() : Optional.of(scheme + ":" + id.group(2).strip());
  }

  /** The id in its one form, where its scheme is one that a paper of the warehouse can have. */
  static Optional<String> known(String written) {
    String id = written.strip();
    Matcher address = ADDRESS.matcher(id);
    if (address.matches()) {
      return ofAddress(address.group(1).toLowerCase(Locale.ROOT), address.group(2));
    }
    Matcher withScheme = SCHEME.matcher(id);
    return withScheme.matches()
        ? of(withScheme.group(1).toLowerCase(Locale.ROOT), withScheme.group(2).strip())
        : bare(id);
  }

  private static Optional<String> ofAddress(String site, String id) {
    return switch (site.charAt(1)) {
      case 'r' -> of(PaperSource.ARXIV.prefix(), id);
      case 'p' -> of(PaperSource.OPENALEX.prefix(), id);
      case 'c' -> of(PaperSource.ACL.prefix(), id);
      default -> of("doi", id);
    };
  }

  private static Optional<String> of(String scheme, String id) {
    if (DOI_PREFIX.equals(scheme + ":")) {
      return Identifiers.normaliseDoi(id).map(DOI_PREFIX::concat);
    }
    return Arrays.stream(PaperSource.values())
        .filter(source -> source.prefix().equals(scheme))
        .findFirst()
        .flatMap(source -> idWithin(source, id).map(each -> scheme + ":" + each));
  }

  private static Optional<String> idWithin(PaperSource source, String id) {
    return switch (source) {
      case ARXIV -> Identifiers.canonicalArxivId(id);
      case OPENALEX -> Identifiers.openAlexId(id).filter(key -> key.charAt(0) == 'W');
      case ACL -> Identifiers.anthologyId(id);
      case TITLE ->
          Optional.of(id.toLowerCase(Locale.ROOT)).filter(d -> TITLE_DIGEST.matcher(d).matches());
    };
  }

  private static Optional<String> bare(String id) {
    List<String> readings =
        Stream.of(
                bareArxivId(id).flatMap(each -> of(PaperSource.ARXIV.prefix(), each)),
                BARE_WORK.matcher(id).matches()
                    ? of(PaperSource.OPENALEX.prefix(), id)
                    : Optional.<String>empty(),
                of(PaperSource.ACL.prefix(), id),
                id.startsWith("10.") ? of("doi", id) : Optional.<String>empty())
            .flatMap(Optional::stream)
            .toList();
    return readings.size() == 1 ? Optional.of(readings.get(0)) : Optional.empty();
  }

  /** An arXiv id that needs no repair: a number with a point in it could be anything. */
  private static Optional<String> bareArxivId(String id) {
    return Identifiers.canonicalArxivId(id)
        .filter(
            canonical ->
                id.indexOf('/') >= 0 || id.equals(canonical) || id.startsWith(canonical + "v"));
  }

  private static boolean isOurs(String scheme) {
    return DOI_PREFIX.equals(scheme + ":")
        || Arrays.stream(PaperSource.values()).anyMatch(source -> source.prefix().equals(scheme));
  }
}
