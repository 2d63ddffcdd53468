package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almagest.pages.CommandBlock;
import org.almagest.pages.MarkdownPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Commands on the pages are in blocks that a test runs, and name what there is. */
class DocumentedCommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile("^(submit/|jobs/benchmarks/|\\./mvnw|spark-submit|spark-sql|duckdb) ?.*");

  private static final Pattern OURS =
      Pattern.compile("(?:^|[ (])submit/(?:almagest|clusters/\\w+) (.*)");
  private static final Pattern PROFILE = Pattern.compile("\\./mvnw\\b.* -P(\\w+)");

  /** What the launcher hands to spark-submit. */
  private static final Set<String> OF_SPARK = Set.of("--master", "--deploy-mode", "--conf");

  private final CommandLine almagest = new CommandLineHarness().commandLine();

  static List<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockSaysInWhichLanguageItIsAndCommandsAreInShellBlocks(MarkdownPage page) {
    for (MarkdownPage.Block block : page.blocks()) {
      assertThat(block.language()).as(block.toString()).matches("[a-z]+");
      if (!block.language().equals("sh")) {
        assertThat(block.text().lines())
            .as(block.toString())
            .noneMatch(line -> COMMAND.matcher(line).matches());
      }
    }
  }

  @Test
  void thereAreBlocksThatAreRunAndOthers() {
    assertThat(CommandBlock.all())
        .extracting(CommandBlock::use)
        .contains(CommandBlock.Use.RUN, CommandBlock.Use.REHEARSED, CommandBlock.Use.NOT_RUN);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesCommandsOptionsAndProfilesThatThereAre(MarkdownPage page) throws IOException {
    String poms =
        Files.readString(MarkdownPage.HOME.resolve("pom.xml"))
            + Files.readString(MarkdownPage.HOME.resolve("jobs/pom.xml"));
    List<String> commands =
        Stream.concat(
                CommandBlock.all().stream()
                    .filter(block -> block.block().page().equals(page.path()))
                    .flatMap(block -> block.commands().stream()),
                page.code().stream())
            .toList();
    for (String command : commands) {
      OURS.matcher(command).results().forEach(m -> isKnown(m.group(1), page.path()));
      PROFILE
          .matcher(command)
          .results()
          .forEach(m -> assertThat(poms).contains("<id>" + m.group(1) + "</id>"));
    }
  }

  private void isKnown(String arguments, Path page) {
    List<String> words = Arrays.asList(arguments.split("[ |<>]+", -1));
    CommandLine command = almagest;
    for (String word : words) {
      if (word.equals("--")) {
        return;
      }
      if (word.startsWith("--")) {
        String option = word.replaceFirst("[=`…].*", "");
        assertThat(OF_SPARK.contains(option) || command.getCommandSpec().findOption(option) != null)
            .as("%s: %s has no %s", page, command.getCommandName(), option)
            .isTrue();
      } else if (!word.matches("[A-Z]+|…") && !command.getSubcommands().isEmpty()) {
        assertThat(command.getSubcommands()).as(page.toString()).containsKey(word);
        command = command.getSubcommands().get(word);
      }
    }
  }
}
