package org.almagest.sample;

import java.util.List;
import org.almagest.sample.SyntheticPaper.TopicWeight;

/** Writes titles and abstracts about given topics. */
final class Prose {
  private static final int FEWEST_WORDS = 60;
  private static final int TARGET_RANGE = 70;
  private static final double NOISY = 0.2;

  /** Ways through the list of sentences: none comes twice in an abstract. */
  private static final int[] STEPS = {5, 7, 11, 13, 17, 19, 23};

  private final PlantedTopics topics;
  private final List<SentenceTemplate> titles = SentenceTemplate.load("titles.txt");
  private final List<SentenceTemplate> sentences = SentenceTemplate.load("sentences.txt");
  private final List<SentenceTemplate> noise = SentenceTemplate.load("noise.txt");
  private final List<String> nouns = WordList.load("nouns.txt");
  private final List<String> adjectives = WordList.load("adjectives.txt");
  private final List<String> verbs = WordList.load("verbs.txt");

  Prose(PlantedTopics topics) {
    this.topics = topics;
  }

  /** A title of ASCII words; the coined name is one of them. */
  String title(List<TopicWeight> mix, String coinedName, Draws draws) {
    StringBuilder title = new StringBuilder(96);
    pick(titles, draws).render((slot, out) -> fill(slot, mix, coinedName, draws, out), title);
    capitalise(title, 0);
    return title.toString();
  }

  /** An abstract of 60 to 150 words; one in five has a sentence with markup or a link. */
  String abstractText(List<TopicWeight> mix, String coinedName, Draws draws) {
    SentenceTemplate.Filler filler = (slot, out) -> fill(slot, mix, coinedName, draws, out);
    int target = FEWEST_WORDS + draws.below(TARGET_RANGE);
    StringBuilder text = new StringBuilder(1024);
    if (draws.happens(NOISY)) {
      pick(noise, draws).render(filler, text);
    }
    int words = blanks(text, 0);
    int sentence = draws.below(sentences.size());
    int step = STEPS[draws.below(STEPS.length)];
    while (words < target) {
      int start = text.length();
      if (start > 0) {
        text.append(' ');
      }
      sentences.get(sentence).render(filler, text);
      sentence = (sentence + step) % sentences.size();
      words += blanks(text, start);
    }
    return text.toString();
  }

  private void fill(
      SentenceTemplate.Slot slot,
      List<TopicWeight> mix,
      String coinedName,
      Draws draws,
      StringBuilder out) {
    switch (slot) {
      case TERM -> out.append(term(mix, draws));
      case CAPITAL_TERM -> {
        int start = out.length();
        out.append(term(mix, draws));
        capitalise(out, start);
      }
      case NOUN -> out.append(pick(nouns, draws));
      case ADJECTIVE -> out.append(pick(adjectives, draws));
      case VERB -> out.append(pick(verbs, draws));
      case NUMBER -> out.append(2 + draws.below(98));
      case COINED_NAME -> out.append(coinedName);
    }
  }

  private String term(List<TopicWeight> mix, Draws draws) {
    double rest = draws.nextFraction();
    for (TopicWeight each : mix) {
      rest -= each.weight();
      if (rest < 0) {
        return topics.term(each.topic(), draws);
      }
    }
    return topics.term(mix.get(0).topic(), draws);
  }

  private static void capitalise(StringBuilder text, int at) {
    text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
  }

  private static <T> T pick(List<T> list, Draws draws) {
    return list.get(draws.below(list.size()));
  }

  private static int blanks(StringBuilder text, int start) {
    int blanks = 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        blanks++;
      }
    }
    return blanks;
  }
}
