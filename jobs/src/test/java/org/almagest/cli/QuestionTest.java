package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.almagest.cli.Question.Parameter;
import org.almagest.fault.AlmagestException;
import org.almagest.run.Pipeline;
import org.almagest.table.TableContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionTest {
  private static final String SQL =
      """
      -- Which papers?
      -- Those of an author,
      -- by year.
      WITH parameters AS (
        SELECT
          'it''s' AS author, -- the author's name
          -1.5 AS weight -- the smallest weight
      ),
      chosen AS (
        SELECT * FROM papers JOIN parameters ON true -- FROM nothing
      )
      SELECT * FROM chosen JOIN paper_topics USING (paper_id) ORDER BY 1
      """;

  private static final Pattern SET_LINE = Pattern.compile("(?m)^    .* AS [a-z_]+,? -- .*$");

  static List<Question> shipped() {
    return Questions.shipped().all();
  }

  @Test
  void isReadFromItsText() {
    Question question = Question.parse("papers", SQL);

    assertThat(question.sentence()).isEqualTo("Which papers?");
    assertThat(question.explanation()).isEqualTo("Those of an author, by year.");
    assertThat(question.parameters())
        .containsExactly(
            new Parameter("author", "'it''s'", "the author's name"),
            new Parameter("weight", "-1.5", "the smallest weight"));
    assertThat(question.tables()).containsExactly("paper_topics", "papers");
  }

  @Test
  void takesValuesAsLiteralsWhateverTheyHold() {
    Question question = Question.parse("papers", SQL);

    Question set = question.with(Map.of("author", "$1 \\ O'Brien' OR ''='", "weight", "3"));

    assertThat(set.sql())
        .isEqualTo(SQL.replace("'it''s'", "'$1 \\ O''Brien'' OR ''''='''").replace("-1.5", "3"));
    assertThat(question.with(Map.of()).sql()).isEqualTo(SQL);
    assertThat(question.with(Map.of("author", "a\nb")).sql())
        .isEqualTo(SQL.replace("it''s", "a\nb"));
  }

  @Test
  void refusesWhatIsNoParameterAndWhatIsNoNumber() {
    Question question = Question.parse("papers", SQL);

    assertThatThrownBy(() -> question.with(Map.of("wieght", "1")))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("Did you mean 'weight'?");
    for (String wrong : List.of("1 OR 1=1", "", "1e5", "0x1", "٣", "1.", "- 1", "1\n")) {
      assertThatThrownBy(() -> question.with(Map.of("weight", wrong)))
          .isInstanceOf(AlmagestException.class)
          .hasMessageContaining("it is a number: the smallest weight");
    }
    assertThatThrownBy(() -> Question.parse("q", "-- Q?\nSELECT 1\n").with(Map.of("a", "1")))
        .hasMessageContaining("nothing to set");
  }

  @Test
  void thereAreManyOfThem() {
    assertThat(shipped()).hasSizeGreaterThanOrEqualTo(22);
    assertThat(shipped()).extracting(Question::name).doesNotHaveDuplicates().isSorted();
    assertThat(shipped()).extracting(Question::sentence).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void eachSaysWhatItAsksAndReadsTablesThatThereAre(Question question) {
    assertThat(question.name()).matches("[a-z]+(-[a-z]+)*");
    assertThat(question.sentence()).matches("[A-Z][^?]*\\?");
    assertThat(question.explanation()).matches("(?s)[A-Za-z].*\\.");
    assertThat(question.tables()).isNotEmpty();
    assertThat(Pipeline.tables()).extracting(TableContract::name).containsAll(question.tables());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void eachIsOneQueryWithAnOrderAndParametersThatCanBeSet(Question question) {
    assertThat(question.sql().replaceAll("--.*", "")).doesNotContain(";");
    assertThat(question.sql()).doesNotContain("\t").contains("\nORDER BY ").endsWith("\n");
    assertThat(question.sql().lines()).allMatch(line -> line.length() <= 140);
    assertThat(SET_LINE.matcher(question.sql()).results().count())
        .isEqualTo(question.parameters().size());
    assertThat(question.sql().contains("WITH parameters AS ("))
        .isEqualTo(!question.parameters().isEmpty());
  }
}
