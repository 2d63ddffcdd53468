package org.almagest.digest;

import java.util.List;
import org.almagest.digest.Edition.Entry;
import org.almagest.digest.Edition.Group;

/** An edition as plain text, in lines of at most {@value #WIDTH} characters where words allow. */
final class EditionText {
  private static final int WIDTH = 76;
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private EditionText() {}

  static String of(Edition edition) {
    EditionText writer = new EditionText();
    writer.write(edition);
    return writer.text.toString();
  }

  private void write(Edition edition) {
    heading(edition.heading(), '=');
    if (!edition.bursts().isEmpty()) {
      wrapped(PaperLines.bursts(edition), "");
      text.append('\n');
    }
    if (edition.papers().isEmpty()) {
      text.append(PaperLines.NOTHING).append("\n\n");
    }
    section(PaperLines.TRENDING, edition.trending());
    section(PaperLines.NEW, edition.fresh());
    PaperLines.more(edition)
        .ifPresent(
            line -> {
              wrapped(line, "");
              text.append('\n');
            });
  }

  private void section(String title, List<Group> groups) {
    if (groups.isEmpty()) {
      return;
    }
    heading(title, '-');
    for (Group group : groups) {
      wrapped("[" + PaperLines.label(group) + "]", "");
      text.append('\n');
      group.entries().forEach(this::entry);
    }
  }

  private void entry(Entry entry) {
    wrapped("* " + DisplayText.oneLine(entry.paper().title()), INDENT);
    text.append(INDENT);
    wrapped(PaperLines.facts(entry.paper()), INDENT);
    PaperLines.why(entry)
        .ifPresent(
            why -> {
              text.append(INDENT);
              wrapped(why, INDENT);
            });
    String summary = PaperLines.summary(entry.paper());
    if (!summary.isEmpty()) {
      text.append(INDENT);
      wrapped(summary, INDENT);
    }
    entry.paper().link().ifPresent(link -> text.append(INDENT).append(link).append('\n'));
    text.append('\n');
  }

  private void heading(String title, char line) {
    String cut = DisplayText.cut(title, WIDTH);
    text.append(cut).append('\n').append(String.valueOf(line).repeat(cut.length())).append("\n\n");
  }

  /** A paragraph whose first line goes on where the text stands. */
  private void wrapped(String paragraph, String indent) {
    int column = 0;
    for (String word : paragraph.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH - indent.length()) {
        text.append('\n').append(indent);
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    text.append('\n');
  }
}
