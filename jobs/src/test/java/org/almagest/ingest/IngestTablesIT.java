package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.almagest.corpus.Affiliation;
import org.almagest.corpus.AuthorName;
import org.almagest.stage.SparkSuite;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.almagest.table.RejectedRecords;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // see SparkSuite
class IngestTablesIT extends SparkSuite {
  private Dataset<Row> merged(Row... records) {
    return Records.merged(spark(), List.of(records), 2, 2);
  }

  private Dataset<Row> threePapersAndAReject() {
    return merged(
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
        Records.rejected("a.jsonl", 4, "br\u00f6ken\tbytes\0"));
  }

  @Test
  void aCitationIsResolvedWhereTheCitedWorkIsAPaperAndASelfCitationWhereTheyShareAnAuthor() {
    assertThat(
            sorted(
                IngestTables.citations(threePapersAndAReject())
                    .select(Citations.TABLE.allColumns())))
        .containsExactly(
            "[openalex:W1,openalex:W2,true,true]",
            "[openalex:W1,openalex:W3,true,null]",
            "[openalex:W1,openalex:W404,false,null]",
            "[openalex:W2,openalex:W1,true,true]");
  }

  @Test
  void authorshipsNumberTheAuthorsOfAPaperAndShareItEvenly() {
    List<Row> rows =
        IngestTables.authorships(threePapersAndAReject())
            .select(Authorships.TABLE.allColumns())
            .orderBy(Authorships.TABLE.sortOrder())
            .collectAsList();
    assertThat(rows)
        .extracting(
            row ->
                row.getString(0) + " " + row.getInt(1) + " " + row.getString(3) + " " + row.get(5))
        .containsExactly(
            "openalex:W1 1 Ann Lee null",
            "openalex:W1 2 Bo Ek null",
            "openalex:W1 3 ANN  LÉE null",
            "openalex:W2 1 ann lee Somewhere; Else");
    assertThat(rows)
        .extracting(row -> row.getDouble(4))
        .containsExactly(1 / 3., 1 / 3., 1 / 3., 1.);
    assertThat(rows.get(0).getString(2))
        .isEqualTo(rows.get(2).getString(2))
        .isEqualTo(rows.get(3).getString(2))
        .isNotEqualTo(rows.get(1).getString(2));
  }

  @Test
  void affiliationsNumberThoseOfAnAuthorAndChangeTheDigestOfThePaper() {
    Row placed =
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
    Row bare =
        Records.of(
            "W1",
            "a.jsonl",
            1,
            p ->
                p.authors(
                    List.of(
                        AuthorName.of("Ann Lee"),
                        new AuthorName("Bo Ek", Optional.of("openalex:A5"), Optional.empty()))));

    assertThat(
            sorted(
                IngestTables.affiliations(merged(placed)).select(Affiliations.TABLE.allColumns())))
        .containsExactly(
            "[openalex:W1,2,1,openalex:A5,openalex:I7,Seven,DE]",
            "[openalex:W1,2,2,openalex:A5,null,null,FR]");
    assertThat(IngestTables.affiliations(merged(bare)).count()).isZero();
    assertThat(digest(placed)).isNotEqualTo(digest(bare));
  }

  private String digest(Row record) {
    return IngestTables.papers(merged(record))
        .select(Papers.CONTENT_HASH.col())
        .head()
        .getString(0);
  }

  @Test
  void papersCountTheirReferencesAndKeepACountOfAuthorsWithoutNames() {
    assertThat(
            sorted(
                IngestTables.papers(threePapersAndAReject())
                    .select(
                        Papers.PAPER_ID.col(),
                        Papers.SOURCE.col(),
                        Papers.SOURCE_ID.col(),
                        Papers.AUTHOR_COUNT.col(),
                        Papers.REFERENCE_COUNT.col(),
                        Papers.SOURCE_FILE.col(),
                        Papers.SOURCE_POSITION.col())))
        .containsExactly(
            "[openalex:W1,openalex,W1,3,3,a.jsonl,1]",
            "[openalex:W2,openalex,W2,1,1,a.jsonl,2]",
            "[openalex:W3,openalex,W3,4,0,a.jsonl,3]");
  }

  @Test
  void aRejectedRecordKeepsItsBytes() {
    Row row =
        IngestTables.rejected(threePapersAndAReject())
            .select(RejectedRecords.TABLE.allColumns())
            .head();
    assertThat(row.mkString("|")).startsWith("a.jsonl|4|malformed-record|It is broken.|");
    assertThat(new String(Base64.getDecoder().decode(row.getString(4)), StandardCharsets.UTF_8))
        .isEqualTo("br\u00f6ken\tbytes\0");
  }

  @Test
  void base64OfALongRecordIsOneLine() {
    Row row =
        IngestTables.rejected(merged(Records.rejected("a", 1, "x".repeat(9000))))
            .select(RejectedRecords.RAW_BASE64.col())
            .head();
    assertThat(Base64.getDecoder().decode(row.getString(0))).hasSize(4096);
  }
}
