package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.almagest.corpus.Affiliation;
import org.almagest.corpus.AuthorName;
import org.almagest.corpus.PaperRecordBuilder;
import org.almagest.stage.SparkSuite;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Changes;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // see SparkSuite
class PaperChangesIT extends SparkSuite {
  private static final AuthorName ANN = author("Ann Lee");
  private static final AuthorName BO = author("Bo Ek", Affiliation.ofCountry("FR"));

  /** What may become of a plain paper, and the fields that then differ. */
  private record Change(UnaryOperator<PaperRecordBuilder> change, String fields) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change(paper -> paper, ""),
          new Change(paper -> paper.abstractText("Of galaxies."), "abstract"),
          new Change(paper -> paper.abstractText(null), "abstract"),
          new Change(paper -> paper.publishedDate(LocalDate.of(2020, 1, 7)), "published_date"),
          new Change(
              paper -> paper.publishedDate(LocalDate.of(2021, 1, 6)), "published_date, year"),
          new Change(paper -> paper.updatedDate(LocalDate.of(2020, 1, 7)), "updated_date"),
          new Change(paper -> paper.primaryCategory("astro"), "primary_category"),
          new Change(paper -> paper.categories(List.of("physics", "astro")), "categories"),
          new Change(paper -> paper.categories(List.of()), "categories"),
          new Change(paper -> paper.venue("Journal of Stars"), "venue"),
          new Change(paper -> paper.doi(Optional.empty()), "doi"),
          new Change(paper -> paper.language("en"), "language"),
          new Change(paper -> paper.commentCount(1), "comment_count"),
          new Change(paper -> paper.upvotes(1).organization("O"), "organization, upvotes"),
          new Change(paper -> paper.authors(List.of(author("Ann  Lee"), BO)), "authors"),
          new Change(paper -> paper.authors(List.of(BO, ANN)), "affiliations, authors"),
          new Change(paper -> paper.authors(List.of(ANN, author("Bo Ek"))), "affiliations"),
          new Change(
              paper -> paper.authors(List.of(ANN, BO, author("Cy Poe"))), "author_count, authors"),
          new Change(paper -> paper.references(List.of("openalex:W8", "openalex:W7")), ""),
          new Change(paper -> paper.references(List.of("openalex:W7", "doi:8")), "references"),
          new Change(
              paper -> paper.references(List.of("openalex:W7")), "reference_count, references"));

  private static PaperRecordBuilder plain(PaperRecordBuilder paper) {
    return paper
        .abstractText("Of stars.")
        .publishedDate(LocalDate.of(2020, 1, 6))
        .categories(List.of("astro", "physics"))
        .doi(Optional.of("10.5555/1"))
        .authors(List.of(ANN, BO))
        .references(List.of("openalex:W7", "openalex:W8"));
  }

  private static AuthorName author(String name, Affiliation... affiliations) {
    return new AuthorName(name, Optional.empty(), Optional.empty(), List.of(affiliations));
  }

  private static IngestRecord plain(int number, String file) {
    return Records.of("W" + number, file, number, PaperChangesIT::plain);
  }

  private Map<TableContract, Dataset<Row>> tables(List<IngestRecord> records) {
    List<IngestRecord> papers =
        Records.merged(records).stream().filter(IngestRecord::isPaper).toList();
    Dataset<Row> table = table(Papers.TABLE, papers, paper -> List.of(IngestTables.paper(paper)));
    Dataset<Row> authorships = table(Authorships.TABLE, papers, IngestTables::authorships);
    Dataset<Row> references =
        Records.dataset(spark(), CitationJoin.REFERENCE, papers, IngestTables::references);
    return Map.of(
        Papers.TABLE,
        table,
        Authorships.TABLE,
        authorships,
        Affiliations.TABLE,
        table(Affiliations.TABLE, papers, IngestTables::affiliations),
        Citations.TABLE,
        stored(CitationJoin.citations(references, table, authorships)));
  }

  private Dataset<Row> table(
      TableContract contract,
      List<IngestRecord> papers,
      Function<IngestRecord, List<InternalRow>> rowsOf) {
    return Records.dataset(spark(), contract.schema(), papers, rowsOf);
  }

  /** As a table that was written: nothing of how it came to be is done again. */
  private Dataset<Row> stored(Dataset<Row> rows) {
    return spark().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private Dataset<Row> changes(
      Map<TableContract, Dataset<Row>> before, Map<TableContract, Dataset<Row>> after) {
    Dataset<Row> suspects =
        PaperChanges.suspects(before.get(Papers.TABLE), after.get(Papers.TABLE));
    return stored(
        PaperChanges.compared(
                stored(suspects), table -> Optional.ofNullable(before.get(table)), after::get)
            .select(Changes.TABLE.allColumns()));
  }

  @Test
  void tellsWhatIsAddedChangedAndGoneAndNothingOfTheRest() {
    Dataset<Row> changes =
        changes(
            tables(
                List.of(
                    plain(1, "a"), plain(2, "a"), plain(3, "a"), Records.rejected("a", 4, "torn"))),
            tables(
                List.of(
                    Records.of("W1", "b", 1, paper -> plain(paper).abstractText("Of galaxies.")),
                    plain(2, "another place"),
                    plain(4, "b"))));

    assertThat(sorted(changes))
        .containsExactly(
            "[openalex:W1,changed,ArraySeq(abstract)]",
            "[openalex:W3,gone,ArraySeq()]",
            "[openalex:W4,added,ArraySeq()]");
    assertThat(PaperChanges.counts(changes))
        .isEqualTo(Map.of(ChangeKind.ADDED, 1L, ChangeKind.CHANGED, 1L, ChangeKind.GONE, 1L));
  }

  @Test
  void namesTheFieldsThatDifferAndOverlooksNone() {
    List<IngestRecord> before = new ArrayList<>();
    List<IngestRecord> after = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < CHANGES.size(); i++) {
      Change change = CHANGES.get(i);
      before.add(plain(i, "a"));
      after.add(Records.of("W" + i, "b", 1, paper -> change.change().apply(plain(paper))));
      if (!change.fields().isEmpty()) {
        expected.add("[openalex:W" + i + ",changed,ArraySeq(" + change.fields() + ")]");
      }
    }

    assertThat(sorted(changes(tables(before), tables(after))))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aDigestOfAnotherKindAloneIsNoChange() {
    Map<TableContract, Dataset<Row>> now = tables(List.of(plain(1, "a")));
    Dataset<Row> otherDigest =
        now.get(Papers.TABLE).withColumn(Papers.CONTENT_HASH.name(), functions.lit("another"));
    Dataset<Row> suspects = stored(PaperChanges.suspects(otherDigest, now.get(Papers.TABLE)));

    assertThat(suspects.count()).isEqualTo(1);
    assertThat(
            PaperChanges.compared(suspects, table -> Optional.of(now.get(table)), now::get).count())
        .isZero();
  }

  @Test
  void aTableThatTheSnapshotBeforeLacksIsNotCompared() {
    Map<TableContract, Dataset<Row>> before =
        Map.of(Papers.TABLE, tables(List.of(plain(1, "a"))).get(Papers.TABLE));
    IngestRecord after =
        Records.of("W1", "b", 1, paper -> plain(paper).venue("V").references(List.of()));

    assertThat(sorted(changes(before, tables(List.of(after)))))
        .containsExactly("[openalex:W1,changed,ArraySeq(reference_count, venue)]");
  }
}
