package org.almagest.topic;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Recognises topics that are no subject, by their {@link TopicSignificance significance} (AlSumait
 * et al. 2009), their spread over papers and their coherence. AlSumait et al. rank topics by a
 * weighted sum of their measures; bounds on each say why a topic is set aside.
 *
 * <p>The rule, the first that holds:
 *
 * <ol>
 *   <li>BACKGROUND: vacuous &lt; {@code vacuousBelow}; its words are those of the corpus.
 *   <li>JUNK: uniform &lt; {@code uniformBelow}; all words are about as probable.
 *   <li>JUNK: coherence ≤ {@code coherenceUpTo}, or unknown as it is for a topic with fewer than
 *       two terms, and paper share &lt; {@code paperShareBelow}.
 *   <li>BACKGROUND: background &lt; {@code backgroundBelow} and main share &lt; {@code
 *       mainRatioBelow} · paper share; it goes along with the subjects of many papers and is the
 *       subject of few.
 * </ol>
 *
 * @param vacuousBelow from 0, never, to 1
 * @param uniformBelow from 0, never, to 1
 * @param coherenceUpTo mean NPMI, from -1 to 1
 * @param paperShareBelow share of papers in which a topic without coherence is present
 * @param backgroundBelow from 0, never, to 1
 * @param mainRatioBelow share of the papers in which it is present that have it as main topic
 */
public record BackgroundTopics(
    double vacuousBelow,
    double uniformBelow,
    double coherenceUpTo,
    double paperShareBelow,
    double backgroundBelow,
    double mainRatioBelow) {

  public BackgroundTopics {
    requireShare("vacuousBelow", vacuousBelow);
    requireShare("uniformBelow", uniformBelow);
    requireShare("paperShareBelow", paperShareBelow);
    requireShare("backgroundBelow", backgroundBelow);
    requireShare("mainRatioBelow", mainRatioBelow);
    if (!(coherenceUpTo >= -1 && coherenceUpTo <= 1)) {
      throw new IllegalArgumentException("coherenceUpTo is from -1 to 1, not " + coherenceUpTo);
    }
  }

  /**
   * Bounds for abstracts. In models of 10, 50 and 200 topics over 14,500 arXiv abstracts the ratio
   * of main to paper share told most: below 0.08 stood topics such as {@code level, rule, effect,
   * change} and, with stop words left in, those of stop words; subjects mostly had 0.15 to 0.5. No
   * subject came near the bounds on vacuous and uniform, of which the lowest were 0.48 and 0.6.
   */
  public static BackgroundTopics standard() {
    return new BackgroundTopics(0.3, 0.3, 0, 0.05, 0.95, 0.08);
  }

  /**
   * Why a topic is no subject; empty for one that may be.
   *
   * @param coherence mean NPMI of its top terms
   */
  public Optional<TopicFlag> flag(
      TopicSignificance significance, TopicSpread spread, OptionalDouble coherence) {
    if (significance.vacuous() < vacuousBelow) {
      return Optional.of(TopicFlag.BACKGROUND);
    }
    boolean incoherent = coherence.orElse(-1) <= coherenceUpTo;
    if (significance.uniform() < uniformBelow
        || (incoherent && spread.paperShare() < paperShareBelow)) {
      return Optional.of(TopicFlag.JUNK);
    }
    boolean seldomMain = spread.mainShare() < mainRatioBelow * spread.paperShare();
    return significance.background() < backgroundBelow && seldomMain
        ? Optional.of(TopicFlag.BACKGROUND)
        : Optional.empty();
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is from 0 to 1, not " + value);
    }
  }
}
