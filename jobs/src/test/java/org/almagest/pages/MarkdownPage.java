package org.almagest.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown page of the project.
 *
 * @param path where it lies in the checkout
 */
public record MarkdownPage(Path path, List<String> lines) {
  /** The checkout; Maven starts tests in the module's directory. */
  public static final Path HOME = Path.of("").toAbsolutePath().getParent();

  /** Directories that hold nothing of ours, or what was built. */
  private static final Set<String> PASSED_OVER =
      Set.of("target", "node_modules", "warehouse", ".git", ".mvn", ".ipynb_checkpoints");

  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?) *#*");

  /**
   * A block between fences.
   *
   * @param language what stands behind the first fence, such as {@code sh}; may be empty
   * @param line of the first fence, from 1
   * @param before the last line with text before it; empty if there is none
   * @param text what is between the fences, each line ended by a line feed
   */
  public record Block(Path page, String language, int line, String before, String text) {
    @Override
    public String toString() {
      return page + ":" + line;
    }
  }

  public MarkdownPage {
    lines = List.copyOf(lines);
  }

  /** All pages, by path. */
  public static List<MarkdownPage> all() {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(HOME::relativize)
          .filter(file -> names(file).noneMatch(PASSED_OVER::contains))
          .sorted()
          .map(MarkdownPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> names(Path file) {
    return Stream.iterate(file, f -> f != null, Path::getParent)
        .map(f -> f.getFileName().toString());
  }

  private static MarkdownPage read(Path path) {
    try {
      return new MarkdownPage(path, Files.readAllLines(HOME.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its fenced blocks in order. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("```")) {
        int first = i++;
        List<String> text = new ArrayList<>();
        while (!lines.get(i).strip().equals("```")) {
          text.add(lines.get(i++));
        }
        blocks.add(
            new Block(
                path,
                line.substring(3).strip(),
                first + 1,
                before,
                text.stream().map(l -> l + "\n").collect(Collectors.joining())));
        before = "";
      } else if (!line.isEmpty()) {
        before = line;
      }
    }
    return blocks;
  }

  /** The lines outside of fences. */
  public List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean fenced = false;
    for (String line : lines) {
      if (line.strip().startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced) {
        prose.add(line);
      }
    }
    return prose;
  }

  /** Targets of its links, pictures included. */
  public List<String> links() {
    return matches(LINK, prose().stream().map(line -> line.replaceAll("`[^`]*`", "")));
  }

  /** What stands between backticks in its text. */
  public List<String> code() {
    return matches(CODE, Stream.of(String.join("\n", prose()))).stream()
        .map(code -> code.replaceAll("\\s+", " "))
        .toList();
  }

  private static List<String> matches(Pattern pattern, Stream<String> lines) {
    return lines.flatMap(line -> pattern.matcher(line).results().map(m -> m.group(1))).toList();
  }

  /** Names by which links reach its headings, made as GitHub makes them. */
  public List<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    List<String> anchors = new ArrayList<>();
    for (String line : prose()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String anchor =
            heading
                .group(1)
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
        int times = seen.merge(anchor, 1, Integer::sum);
        anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
      }
    }
    return anchors;
  }
}
