package org.almagest.sample;

import java.util.List;

/**
 * A topic of the generated corpus.
 *
 * @param id number from 0
 * @param name what it is about
 * @param category the arXiv category of its papers
 * @param trend how its share changes
 * @param terms its words and phrases, the most frequent first; all topics have equally many
 */
record PlantedTopic(int id, String name, String category, Trend trend, List<String> terms) {
  PlantedTopic {
    terms = List.copyOf(terms);
  }
}
