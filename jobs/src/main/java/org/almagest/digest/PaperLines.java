package org.almagest.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.almagest.digest.Edition.Entry;
import org.almagest.digest.Edition.Group;

/** What both forms of an edition say, each in one line without markup. */
final class PaperLines {
  static final String TRENDING = "Trending";
  static final String NEW = "New";
  static final String NOTHING = "Nothing new for this profile.";

  private static final int NAMED_AUTHORS = 5;
  private static final int SUMMARY_CHARACTERS = 300;
  private static final int NAMED_BURSTS = 8;
  private static final String OTHERS = "Without a topic";

  private PaperLines() {}

  static String label(Group group) {
    return group.label().map(DisplayText::oneLine).orElse(OTHERS);
  }

  static String bursts(Edition edition) {
    return "Rising terms: "
        + String.join(
            ", ", edition.bursts().stream().limit(NAMED_BURSTS).map(DisplayText::oneLine).toList())
        + ".";
  }

  /** Authors, day and main category. */
  static String facts(DigestPaper paper) {
    List<String> facts = new ArrayList<>();
    if (!paper.authors().isEmpty()) {
      int others = paper.authors().size() - NAMED_AUTHORS;
      facts.add(
          String.join(
                  ", ",
                  paper.authors().stream().limit(NAMED_AUTHORS).map(DisplayText::oneLine).toList())
              + (others > 0 ? " and " + others + " more" : ""));
    }
    facts.add(paper.published().toString());
    paper.categories().stream().findFirst().map(DisplayText::oneLine).ifPresent(facts::add);
    return String.join(" · ", facts);
  }

  /** Why it is here: its place, what its score is made of, and what of the profile it matches. */
  static Optional<String> why(Entry entry) {
    List<String> parts = new ArrayList<>();
    entry
        .paper()
        .trend()
        .ifPresent(
            trend ->
                parts.add(
                    String.format(
                        Locale.ROOT,
                        "trending at place %d, score %.2f (attention %.2f, citations %.2f, topics %.2f)",
                        trend.rank(),
                        trend.score(),
                        trend.attentionPart(),
                        trend.citationPart(),
                        trend.topicPart())));
    if (!entry.reasons().isEmpty()) {
      parts.add(
          "matches "
              + String.join(
                  "; ", entry.reasons().stream().map(DisplayText::oneLine).distinct().toList()));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
  }

  static String summary(DigestPaper paper) {
    return DisplayText.cut(paper.summary(), SUMMARY_CHARACTERS);
  }

  static Optional<String> more(Edition edition) {
    return edition.more() == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d more new paper%s that this edition has no room for.",
                edition.more(),
                edition.more() == 1 ? "" : "s"));
  }
}
