package org.almagest.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The topics of a universe: their terms with probabilities, and their shares year by year.
 *
 * <p>The term of rank r (from 1) of a topic has a probability proportional to 1 / (r + 2). The
 * share of topic k in a year is proportional to (k + 1)^-0.2 times its {@link Trend}'s factor.
 */
final class PlantedTopics {
  /** Terms of each topic. */
  static final int TERMS = 40;

  /** Shares are rounded to multiples of 1 / this, so that drawing a topic is one look-up. */
  private static final int SHARE_STEPS = 1 << 13;

  private static final List<Trend> TRENDS = List.of(Trend.RISING, Trend.STEADY, Trend.FALLING);
  private static final double ZIPF_OFFSET = 2;
  private static final double POPULARITY_EXPONENT = -0.2;
  private static final double[] CUMULATIVE = cumulativeTermProbabilities();

  private final List<PlantedTopic> topics;
  private final List<String> categories;

  /** For each year, the topic of each share step. */
  private final short[][] topicOfStep;

  /** The first {@code count} topics of the one endless list there is. */
  PlantedTopics(int count) {
    List<String> themes = WordList.load("themes.txt");
    List<PlantedTopic> made = new ArrayList<>(count);
    for (int id = 0; id < count; id++) {
      String theme = themes.get(id % themes.size());
      made.add(id < themes.size() ? real(id, theme) : invented(id, theme));
    }
    topics = List.copyOf(made);
    // Two at least, so that a paper can stand in the files of two categories.
    categories =
        themes.stream()
            .limit(Math.max(2, count))
            .map(theme -> theme.split("\\|", -1)[1].strip())
            .toList();
    topicOfStep = new short[PublicationCalendar.YEARS][];
    for (int year = 0; year < topicOfStep.length; year++) {
      topicOfStep[year] = steps(year);
    }
  }

  int count() {
    return topics.size();
  }

  PlantedTopic get(int id) {
    return topics.get(id);
  }

  List<PlantedTopic> all() {
    return topics;
  }

  /** The distinct arXiv categories of the topics; at least two, at most 20. */
  List<String> categories() {
    return categories;
  }

  /** The main topic of a paper of that year, from well-mixed bits. */
  int mainTopic(int year, long bits) {
    return topicOfStep[year - PublicationCalendar.FIRST_YEAR][(int) (bits >>> 51)];
  }

  /** A term of that topic. */
  String term(int topic, Draws draws) {
    int found = Arrays.binarySearch(CUMULATIVE, draws.nextFraction());
    int rank = found >= 0 ? found + 1 : -found - 1;
    return topics.get(topic).terms().get(Math.min(rank, TERMS - 1));
  }

  /** Probability of the term of that rank, from 0, among the terms of its topic. */
  static double termProbability(int rank) {
    return rank == 0 ? CUMULATIVE[0] : CUMULATIVE[rank] - CUMULATIVE[rank - 1];
  }

  /** Share of papers of a year whose main topic it is. */
  double share(int topic, int year) {
    int steps = 0;
    for (short each : topicOfStep[year - PublicationCalendar.FIRST_YEAR]) {
      if (each == topic) {
        steps++;
      }
    }
    return (double) steps / SHARE_STEPS;
  }

  private short[] steps(int year) {
    double time = (double) year / (PublicationCalendar.YEARS - 1);
    double[] cumulative = new double[topics.size()];
    double sum = 0;
    for (PlantedTopic topic : topics) {
      sum += Math.pow(topic.id() + 1, POPULARITY_EXPONENT) * topic.trend().factor(time);
      cumulative[topic.id()] = sum;
    }
    short[] steps = new short[SHARE_STEPS];
    int topic = 0;
    for (int step = 0; step < SHARE_STEPS; step++) {
      while (cumulative[topic] < sum * (step + 0.5) / SHARE_STEPS) {
        topic++;
      }
      steps[step] = (short) topic;
    }
    return steps;
  }

  private static PlantedTopic real(int id, String theme) {
    String[] parts = theme.split("\\|", -1);
    List<String> terms = Arrays.stream(parts[2].split(",", -1)).map(String::strip).toList();
    if (terms.size() != TERMS) {
      throw new IllegalStateException(parts[0] + "has " + terms.size() + " terms, not " + TERMS);
    }
    return new PlantedTopic(id, parts[0].strip(), parts[1].strip(), trendOf(id), terms);
  }

  /** A topic of invented words; they end in a consonant, which papers' coined names never do. */
  private static PlantedTopic invented(int id, String categoryOf) {
    List<String> terms = new ArrayList<>(TERMS);
    for (int rank = 0; rank < TERMS; rank++) {
      String word = Syllables.word((long) id * TERMS + rank);
      terms.add(rank % 8 == 1 ? word + "n " + word + "r" : word + "n");
    }
    String category = categoryOf.split("\\|", -1)[1].strip();
    return new PlantedTopic(id, terms.get(0), category, trendOf(id), terms);
  }

  private static Trend trendOf(int id) {
    return TRENDS.get(id % TRENDS.size());
  }

  private static double[] cumulativeTermProbabilities() {
    double[] cumulative = new double[TERMS];
    double sum = 0;
    for (int rank = 0; rank < TERMS; rank++) {
      sum += 1 / (rank + 1 + ZIPF_OFFSET);
      cumulative[rank] = sum;
    }
    for (int rank = 0; rank < TERMS; rank++) {
      cumulative[rank] /= sum;
    }
    return cumulative;
  }
}
