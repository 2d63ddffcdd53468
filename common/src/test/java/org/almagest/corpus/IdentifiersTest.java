package org.almagest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "0704.0001, 0704.0001",
    "704.0001, 0704.0001",
    "912.534, 0912.5340",
    "1001.005, 1001.0050",
    "1501.0004800000002, 1501.00048",
    "1501.0004799999999, 1501.00048",
    "1501.1, 1501.10000",
    "1412.8762, 1412.8762",
    "1912.12345v3, 1912.12345",
    "arXiv:0911.0001v12, 0911.0001",
    "arxiv:math/0309136v1, math/0309136",
    "math/0309136, math/0309136",
    "math.GT/0309136, math/0309136",
    "cond-mat.str-el/9901001, cond-mat/9901001",
    "' 0704.0001 ', 0704.0001",
  })
  void makesArxivIdsCanonical(String written, String canonical) {
    assertThat(Identifiers.canonicalArxivId(written)).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "912",
        "912.",
        ".912",
        "0703.0001",
        "1513.00001",
        "1500.00001",
        "1412.00005",
        "1501.0000",
        "1501.999999999999",
        "12345.1",
        "math/030913",
        "math/03091361",
        "/0309136",
        "10.1000/182",
        "1e3.5",
        "-704.0001",
        "1501.000480001",
        "\u0660704.0001",
        "v2",
        "arXiv:"
      })
  void findsNoArxivIdInOtherThings(String written) {
    assertThat(Identifiers.canonicalArxivId(written)).isEmpty();
  }

  @Property
  void repairsAnyIdThatADoublePrints(
      @ForAll @IntRange(min = 7, max = 98) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 99999) int number) {
    int yymm = 100 * year + month;
    if (yymm < 704) {
      return;
    }
    String id =
        yymm < 1501
            ? "%04d.%04d".formatted(yymm, 1 + number % 9999)
            : "%04d.%05d".formatted(yymm, number);
    assertThat(Identifiers.canonicalArxivId(id)).hasValue(id);
    double damaged = Double.parseDouble(id);
    assertThat(Identifiers.canonicalArxivId(Double.toString(damaged))).hasValue(id);
    assertThat(Identifiers.canonicalArxivId(Double.toString(Math.nextUp(damaged)))).hasValue(id);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1000/ABC, 10.1000/abc",
    "https://doi.org/10.1000/x, 10.1000/x",
    "http://dx.doi.org/10.1000/x, 10.1000/x",
    "doi.org/10.1000/x, 10.1000/x",
    "'DOI: 10.1000/x ', 10.1000/x",
  })
  void normalisesDois(String written, String doi) {
    assertThat(Identifiers.normaliseDoi(written)).hasValue(doi);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1904.04794",
        "10.1000",
        "10.1000/",
        "10./x",
        "10.1/a b",
        "https://x.org/10.1/a"
      })
  void findsNoDoiInOtherThings(String written) {
    assertThat(Identifiers.normaliseDoi(written)).isEmpty();
  }

  @Test
  void takesOpenAlexIdsFromUrlsAndBare() {
    assertThat(Identifiers.openAlexId("https://openalex.org/W12")).hasValue("W12");
    assertThat(Identifiers.openAlexId("a7")).hasValue("A7");
    assertThat(Identifiers.openAlexId("https://openalex.org/")).isEmpty();
    assertThat(Identifiers.openAlexId("W")).isEmpty();
    assertThat(Identifiers.openAlexId("W1x")).isEmpty();
  }

  @Test
  void titleIdsIgnoreCaseWidthAndPunctuation() {
    String id = Identifiers.titleId("Deep  Nets: a survey");
    assertThat(id).matches("[0-9a-f]{16}");
    // printf 'deep nets a survey' | sha256sum | head -c 16
    assertThat(id).isEqualTo("f127fd6f535726aa");
    assertThat(Identifiers.titleId("(DEEP nets) – A Survey!")).isEqualTo(id);
    assertThat(Identifiers.titleId("Ｄeep nets a survey")).isEqualTo(id);
    assertThat(Identifiers.titleId("Deep nets survey")).isNotEqualTo(id);
    assertThat(Identifiers.titleId("???")).isNotEqualTo(Identifiers.titleId("!!!"));
  }
}
