package org.almagest.sample;

import java.util.ArrayList;
import java.util.List;
import org.almagest.sample.SyntheticPaper.Reference;

/**
 * What a paper cites: papers with a lower number that appeared in an earlier month, nine in ten of
 * them with the same main topic, found by trying numbers. Half of the tries are rounded down to a
 * multiple of {@value #LANDMARK}, which makes some papers famous.
 */
final class ReferenceDraws {
  private static final int MOST = 12;
  private static final int MOST_OUTSIDE = 3;
  private static final long OUTSIDE_WORKS = 1_000_000;
  private static final double OTHER_TOPIC = 0.1;
  private static final int LANDMARK = 16;
  private static final int TRIES_PER_TOPIC = 4;
  private static final int MOST_TRIES = 600;

  private final long seed;
  private final long firstPaper;
  private final PlantedTopics topics;
  private final PublicationCalendar calendar;

  ReferenceDraws(long seed, long firstPaper, PlantedTopics topics, PublicationCalendar calendar) {
    this.seed = seed;
    this.firstPaper = firstPaper;
    this.topics = topics;
    this.calendar = calendar;
  }

  /** The references of a paper, all different; fewer for the first papers of a corpus. */
  List<Reference> of(long paper, int topic) {
    Draws draws = new Draws(seed, paper, Draws.Purpose.REFERENCES);
    List<Reference> references = new ArrayList<>(MOST + MOST_OUTSIDE);
    int wanted = draws.below(MOST + 1);
    int month = calendar.month(paper);
    for (int i = 0; i < wanted && paper > firstPaper; i++) {
      int wantedTopic = draws.happens(OTHER_TOPIC) ? -1 : topic;
      int tries = Math.min(MOST_TRIES, TRIES_PER_TOPIC * topics.count());
      for (int attempt = 0; attempt < tries; attempt++) {
        long cited = candidate(paper, draws);
        if (calendar.month(cited) < month && (wantedTopic < 0 || mainTopic(cited) == wantedTopic)) {
          addNew(references, new Reference(cited, true));
          break;
        }
      }
    }
    int outside = draws.below(MOST_OUTSIDE + 1);
    for (int i = 0; i < outside; i++) {
      addNew(references, new Reference(draws.below(OUTSIDE_WORKS), false));
    }
    return references;
  }

  /** The main topic of any paper. */
  int mainTopic(long paper) {
    return topics.mainTopic(calendar.year(paper), Draws.hash(seed, paper, Draws.Purpose.TOPICS));
  }

  private long candidate(long paper, Draws draws) {
    long cited = firstPaper + draws.below(paper - firstPaper);
    if ((draws.nextBits() & 1) == 0) {
      cited = Math.max(firstPaper, cited - cited % LANDMARK);
    }
    return cited;
  }

  private static void addNew(List<Reference> references, Reference reference) {
    if (!references.contains(reference)) {
      references.add(reference);
    }
  }
}
