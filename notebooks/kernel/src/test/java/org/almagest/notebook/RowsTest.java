package org.almagest.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.almagest.notebook.Rows.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
  private static final String PAYLOAD = "<img src=x onerror=alert(1)>&\"'\u0007$x$";

  @Test
  void theTableEscapesNamesAndValues() {
    String html =
        Rows.of(List.of(new Column(PAYLOAD, false)), List.of(new Object[] {PAYLOAD}, new Object[1]))
            .html();

    assertThat(html)
        .doesNotContain("<img", "\u0007")
        .contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;\uFFFD$x$")
        .contains("class=\"tex2jax_ignore mathjax_ignore\"")
        .containsPattern("<td style=\"[^\"]*\"></td>");
  }

  @Test
  void theTableTellsWhatItDoesNotShow() {
    Rows rows =
        Rows.of(
            List.of(new Column("n", true)),
            IntStream.range(0, 61).mapToObj(i -> new Object[] {i}).toList());

    assertThat(rows.html()).contains("The first 60 of 61 rows.").doesNotContain(">60<");
    assertThat(rows.toString()).contains("… and 41 more rows");
    assertThat(Rows.of(List.of(new Column("n", true)), List.of()).html()).contains("No rows.");
  }

  @Test
  void textIsAlignedForThoseWhoSeeTextAlone() {
    Rows rows =
        Rows.of(
            List.of(new Column("name", false), new Column("n", true)),
            List.of(new Object[] {"a\nb", 7}, new Object[] {"long name", 1234}));

    assertThat(rows.toString()).isEqualTo("name          n\na b           7\nlong name  1234\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0.123456, 0.1235",
    "-2.0, -2",
    "1234.56, 1235",
    "0.00001234, 0.00001234",
    "0, 0",
    "12.345, 12.35"
  })
  void fractionsAreRoundedToFourDigits(double value, BigDecimal shown) {
    assertThat(new BigDecimal(ValueText.of(value))).isEqualByComparingTo(shown);
  }

  @Test
  void wholeNumbersStayAsTheyAre() {
    assertThat(ValueText.of(2019)).isEqualTo("2019");
    assertThat(ValueText.of(123456789L)).isEqualTo("123456789");
    assertThat(ValueText.of(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void valuesAreNumbersWhereTheyCanBe() {
    Rows rows =
        Rows.of(
            List.of(new Column("a", false), new Column("b", true)),
            List.of(new Object[] {"2019", null}, new Object[] {"no", 1.5}));

    assertThat(rows.number(0, "a")).isEqualTo(OptionalDouble.of(2019));
    assertThat(rows.number(0, "b")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.number(1, "a"))
        .withMessageContaining("'no', which is no number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.text(0, "c"))
        .withMessage("There is no column 'c'; there are a, b.");
  }

  @Test
  void refusesWhatFillsTheMemory() {
    Rows.requireFew(Rows.MOST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.requireFew(Rows.MOST + 1))
        .withMessageContaining("LIMIT");
  }
}
