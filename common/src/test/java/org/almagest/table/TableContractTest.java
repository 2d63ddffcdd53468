package org.almagest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every table promises its readers, and which columns they may rely on. */
class TableContractTest {
  private static final String LOWER_SNAKE_CASE = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  private static final List<TableContract> TABLES =
      List.of(
          Papers.TABLE,
          Authors.TABLE,
          Authorships.TABLE,
          Affiliations.TABLE,
          Citations.TABLE,
          RejectedRecords.TABLE,
          Changes.TABLE,
          QualityChecks.TABLE,
          Vocabulary.TABLE,
          PaperTerms.TABLE,
          PaperVectors.TABLE,
          Topics.TABLE,
          TopicTerms.TABLE,
          PaperTopics.TABLE,
          TopicTrends.TABLE,
          AuthorYears.TABLE,
          CoauthorEdgeYears.TABLE,
          CoauthorEdges.TABLE,
          AuthorMetrics.TABLE,
          Institutions.TABLE,
          InstitutionEdges.TABLE,
          Countries.TABLE,
          CountryEdges.TABLE,
          Communities.TABLE,
          CommunityTopics.TABLE,
          CommunityLineage.TABLE,
          CommunityIds.TABLE,
          CoauthorPeriods.TABLE,
          CommunityPeriods.TABLE,
          PaperMetrics.TABLE,
          PaperCitationYears.TABLE,
          AuthorCitationMetrics.TABLE,
          BibliographicCoupling.TABLE,
          Cocitation.TABLE,
          TopicMainPaths.TABLE,
          Trending.TABLE,
          Bursts.TABLE);

  /** Columns of the core tables, the key first: within a major version none of them goes. */
  private static final Map<String, String> CORE =
      Map.ofEntries(
          Map.entry(
              "papers",
              "paper_id | source source_id title abstract author_count published_date updated_date"
                  + " year primary_category categories venue doi language comment_count upvotes"
                  + " organization content_hash source_file source_position"),
          Map.entry(
              "authors", "author_id | display_name name_key paper_count first_year last_year"),
          Map.entry("authorships", "paper_id position | author_id raw_name fraction affiliation"),
          Map.entry("citations", "citing_id cited_id | resolved self_citation"),
          Map.entry("rejected_records", "source_file source_position | reason detail raw_base64"),
          Map.entry("vocabulary", "term_id | term document_frequency collection_frequency idf"),
          Map.entry("paper_terms", "paper_id rank | term_id term tf tfidf"),
          Map.entry("topics", "topic_id | label token_share paper_count coherence_npmi"),
          Map.entry("topic_terms", "topic_id rank | term probability relevance"),
          Map.entry("paper_topics", "paper_id topic_id | weight"),
          Map.entry("topic_trends", "topic_id period | paper_weight share"),
          Map.entry(
              "coauthor_edges",
              "author_a author_b | papers weight_full weight_fractional first_year last_year"),
          Map.entry("changes", "paper_id | kind fields"),
          Map.entry("quality_checks", "check | severity passed observed threshold"));

  @ParameterizedTest
  @FieldSource("TABLES")
  void namesTablesAndColumnsInLowerSnakeCaseAndOnce(TableContract table) {
    assertThat(table.name()).matches(LOWER_SNAKE_CASE);
    assertThat(names(table.columns()))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches(LOWER_SNAKE_CASE));
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void saysInASentenceWhatRowsAndColumnsMean(TableContract table) {
    assertThat(table.meaning()).matches("\\S(.*\\S)?\\.");
    assertThat(table.columns())
        .allSatisfy(column -> assertThat(column.meaning()).matches("\\S(.*\\S)?\\."));
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void hasAKeyOfRequiredColumnsThatComeFirst(TableContract table) {
    assertThat(table.key()).isNotEmpty().isEqualTo(table.columns().subList(0, table.key().size()));
    assertThat(table.key()).allMatch(column -> column.presence() == TableColumn.Presence.REQUIRED);
    assertThat(Arrays.stream(table.sortOrder()).map(Object::toString).toList())
        .isEqualTo(names(table.key()));
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void hasASchemaWithTheDeclaredNamesTypesAndNulls(TableContract table) {
    assertThat(table.schema().fieldNames()).containsExactlyElementsOf(names(table.columns()));
    assertThat(table.allColumns()).hasSameSizeAs(table.columns());
    for (TableColumn column : table.columns()) {
      var field = table.schema().apply(column.name());
      assertThat(field.dataType()).isEqualTo(column.type());
      assertThat(field.nullable()).isEqualTo(column.presence() == TableColumn.Presence.OPTIONAL);
    }
  }

  @Test
  void givesEachTableItsOwnName() {
    assertThat(TABLES).extracting(TableContract::name).doesNotHaveDuplicates();
  }

  @Test
  void keepsTheColumnsThatReadersRelyOn() {
    CORE.forEach(
        (name, columns) -> {
          TableContract table =
              TABLES.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
          String[] keyAndOthers = columns.split(" \\| ", -1);
          assertThat(names(table.key())).as(name).containsExactly(keyAndOthers[0].split(" ", -1));
          assertThat(names(table.columns())).as(name).contains(keyAndOthers[1].split(" ", -1));
        });
  }

  @Test
  void refusesAKeyThatIsNoColumn() {
    TableColumn id = TableColumn.required("id", DataTypes.StringType, "Id.");
    TableColumn other = TableColumn.required("other", DataTypes.StringType, "Other.");
    assertThatThrownBy(() -> new TableContract("t", "One.", List.of(id), List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("t: ");
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    TableColumn id = TableColumn.required("id", DataTypes.StringType, "Id.");
    TableColumn again = TableColumn.optional("id", DataTypes.LongType, "Another.");
    assertThatThrownBy(() -> TableContract.of("t", "One.", List.of(id), again))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id");
  }

  @Test
  void leavesOutOfTheOtherColumnsWhatTheKeyHas() {
    TableColumn id = TableColumn.required("id", DataTypes.StringType, "Id.");
    assertThat(TableContract.of("t", "One.", List.of(id), id).columns()).containsExactly(id);
  }

  private static List<String> names(List<TableColumn> columns) {
    return columns.stream().map(TableColumn::name).toList();
  }
}
