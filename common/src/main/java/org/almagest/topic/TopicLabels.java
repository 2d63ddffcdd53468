package org.almagest.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A readable name for each topic: its most relevant terms, enough of them to tell it from all other
 * topics of the model.
 *
 * <p>A label says no word group twice. Terms are taken by relevance until there are enough: one
 * whose words all stand in a term already taken is left out; one that holds all words of terms
 * already taken stands in place of the first of them, and the others go. So {@code network, graph
 * neural network, neural network, attention} becomes {@code graph neural network, attention}.
 */
public final class TopicLabels {
  private static final int TERMS = 3;

  private TopicLabels() {}

  /**
   * Labels such as {@code reward, preference, alignment}.
   *
   * @param termsByRelevance the terms of each topic, most relevant first; the words of a term are
   *     parted by spaces
   * @return one label a topic, all distinct; topics that no number of terms tells apart are told
   *     apart by a number
   */
  public static List<String> of(List<List<String>> termsByRelevance) {
    String[] labels = new String[termsByRelevance.size()];
    Set<String> given = new HashSet<>();
    List<Integer> open = new ArrayList<>();
    for (int topic = 0; topic < labels.length; topic++) {
      open.add(topic);
    }
    for (int count = TERMS; !open.isEmpty(); count++) {
      Map<String, List<Integer>> sameLabel = new LinkedHashMap<>();
      boolean exhausted = true;
      for (int topic : open) {
        List<String> terms = termsByRelevance.get(topic);
        exhausted &= count >= terms.size();
        String label = String.join(", ", choose(terms, count));
        sameLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(topic);
      }
      open.clear();
      for (Map.Entry<String, List<Integer>> same : sameLabel.entrySet()) {
        String label = same.getKey();
        List<Integer> topics = same.getValue();
        if (topics.size() == 1 && given.add(label)) {
          labels[topics.get(0)] = label;
        } else if (exhausted) {
          number(label, topics, labels, given);
        } else {
          open.addAll(topics);
        }
      }
    }
    return Arrays.asList(labels);
  }

  /** The first terms that do not repeat one another. */
  private static List<String> choose(List<String> terms, int count) {
    List<String> chosen = new ArrayList<>();
    List<Set<String>> wordsOfChosen = new ArrayList<>();
    for (String term : terms) {
      if (chosen.size() == count) {
        break;
      }
      Set<String> words = Set.copyOf(Arrays.asList(term.split(" ")));
      if (wordsOfChosen.stream().noneMatch(longer -> longer.containsAll(words))) {
        int place = chosen.size();
        for (int i = chosen.size() - 1; i >= 0; i--) {
          if (words.containsAll(wordsOfChosen.get(i))) {
            chosen.remove(i);
            wordsOfChosen.remove(i);
            place = i;
          }
        }
        chosen.add(place, term);
        wordsOfChosen.add(place, words);
      }
    }
    return chosen;
  }

  private static void number(
      String label, List<Integer> topics, String[] labels, Set<String> given) {
    int number = 1;
    for (int topic : topics) {
      String numbered;
      do {
        numbered = label + " (" + number++ + ")";
      } while (!given.add(numbered));
      labels[topic] = numbered;
    }
  }
}
