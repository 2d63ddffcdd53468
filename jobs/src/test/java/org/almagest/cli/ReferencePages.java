package org.almagest.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.almagest.ddl.SqlDialect;
import org.almagest.run.Pipeline;
import org.almagest.table.QualityChecks;
import org.almagest.table.TableColumn;
import org.almagest.table.TableColumn.Presence;
import org.almagest.table.TableContract;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The pages and files that follow from the code, as they should stand in the checkout. */
final class ReferencePages {
  /** What brings them all up to date. */
  static final String RENEWAL = "./mvnw -Pdocs verify";

  private ReferencePages() {}

  /** Text by path in the checkout. */
  static Map<Path, String> all() {
    Map<Path, String> pages = new LinkedHashMap<>();
    pages.put(Path.of("common/TABLES.md"), tables());
    pages.put(Path.of("submit/COMMANDS.md"), commands());
    pages.put(Path.of("submit/sql/QUESTIONS.md"), questions());
    for (SqlDialect dialect : SqlDialect.values()) {
      pages.put(Path.of("submit/sql/ddl/" + dialect + ".sql"), definitions(dialect));
    }
    return pages;
  }

  private static String definitions(SqlDialect dialect) {
    StringBuilder sql =
        new StringBuilder(
            """
            -- The tables of Almagest for %s, made from their contracts by %s.
            -- ${papers} and the like stand for the directories of the tables of one version; with these filled in:
            --   submit/almagest tables --warehouse warehouse --ddl %s
            """
                .formatted(dialect, RENEWAL, dialect));
    for (TableContract table : Pipeline.tables()) {
      sql.append("\n").append(dialect.define(table, SqlDialect.placeholder(table)));
    }
    return sql.toString();
  }

  private static String tables() {
    StringBuilder page =
        new StringBuilder(
            """
            # Tables

            Every table with every column, made from the contracts in `org.almagest.table` by `%s`. Types are those of
            Spark SQL. A column may be null only where it says so. The columns of the key come first, and together they are unique;
            files are sorted by them. [The same as SQL](../submit/sql/README.md).

            """
                .formatted(RENEWAL));
    Map<String, List<TableContract>> stages = new LinkedHashMap<>(Pipeline.tablesByStage());
    stages.put("every run", List.of(QualityChecks.TABLE));
    page.append("| written by | tables |\n| --- | --- |\n");
    stages.forEach(
        (stage, tables) ->
            page.append("| " + stage + " | ")
                .append(
                    tables.stream()
                        .map(t -> "[`" + t.name() + "`](#" + t.name() + ")")
                        .collect(Collectors.joining(", ")))
                .append(" |\n"));
    stages.values().stream().flatMap(List::stream).forEach(t -> page.append(table(t)));
    return page.toString();
  }

  private static String table(TableContract table) {
    return "\n## "
        + table.name()
        + "\n\n"
        + cell(table.meaning())
        + " Key: "
        + table.key().stream().map(c -> "`" + c.name() + "`").collect(Collectors.joining(", "))
        + ".\n\n| column | type | meaning |\n| --- | --- | --- |\n"
        + table.columns().stream().map(ReferencePages::column).collect(Collectors.joining());
  }

  private static String column(TableColumn column) {
    return "| `"
        + column.name()
        + "` | "
        + column.type().sql().toLowerCase(Locale.ROOT)
        + (column.presence() == Presence.OPTIONAL ? ", may be null" : "")
        + " | "
        + cell(column.meaning())
        + " |\n";
  }

  private static String commands() {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            What `submit/almagest COMMAND --help` says, made from the code by `%s`.
            """
                .formatted(RENEWAL));
    help(new CommandLineHarness().commandLine(), page);
    return page.toString();
  }

  private static void help(CommandLine command, StringBuilder page) {
    page.append("\n## " + command.getCommandSpec().qualifiedName() + "\n\n```text\n")
        .append(
            command
                .getUsageMessage(Ansi.OFF)
                .lines()
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining()))
        .append("```\n");
    command.getSubcommands().values().forEach(sub -> help(sub, page));
  }

  private static String questions() {
    StringBuilder page =
        new StringBuilder(
            """
            # Questions

            What `submit/almagest ask` answers, made from the files of [questions](questions) by `%s`.

            | name | question |
            | --- | --- |
            """
                .formatted(RENEWAL));
    List<Question> questions = Questions.shipped().all();
    questions.forEach(
        q ->
            page.append("| [" + q.name() + "](#" + q.name() + ") | ")
                .append(cell(q.sentence()) + " |\n"));
    for (Question q : questions) {
      page.append("\n## " + q.name() + "\n\n**" + q.sentence() + "** " + q.explanation() + "\n\n");
      for (Question.Parameter p : q.parameters()) {
        page.append("- `--set " + p.name() + "=…`: " + p.meaning())
            .append(" (default `" + p.value() + "`)\n");
      }
      page.append(q.parameters().isEmpty() ? "" : "\n")
          .append("[SQL](questions/" + q.name() + ".sql) over ")
          .append(
              q.tables().stream()
                  .map(t -> "[`" + t + "`](../../common/TABLES.md#" + t + ")")
                  .collect(Collectors.joining(", ")))
          .append("\n");
    }
    return page.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
