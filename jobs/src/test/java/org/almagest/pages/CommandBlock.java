package org.almagest.pages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A block of shell commands on a page, and what the tests do with it: they run it, unless the line
 * before it tells its readers that they do not.
 *
 * @param output the block of text right behind it, which is what it prints
 */
public record CommandBlock(MarkdownPage.Block block, Optional<String> output) {
  private static final Pattern MARKER =
      Pattern.compile("_(Not run|Rehearsed) by the tests: (.+)\\._");

  /** What the tests do with a block. */
  public enum Use {
    /** It is run. */
    RUN,
    /** It is run with {@code ALMAGEST_DRY_RUN=1}: what would start is printed. */
    REHEARSED,
    /** It is not run, and the page says why. */
    NOT_RUN
  }

  /** All of all pages. */
  public static List<CommandBlock> all() {
    return MarkdownPage.all().stream().flatMap(page -> of(page).stream()).toList();
  }

  /** Those of a page. */
  static List<CommandBlock> of(MarkdownPage page) {
    List<MarkdownPage.Block> blocks = page.blocks();
    return IntStream.range(0, blocks.size())
        .filter(i -> blocks.get(i).language().equals("sh"))
        .mapToObj(
            i ->
                new CommandBlock(
                    blocks.get(i),
                    Optional.of(i + 1)
                        .filter(next -> next < blocks.size())
                        .map(blocks::get)
                        .filter(b -> b.language().equals("text") && b.before().isEmpty())
                        .map(MarkdownPage.Block::text)))
        .toList();
  }

  /** What the line before it says. */
  public Use use() {
    Matcher marker = MARKER.matcher(block.before());
    if (!marker.matches()) {
      return Use.RUN;
    }
    return marker.group(1).equals("Rehearsed") ? Use.REHEARSED : Use.NOT_RUN;
  }

  /** Its commands, a line that goes on in the next one joined with it, without comments. */
  public List<String> commands() {
    return block
        .text()
        .replace("\\\n", " ")
        .lines()
        .map(line -> line.replaceAll("(^| +)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return block.toString();
  }
}
