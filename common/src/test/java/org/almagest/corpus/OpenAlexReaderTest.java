package org.almagest.corpus;

import static org.almagest.corpus.Reading.outline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAlexReaderTest {
  private static List<ReadResult> read(String lines) throws IOException {
    return Reading.all(CorpusFormat.OPENALEX, lines);
  }

  private static PaperRecord work(String fields) throws IOException {
    return Reading.onlyPaper(
        read("{\"id\":\"https://openalex.org/W1\",\"title\":\"T\"" + fields + "}"));
  }

  @Test
  void readsAWorkOfThePresentSchema() throws IOException {
    PaperRecord work =
        work(
            ",\"doi\":\"https://doi.org/10.1000/X\",\"language\":\"en\",\"publication_year\":2020,"
                + "\"publication_date\":\"2020-05-06\",\"updated_date\":\"2024-01-02T03:04:05.678\","
                + "\"primary_location\":{\"source\":{\"display_name\":\"J. Count\"}},"
                + "\"primary_topic\":{\"display_name\":\"Counting\"},"
                + "\"topics\":[{\"display_name\":\"Sums\"},{\"display_name\":\"Counting\"}],"
                + "\"concepts\":[{\"display_name\":\"No\",\"level\":0,\"score\":1}],"
                + "\"authorships\":[{\"raw_author_name\":\"A. Ex\",\"author\":{\"id\":\"https://openalex.org/A5\","
                + "\"display_name\":\"Ada Ex\"},\"raw_affiliation_strings\":[\"Here\",\"There\"]},"
                + "{\"author\":{\"id\":null,\"display_name\":\"Bo Sam\"},\"institutions\":[{\"display_name\":\"U\"}]},"
                + "{\"author\":{}}],"
                + "\"referenced_works\":[\"https://openalex.org/W2\",\"https://openalex.org/W1\",\"https://openalex.org/W2\"]");
    assertThat(work.paperId()).isEqualTo("openalex:W1");
    assertThat(work.doi()).hasValue("10.1000/x");
    assertThat(work.publishedDate()).hasValue(LocalDate.of(2020, 5, 6));
    assertThat(work.updatedDate()).hasValue(LocalDate.of(2024, 1, 2));
    assertThat(work.version()).isEqualTo("2024-01-02T03:04:05.678");
    assertThat(work.venue()).hasValue("J. Count");
    assertThat(work.primaryCategory()).hasValue("Counting");
    assertThat(work.categories()).containsExactly("Counting", "Sums");
    assertThat(work.authors())
        .containsExactly(
            new AuthorName("A. Ex", Optional.of("openalex:A5"), Optional.of("Here; There")),
            new AuthorName(
                "Bo Sam",
                Optional.empty(),
                Optional.of("U"),
                List.of(new Affiliation(Optional.empty(), Optional.of("U"), Optional.empty()))));
    assertThat(work.authorCount()).hasValue(2);
    assertThat(work.references()).containsExactly("openalex:W2", "openalex:W1");
  }

  @Test
  void readsInstitutionsAndTheCountriesThatNoneOfThemIsIn() throws IOException {
    PaperRecord work =
        work(
            ",\"authorships\":[{\"author\":{\"display_name\":\"A\"},\"institutions\":["
                + "{\"id\":\"https://openalex.org/I7\",\"display_name\":\"Seven\",\"country_code\":\"de\"},"
                + "{\"id\":\"https://openalex.org/W7\",\"display_name\":\"No id\",\"country_code\":null},"
                + "{\"id\":null},"
                + "{\"id\":\"https://openalex.org/I7\",\"display_name\":\"Seven\",\"country_code\":\"DE\"}],"
                + "\"countries\":[\"DE\",\"FR\",\"FR\"]},"
                + "{\"author\":{\"display_name\":\"B\"},\"institutions\":7,\"countries\":null}]");
    assertThat(work.authors().get(0).affiliations())
        .containsExactly(
            new Affiliation(Optional.of("openalex:I7"), Optional.of("Seven"), Optional.of("DE")),
            new Affiliation(Optional.empty(), Optional.of("No id"), Optional.empty()),
            Affiliation.ofCountry("FR"));
    assertThat(work.authors().get(1).affiliations()).isEmpty();
  }

  @Test
  void readsTheOldSchemasVenueConceptsAndAffiliation() throws IOException {
    PaperRecord work =
        work(
            ",\"host_venue\":{\"display_name\":\"Old J.\"},\"publication_year\":1999,\"concepts\":["
                + "{\"display_name\":\"Broad\",\"level\":0,\"score\":0.4},"
                + "{\"display_name\":\"Narrow\",\"level\":3,\"score\":0.9},"
                + "{\"display_name\":\"Middle\",\"level\":1,\"score\":0.2},"
                + "{\"display_name\":\"Deep\",\"level\":4,\"score\":0.1}],"
                + "\"authorships\":[{\"author\":{\"display_name\":\"A\"},\"raw_affiliation_string\":\"Lab\"}]");
    assertThat(work.venue()).hasValue("Old J.");
    assertThat(work.year()).hasValue(1999);
    assertThat(work.publishedDate()).isEmpty();
    assertThat(work.primaryCategory()).hasValue("Narrow");
    assertThat(work.categories()).containsExactly("Narrow", "Broad", "Middle");
    assertThat(work.authors().get(0).affiliation()).hasValue("Lab");
  }

  @Test
  void rebuildsAbstractsByPositionAndClosesGaps() throws IOException {
    String index = "{\"again\":[9],\"count\":[1,7],\"We\":[0]}";
    assertThat(work(",\"abstract_inverted_index\":" + index).abstractText())
        .hasValue("We count count again");
    String quoted = index.replace("\"", "\\\"");
    assertThat(work(",\"abstract_inverted_index\":\"" + quoted + "\"").abstractText())
        .hasValue("We count count again");
    String cut = quoted.substring(0, quoted.indexOf(",\\\"We"));
    assertThat(work(",\"abstract_inverted_index\":\"" + cut + "\"").abstractText())
        .hasValue("count count again");
    assertThat(work(",\"abstract_inverted_index\":null").abstractText()).isEmpty();
    assertThat(work(",\"abstract_inverted_index\":{}").abstractText()).isEmpty();
  }

  @Test
  void refusesAnAbstractThatAFewBytesBlowUp() throws IOException {
    String positions = "0,".repeat(3000) + "0";
    String line =
        "{\"id\":\"W1\",\"title\":\"T\",\"abstract_inverted_index\":{\"%s\":[%s]}}"
            .formatted("w".repeat(1000), positions);
    assertThat(outline(read(line))).containsExactly("1:RECORD_TOO_LONG");
  }

  @Test
  void oneBadWorkCostsNoOther() throws IOException {
    String good = "{\"id\":\"https://openalex.org/W9\",\"display_name\":\"Good\"}\n";
    String lines =
        good
            + "{\"id\":\"https://openalex.org/A1\",\"title\":\"T\"}\n"
            + "{\"id\":\"W1\",\"title\":null}\n"
            + "{\"id\":\"W1\",\"title\":\"T\",\"publication_year\":9999}\n"
            + "{\"id\":\"W1\",\"title\":\"T\",\"publication_date\":\"0000-01-01\"}\n"
            + "{\"id\":\"W1\",\"title\":\"T\",\"abstract_inverted_index\":{\"a\":[-1]}}\n"
            + "{\"id\":\"W1\",\"title\":\"T\",\"abstract_inverted_index\":{\"\\ud800\":[1]}}\n"
            + "{\"id\":\"W1\",\"title\":\"T\",\"topics\":7,\"authorships\":\"x\",\"concepts\":null}\n"
            + good;
    assertThat(outline(read(lines)))
        .containsExactly(
            "1:Good",
            "2:INVALID_ID",
            "3:MISSING_TITLE",
            "4:INVALID_VALUE",
            "5:INVALID_VALUE",
            "6:INVALID_VALUE",
            "7:INVALID_TEXT",
            "8:T",
            "9:Good");
  }
}
