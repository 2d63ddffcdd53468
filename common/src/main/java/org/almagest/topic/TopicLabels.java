package org.almagest.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A readable name for each topic: its most relevant terms, enough of them to tell it from all other
 * topics of the model.
 */
public final class TopicLabels {
  private static final int WORDS = 3;

  private TopicLabels() {}

  /**
   * Labels such as {@code reward, preference, alignment}.
   *
   * @param termsByRelevance the terms of each topic, most relevant first
   * @return one label a topic, all distinct; equal lists of terms are told apart by a number
   */
  public static List<String> of(List<List<String>> termsByRelevance) {
    String[] labels = new String[termsByRelevance.size()];
    List<Integer> open = new ArrayList<>();
    for (int topic = 0; topic < labels.length; topic++) {
      open.add(topic);
    }
    for (int words = WORDS; !open.isEmpty(); words++) {
      Map<String, List<Integer>> sameLabel = new HashMap<>();
      boolean exhausted = true;
      for (int topic : open) {
        List<String> terms = termsByRelevance.get(topic);
        exhausted &= words >= terms.size();
        labels[topic] = String.join(", ", terms.subList(0, Math.min(words, terms.size())));
        sameLabel.computeIfAbsent(labels[topic], label -> new ArrayList<>()).add(topic);
      }
      open.clear();
      for (List<Integer> topics : sameLabel.values()) {
        if (topics.size() > 1 && exhausted) {
          number(labels, topics);
        } else if (topics.size() > 1) {
          open.addAll(topics);
        }
      }
    }
    return Arrays.asList(labels);
  }

  private static void number(String[] labels, List<Integer> topics) {
    for (int i = 0; i < topics.size(); i++) {
      labels[topics.get(i)] += " (" + (i + 1) + ")";
    }
  }
}
