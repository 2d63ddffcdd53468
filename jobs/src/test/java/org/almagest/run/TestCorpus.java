package org.almagest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small input files. */
public final class TestCorpus {
  private static final String[] SUBJECTS = {
    "quark lepton meson hadron", "maize wheat barley harvest", "braid knot genus homology"
  };

  private TestCorpus() {}

  /** One line of the arXiv metadata snapshot; numbers count from 1. */
  public static String arxivJson(int number, String... authors) {
    String words = SUBJECTS[number % SUBJECTS.length];
    return arxivJsonOfText(
        number, "Paper " + number + " on " + words, (words + " ").repeat(3), authors);
  }

  /** One line of the arXiv metadata snapshot, with that title and abstract. */
  public static String arxivJsonOfText(
      int number, String title, String abstractText, String... authors) {
    StringBuilder parsed = new StringBuilder();
    for (String author : authors) {
      parsed
          .append(parsed.isEmpty() ? "" : ",")
          .append("[\"")
          .append(author)
          .append("\",\"X.\",\"\"]");
    }
    return """
    {"id":"20%02d.%05d","title":"%s","abstract":"%s","categories":"cs.DB","authors_parsed":[%s],\
    "versions":[{"version":"v1","created":"Mon, 6 Jan 2020 10:00:00 GMT"}],"update_date":"2020-01-07"}"""
        .formatted(1 + number % 12, number, title, abstractText, parsed);
  }

  /** A file of that many papers. */
  public static Path arxivJsonFile(Path file, int papers) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= papers; i++) {
      lines.add(arxivJson(i, "Author" + i % 5, "Author" + (i + 1) % 5));
    }
    Files.createDirectories(file.getParent());
    return Files.write(file, lines);
  }
}
