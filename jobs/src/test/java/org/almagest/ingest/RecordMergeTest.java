package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.almagest.corpus.PaperRecordBuilder;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class RecordMergeTest {
  private static final long SEED = 7;

  private static IngestRecord mergedOne(IngestRecord... records) {
    List<IngestRecord> merged = Records.merged(List.of(records));
    assertThat(merged).hasSize(1);
    return merged.get(0);
  }

  private static String contentHash(IngestRecord... records) {
    return ContentHash.sha256(mergedOne(records));
  }

  @Test
  void eachFieldIsTheFirstThatHasAValueFromTheNewestVersionOn() {
    IngestRecord merged =
        mergedOne(
            Records.of(
                "W1",
                "a",
                1,
                p ->
                    p.version("2020-01-01")
                        .abstractText("old abstract")
                        .venue("old venue")
                        .doi(Optional.of("10.1/old"))
                        .categories(List.of("old"))),
            Records.of("W1", "b", 2, p -> p.version("2022-01-01").venue("new venue").upvotes(0)),
            Records.of(
                "W1",
                "c",
                3,
                p -> p.version("2021-01-01").abstractText("middle abstract").upvotes(5)));
    assertThat(merged.text(RecordField.VENUE)).hasToString("new venue");
    assertThat(merged.get(RecordField.UPVOTES)).as("zero is a value").isEqualTo(0);
    assertThat(merged.text(RecordField.ABSTRACT)).hasToString("middle abstract");
    assertThat(merged.text(RecordField.DOI)).hasToString("10.1/old");
    assertThat(merged.texts(RecordField.CATEGORIES)).containsExactly(UTF8String.fromString("old"));
    assertThat(merged.text(RecordField.SOURCE_FILE)).hasToString("b");
    assertThat(merged.number(RecordField.SOURCE_POSITION)).isEqualTo(2);
    assertThat(merged.number(RecordField.RECORD_COUNT)).isEqualTo(3);
  }

  @Test
  void theYearIsThatOfTheDateAndTheAuthorsAreAsManyAsAreNamed() {
    IngestRecord merged =
        mergedOne(
            Records.of("W1", "a", 1, p -> p.version("2").year(2019).authorCount(9)),
            Records.of(
                "W1",
                "b",
                1,
                p ->
                    p.version("1")
                        .publishedDate(LocalDate.of(2018, 12, 31))
                        .authors(Records.authors("Ann Lee", "Bo Ek"))));
    assertThat(merged.get(RecordField.YEAR)).isEqualTo(2018);
    assertThat(merged.get(RecordField.AUTHOR_COUNT)).isEqualTo(2);
  }

  @Test
  void ofEquallyNewRecordsTheFullestLeads() {
    IngestRecord merged =
        mergedOne(
            Records.of("W1", "a", 1, p -> p.venue("sparse")),
            Records.of("W1", "b", 1, p -> p.venue("full").language("en").upvotes(3)));
    assertThat(merged.text(RecordField.VENUE)).hasToString("full");
  }

  @Test
  void aBlendedRowHasTheContentHashOfARecordWithThatContent() {
    UnaryOperator<PaperRecordBuilder> newer =
        p -> p.version("2").authors(Records.authors("Ann Lee", "Bo Ek")).upvotes(3);
    UnaryOperator<PaperRecordBuilder> older =
        p ->
            p.version("1")
                .categories(List.of("x", "y"))
                .publishedDate(LocalDate.of(2020, 2, 29))
                .references(List.of("openalex:W2"));
    assertThat(contentHash(Records.of("W1", "a", 1, newer), Records.of("W1", "b", 1, older)))
        .isEqualTo(contentHash(Records.of("W1", "c", 1, p -> older.apply(newer.apply(p)))))
        .hasSize(64);
  }

  @Test
  void theContentHashOfAPaperIsTheSameInEveryVersionOfAlmagest() {
    assertThat(
            contentHash(
                Records.of(
                    "W1",
                    "a",
                    1,
                    p ->
                        p.abstractText("Text.")
                            .publishedDate(LocalDate.of(2020, 2, 29))
                            .categories(List.of("x", "y"))
                            .authors(Records.authors("Ann Lee", "Bo Ek"))
                            .upvotes(3)
                            .references(List.of("openalex:W3", "openalex:W2")))))
        .isEqualTo("979c1a7df76b2d637122cd9b83b9cc3782e4529ecddfa06d476f28e044394b23");
  }

  @Test
  void theContentHashTellsFieldsAndItemsApart() {
    assertThat(contentHash(Records.of("W1", "a", 1, p -> p.categories(List.of("x", "y")))))
        .isNotEqualTo(contentHash(Records.of("W1", "a", 1, p -> p.categories(List.of("xy")))))
        .isNotEqualTo(contentHash(Records.of("W1", "a", 1, p -> p.venue("x").language("y"))));
  }

  @Test
  void equalContentFromTwoFilesGivesTheRowOfTheSmallestPath() {
    UnaryOperator<PaperRecordBuilder> fields =
        p -> p.version("1").authors(Records.authors("Ann Lee")).abstractText("text");
    IngestRecord alone = mergedOne(Records.of("W1", "a", 9, fields));
    IngestRecord twice =
        mergedOne(Records.of("W1", "b", 1, fields), Records.of("W1", "a", 9, fields));
    assertThat(twice.get(RecordField.RECORD_COUNT)).isEqualTo(2L);
    assertThat(twice.with(RecordField.RECORD_COUNT, 1L)).hasToString(alone.toString());
  }

  @Test
  void rejectsAreNeverMerged() {
    List<IngestRecord> rows =
        Records.merged(
            List.of(
                Records.rejected("a", 1, "x"),
                Records.rejected("a", 2, "x"),
                Records.rejected("b", 1, "x")));
    assertThat(rows).hasSize(3);
  }

  @Test
  void theResultDoesNotDependOnTheOrderOfRecords() {
    Random random = new Random(SEED);
    List<IngestRecord> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(Records.random(random, i));
    }
    List<String> expected = comparable(records);
    assertThat(expected.size()).isLessThan(70);
    for (int repeat = 0; repeat < 6; repeat++) {
      Collections.shuffle(records, random);
      assertThat(comparable(records)).isEqualTo(expected);
    }
  }

  private static List<String> comparable(List<IngestRecord> records) {
    return Records.merged(records).stream().map(IngestRecord::toString).toList();
  }
}
