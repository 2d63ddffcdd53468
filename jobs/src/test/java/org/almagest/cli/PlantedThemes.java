package org.almagest.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.almagest.pages.MarkdownPage;

/** What the truth of the samples says of the topics that were planted in them. */
final class PlantedThemes {
  /**
   * A planted topic.
   *
   * @param words its ten most probable terms
   */
  record Theme(String name, String category, String trend, Set<String> words) {}

  private final List<Theme> themes = new ArrayList<>();

  PlantedThemes() {
    Path truth = MarkdownPage.HOME.resolve("data-samples/openalex/truth/truth.json");
    try {
      for (JsonNode topic : new ObjectMapper().readTree(truth.toFile()).get("topics")) {
        Set<String> words = new TreeSet<>();
        topic.get("top_terms").fieldNames().forEachRemaining(words::add);
        themes.add(
            new Theme(
                topic.get("name").asText(),
                topic.get("category").asText(),
                topic.get("trend").asText(),
                words));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the themes with a word in one of the labels, such as {@code knot, braid, genus}. */
  Set<String> in(List<String> labels) {
    Set<String> names = new TreeSet<>();
    for (String label : labels) {
      List<String> words = Arrays.asList(label.split(", ", -1));
      themes.stream()
          .filter(theme -> words.stream().anyMatch(theme.words()::contains))
          .forEach(theme -> names.add(theme.name()));
    }
    return names;
  }

  /** Names of the themes of a trend: {@code rising}, {@code steady} or {@code falling}. */
  Set<String> ofTrend(String trend) {
    Set<String> names = new TreeSet<>();
    themes.stream().filter(t -> t.trend().equals(trend)).forEach(t -> names.add(t.name()));
    return names;
  }

  /** Names of the themes of a category, in arXiv's or OpenAlex's words. */
  Set<String> ofCategory(String category) {
    Set<String> names = new TreeSet<>();
    themes.stream()
        .filter(t -> t.category().equals(category) || t.name().equals(category))
        .forEach(t -> names.add(t.name()));
    return names;
  }

  /** Names of all of them. */
  Set<String> all() {
    Set<String> names = new TreeSet<>();
    themes.forEach(theme -> names.add(theme.name()));
    return names;
  }
}
