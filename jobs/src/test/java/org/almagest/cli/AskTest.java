package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.almagest.cli.CommandLineHarness.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskTest {
  @TempDir Path warehouse;

  private final CommandLineHarness almagest = new CommandLineHarness();

  @BeforeEach
  void publishTwoAuthors() throws Exception {
    almagest.snapshot =
        Optional.of(
            new SmallWarehouse(warehouse)
                .with(
                    "authors",
                    "SELECT * FROM (VALUES ('a1', 'Ada O''Hara', 2), ('a2', 'Bo', 1)) AS"
                        + " t(author_id, display_name, paper_count)")
                .with(
                    "author_years",
                    "SELECT * FROM (VALUES ('a1', 2020, 1, 0, 0), ('a1', 2021, 1, 1, 1), ('a2',"
                        + " 2021, 1, 1, 1)) AS t(author_id, year, papers, collaborators,"
                        + " new_collaborators)")
                .snapshot());
  }

  private Outcome ask(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "ask";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return almagest.run(all);
  }

  @Test
  void aloneListsTheQuestions() {
    Outcome outcome = ask();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().lines())
        .hasSameSizeAs(Questions.shipped().all())
        .anyMatch(line -> line.matches("author-career +How did an author's work go\\?"));
  }

  @Test
  void answersOneInTheFormAskedFor() {
    String csv =
        """
        author_id,display_name,year,papers,co_authors,new_co_authors
        a1,Ada O'Hara,2020,1,0,0
        a1,Ada O'Hara,2021,1,1,1
        """;

    assertThat(ask("author-career", "--warehouse", "w", "--output", "csv").out()).isEqualTo(csv);
    Outcome table = ask("author-career", "--warehouse", "w");
    assertThat(table.out()).startsWith("author_id  display_name");
    assertThat(table.err()).isEqualTo("2 rows\n");
    assertThat(
            ask("author-career", "--set", "author=Ada O'Hara", "--warehouse", "w", "--output=csv")
                .out())
        .isEqualTo(csv);
    assertThat(
            ask("author-career", "--set", "author=a2", "--warehouse", "w", "--output=json").out())
        .isEqualTo(
            "[\n{\"author_id\":\"a2\",\"display_name\":\"Bo\",\"year\":2021,\"papers\":1,"
                + "\"co_authors\":1,\"new_co_authors\":1}\n]\n");
  }

  @Test
  void aValueCannotBeMoreThanAValue() {
    String attempt = "author=' UNION SELECT 'x' -- \n";

    Outcome outcome = ask("author-career", "--set", attempt, "--warehouse", "w", "--output=csv");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).hasLineCount(1);
  }

  @Test
  void showsTheSqlWithWhatIsSet() {
    assertThat(ask("author-career", "--sql").out())
        .isEqualTo(Questions.shipped().named("author-career").sql())
        .contains("\n    '' AS author --");
    assertThat(ask("author-career", "--sql", "--set", "author=a'2").out())
        .contains("\n    'a''2' AS author --");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "author-carer --warehouse w|Did you mean 'author-career'?",
        "author-career|Say where the tables are",
        "author-career --set name=x --warehouse w|has no parameter 'name'",
        "new-connections --set years=x --warehouse w|it is a number",
        "rising-topics --warehouse w|reads topic_trends and topics, and w has no such table",
        "--sql|Say which question",
        "author-career --warehouse s3a://b/w|ask reads local warehouses only",
        "author-career --warehouse w --for-spreadsheet|--for-spreadsheet changes CSV alone",
      })
  void whatIsWrongIsToldInOneLine(String arguments, String message) {
    Outcome outcome = ask(arguments.split(" ", -1));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("almagest: ").contains(message).hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
  }
}
