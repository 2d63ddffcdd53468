package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.almagest.author.AuthorIdentity;
import org.almagest.corpus.Affiliation;
import org.almagest.corpus.AuthorName;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Changes;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;

class IngestTablesTest {
  private static List<IngestRecord> threePapersAndAReject() {
    return Records.merged(
        List.of(
            Records.of(
                "W1",
                "a.jsonl",
                1,
                p ->
                    p.authors(Records.authors("Ann Lee", "Bo Ek", "ANN  LÉE"))
                        .references(List.of("openalex:W2", "openalex:W3", "openalex:W404"))),
            Records.of(
                "W2",
                "a.jsonl",
                2,
                p ->
                    p.authors(
                            List.of(
                                new AuthorName(
                                    "ann lee", Optional.empty(), Optional.of("Somewhere; Else"))))
                        .references(List.of("openalex:W1"))),
            Records.of("W3", "a.jsonl", 3, p -> p.authorCount(4)),
            Records.rejected("a.jsonl", 4, "br\u00f6ken\tbytes\0")));
  }

  /** The rows of a table that those records make. */
  private static List<String> rows(
      TableContract table,
      List<IngestRecord> records,
      Function<IngestRecord, List<InternalRow>> rowsOf) {
    return records.stream()
        .flatMap(record -> rowsOf.apply(record).stream())
        .map(row -> Records.comparable(row, table.schema()))
        .toList();
  }

  @Test
  void authorshipsNumberTheAuthorsOfAPaperAndShareItEvenly() {
    String third = String.valueOf(1 / 3.);
    String ann = AuthorIdentity.FOLDED_NAME.authorId(AuthorName.of("Ann Lee"));
    String bo = AuthorIdentity.FOLDED_NAME.authorId(AuthorName.of("Bo Ek"));
    assertThat(rows(Authorships.TABLE, papers(), IngestTables::authorships))
        .containsExactly(
            "[openalex:W1,1," + ann + ",Ann Lee," + third + ",null]",
            "[openalex:W1,2," + bo + ",Bo Ek," + third + ",null]",
            "[openalex:W1,3," + ann + ",ANN  LÉE," + third + ",null]",
            "[openalex:W2,1," + ann + ",ann lee,1.0,Somewhere; Else]");
  }

  private static List<IngestRecord> papers() {
    return threePapersAndAReject().stream().filter(IngestRecord::isPaper).toList();
  }

  @Test
  void affiliationsNumberThoseOfAnAuthorAndChangeTheDigestOfThePaper() {
    IngestRecord placed =
        Records.of(
            "W1",
            "a.jsonl",
            1,
            p ->
                p.authors(
                    List.of(
                        AuthorName.of("Ann Lee"),
                        new AuthorName(
                            "Bo Ek",
                            Optional.of("openalex:A5"),
                            Optional.empty(),
                            List.of(
                                new Affiliation(
                                    Optional.of("openalex:I7"),
                                    Optional.of("Seven"),
                                    Optional.of("DE")),
                                Affiliation.ofCountry("FR"))))));
    IngestRecord bare =
        Records.of(
            "W1",
            "a.jsonl",
            1,
            p ->
                p.authors(
                    List.of(
                        AuthorName.of("Ann Lee"),
                        new AuthorName("Bo Ek", Optional.of("openalex:A5"), Optional.empty()))));

    assertThat(rows(Affiliations.TABLE, List.of(placed), IngestTables::affiliations))
        .containsExactly(
            "[openalex:W1,2,1,openalex:A5,openalex:I7,Seven,DE]",
            "[openalex:W1,2,2,openalex:A5,null,null,FR]");
    assertThat(IngestTables.affiliations(bare)).isEmpty();
    assertThat(ContentHash.sha256(placed)).isNotEqualTo(ContentHash.sha256(bare));
  }

  @Test
  void papersCountTheirReferencesAndKeepACountOfAuthorsWithoutNames() {
    List<TableColumn> columns = Papers.TABLE.columns();
    assertThat(papers())
        .map(IngestTables::paper)
        .extracting(
            row -> row.getUTF8String(columns.indexOf(Papers.PAPER_ID)) + "",
            row -> row.getUTF8String(columns.indexOf(Papers.SOURCE)) + "",
            row -> row.getUTF8String(columns.indexOf(Papers.SOURCE_ID)) + "",
            row -> row.getInt(columns.indexOf(Papers.AUTHOR_COUNT)),
            row -> row.getInt(columns.indexOf(Papers.REFERENCE_COUNT)),
            row -> row.getUTF8String(columns.indexOf(Papers.SOURCE_FILE)) + "",
            row -> row.getLong(columns.indexOf(Papers.SOURCE_POSITION)))
        .containsExactly(
            tuple("openalex:W1", "openalex", "W1", 3, 3, "a.jsonl", 1L),
            tuple("openalex:W2", "openalex", "W2", 1, 1, "a.jsonl", 2L),
            tuple("openalex:W3", "openalex", "W3", 4, 0, "a.jsonl", 3L));
  }

  @Test
  void aRejectedRecordKeepsItsBytes() {
    InternalRow row = IngestTables.rejected(Records.rejected("a.jsonl", 4, "br\u00f6ken\tbytes\0"));
    assertThat(Records.comparable(row, RejectedRecords.TABLE.schema()))
        .startsWith("[a.jsonl,4,malformed-record,It is broken.,");
    assertThat(new String(raw(row), StandardCharsets.UTF_8)).isEqualTo("br\u00f6ken\tbytes\0");
  }

  @Test
  void base64OfALongRecordIsOneLine() {
    assertThat(raw(IngestTables.rejected(Records.rejected("a", 1, "x".repeat(9000)))))
        .hasSize(4096);
  }

  private static byte[] raw(InternalRow rejected) {
    return Base64.getDecoder().decode(rejected.getUTF8String(rejected.numFields() - 1).toString());
  }

  @Test
  void aRowHasAsManyValuesAsItsTableHasColumns() {
    IngestRecord paper = papers().get(0);
    assertThat(IngestTables.paper(paper).numFields()).isEqualTo(Papers.TABLE.columns().size());
    assertThat(IngestTables.added(paper).numFields()).isEqualTo(Changes.TABLE.columns().size());
    assertThat(IngestTables.references(paper))
        .hasSize(3)
        .allMatch(row -> row.numFields() == CitationJoin.REFERENCE.size());
  }
}
