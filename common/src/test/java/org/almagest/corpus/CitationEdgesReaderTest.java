package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.almagest.corpus.Reading.outline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationEdgesReaderTest {
  private static List<String> read(String text) throws IOException {
    return outline(Reading.all(CorpusFormat.CITATION_EDGES, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ",", " , ", "\t "})
  void readsTheCitingAndTheCitedWorkOfEachRow(String between) throws IOException {
    String text = "W1" + between + "W2\r\n\n1912.12345" + between + "10.1/A\nW1" + between + "W1";
    assertThat(read(text))
        .containsExactly(
            "1:openalex:W1>openalex:W2",
            "3:arxiv:1912.12345>doi:10.1/a",
            "4:openalex:W1>openalex:W1");
  }

  @Test
  void idsInQuotesHoldDelimitersQuotesAndLineBreaks() throws IOException {
    assertThat(
            read(
                "\"10.1/a,b\",\"10.1/say-\"\"hi\"\"\"\n"
                    + "W1,\"local:two\nlines, and a \"\"quote\"\"\"\n"
                    + "\"W2\",W3\n"))
        .containsExactly(
            "1:doi:10.1/a,b>doi:10.1/say-\"hi\"",
            "2:openalex:W1>local:two\nlines, and a \"quote\"",
            "4:openalex:W2>openalex:W3");
    assertThat(read("W1\t\"10.1/a\tb,c\"\n\"local:\tx\"\t10.1/c,d\n"))
        .as("a DOI has no blank in it")
        .containsExactly("1:INVALID_ID", "2:local:x>doi:10.1/c,d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"citing,cited", "Citing_ID,Cited_ID", "source,target", "from,to", "a,b"})
  void passesOverAHeader(String header) throws IOException {
    assertThat(read(header + "\nW1,W2\n")).containsExactly("2:openalex:W1>openalex:W2");
    assertThat(read("\uFEFF" + header)).isEmpty();
  }

  @Test
  void aHeaderTellsWhichColumnsToRead() throws IOException {
    assertThat(read("cited,citing\nW1,W2\n")).containsExactly("2:openalex:W2>openalex:W1");
    assertThat(read("oci\tciting\tcited\tcreation\n1-2\tW1\tW2\t2020\nW1\tW2\n"))
        .containsExactly("2:openalex:W1>openalex:W2", "3:MALFORMED_RECORD");
  }

  @Test
  void passesOverComments() throws IOException {
    assertThat(
            read(
                """
                # Directed graph: x.txt
                # FromNodeId\tToNodeId
                hep-th/9901001\thep-th/9901002
                #\t"open
                W1\tW2
                """))
        .containsExactly(
            "3:arxiv:hep-th/9901001>arxiv:hep-th/9901002", "5:openalex:W1>openalex:W2");
  }

  @Test
  void aFileWithoutRowsHasNoCitations() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
    assertThat(read("# nothing\n")).isEmpty();
  }

  @Test
  void aBadRowCostsOnlyItself() throws IOException {
    assertThat(
            read(
                """
                W1,W2
                W1
                W1,W2,W3
                W1,
                ,W1
                9901001,W1
                W1,"W2"x
                W1,A5
                W3,W4
                "W1,W2
                W5,W6
                """))
        .containsExactly(
            "1:openalex:W1>openalex:W2",
            "2:MALFORMED_RECORD",
            "3:MALFORMED_RECORD",
            "4:INVALID_ID",
            "5:INVALID_ID",
            "6:INVALID_ID",
            "7:MALFORMED_RECORD",
            "8:INVALID_ID",
            "9:openalex:W3>openalex:W4",
            "10:MALFORMED_RECORD",
            "11:openalex:W5>openalex:W6");
  }

  @Test
  void aFirstRowThatIsBadIsNoHeader() throws IOException {
    assertThat(read("W1\nW1\tW2\n"))
        .containsExactly("1:MALFORMED_RECORD", "2:openalex:W1>openalex:W2");
    assertThat(read("12,13\nW1,W2\n")).containsExactly("1:INVALID_ID", "2:openalex:W1>openalex:W2");
  }

  @Test
  void aRejectKeepsItsBytesAndSaysWhatIsWrong() throws IOException {
    List<ReadResult> results =
        Reading.all(
            CorpusFormat.CITATION_EDGES,
            "W1,W2\nW1,caf\u00E9:1\nW1,7\n".getBytes(ISO_8859_1),
            ReadOptions.defaults());
    assertThat(outline(results))
        .containsExactly("1:openalex:W1>openalex:W2", "2:INVALID_TEXT", "3:INVALID_ID");
    ReadResult.Rejected text = (ReadResult.Rejected) results.get(1);
    assertThat(text.raw()).isEqualTo("W1,caf\u00E9:1".getBytes(ISO_8859_1));
    assertThat(((ReadResult.Rejected) results.get(2)).detail()).startsWith("The cited id");
  }

  @Test
  void rowsBeyondTheLimitArePassedOver() throws IOException {
    String text = "W1,W2\nW1,local:" + "x".repeat(300_000) + "\nW3,W4\n";
    assertThat(
            outline(
                Reading.all(CorpusFormat.CITATION_EDGES, text.getBytes(UTF_8), Reading.upTo(100))))
        .containsExactly(
            "1:openalex:W1>openalex:W2", "2:RECORD_TOO_LONG", "3:openalex:W3>openalex:W4");
  }

  @Property(tries = 200)
  void anyIdSurvivesQuoting(@ForAll @Size(min = 1, max = 20) List<String> texts)
      throws IOException {
    List<String> ids =
        texts.stream()
            .map(text -> "x:" + text.replaceAll("[\\x00\\p{Cs}]", ""))
            .filter(id -> !id.substring(2).isBlank())
            .map(id -> WorkIds.canonical(id).orElseThrow())
            .toList();
    String rows =
        ids.stream()
            .map(id -> "W1,\"" + id.replace("\"", "\"\"") + "\"\n")
            .collect(Collectors.joining());
    assertThat(
            Reading.all(CorpusFormat.CITATION_EDGES, "citing,cited\n" + rows).stream()
                .map(result -> ((ReadResult.Reference) result).cited()))
        .containsExactlyElementsOf(ids);
  }
}
