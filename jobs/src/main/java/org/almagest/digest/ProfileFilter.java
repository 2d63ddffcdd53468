package org.almagest.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almagest.author.NameKey;

/** Tells which papers a profile is about, and why. */
final class ProfileFilter {
  /** Words in quotation marks, or one word. */
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final DigestProfile profile;
  private final List<List<String>> queries;
  private final Set<String> authorKeys = new HashSet<>();

  ProfileFilter(DigestProfile profile) {
    this.profile = profile;
    this.queries = profile.queries().stream().map(ProfileFilter::parts).toList();
    profile.authors().forEach(author -> authorKeys.add(NameKey.fold(author)));
  }

  /** Whether it lets every paper pass. */
  boolean isOpen() {
    return Stream.of(profile.queries(), profile.topics(), profile.authors(), profile.categories())
        .allMatch(List::isEmpty);
  }

  /** What of the profile matches the paper, for a person; empty where nothing does. */
  List<String> reasons(DigestPaper paper) {
    List<String> reasons = new ArrayList<>();
    if (!queries.isEmpty()) {
      String text = ' ' + words(paper.title()) + ' ' + words(paper.summary()) + ' ';
      for (int i = 0; i < queries.size(); i++) {
        if (queries.get(i).stream().allMatch(part -> text.contains(' ' + part + ' '))) {
          reasons.add(profile.queries().get(i));
        }
      }
    }
    paper
        .topic()
        .ifPresent(
            topic ->
                profile.topics().stream()
                    .filter(wanted -> isTopic(wanted, topic))
                    .forEach(wanted -> reasons.add("topic " + wanted)));
    for (int i = 0; i < paper.authors().size(); i++) {
      String id = i < paper.authorIds().size() ? paper.authorIds().get(i) : "";
      if (authorKeys.contains(NameKey.fold(paper.authors().get(i)))
          || profile.authors().contains(id)) {
        reasons.add(paper.authors().get(i));
      }
    }
    for (String wanted : profile.categories()) {
      if (paper.categories().stream().anyMatch(category -> isCategory(wanted, category))) {
        reasons.add(wanted);
      }
    }
    return reasons;
  }

  private static boolean isTopic(String wanted, DigestPaper.Topic topic) {
    return wanted.equals(String.valueOf(topic.id()))
        || (' ' + words(topic.label()) + ' ').contains(' ' + words(wanted) + ' ');
  }

  private static boolean isCategory(String wanted, String category) {
    return wanted.endsWith("*")
        ? category
            .toLowerCase(Locale.ROOT)
            .startsWith(wanted.substring(0, wanted.length() - 1).toLowerCase(Locale.ROOT))
        : category.equalsIgnoreCase(wanted);
  }

  private static List<String> parts(String query) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(query);
    while (part.find()) {
      String words = words(part.group(1) == null ? part.group(2) : part.group(1));
      if (!words.isEmpty()) {
        parts.add(words);
      }
    }
    return parts;
  }

  /** Words with one blank between them, in lower case and without accents. */
  private static String words(String text) {
    return NO_WORD.matcher(NameKey.fold(text)).replaceAll(" ").strip();
  }
}
