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
import org.almagest.stage.SparkSuite;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // see SparkSuite
class RecordMergeIT extends SparkSuite {
  private static final long SEED = 7;

  private Row mergedOne(Row... records) {
    List<Row> rows = Records.merged(spark(), List.of(records), 2, 2).collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private String contentHash(Row... records) {
    Dataset<Row> merged = Records.merged(spark(), List.of(records), 2, 2);
    return merged.select(ContentHash.sha256()).collectAsList().get(0).getString(0);
  }

  @Test
  void eachFieldIsTheFirstThatHasAValueFromTheNewestVersionOn() {
    Row merged =
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
    assertThat(merged.<String>getAs("venue")).isEqualTo("new venue");
    assertThat(merged.<Integer>getAs("upvotes")).as("zero is a value").isZero();
    assertThat(merged.<String>getAs("abstract")).isEqualTo("middle abstract");
    assertThat(merged.<String>getAs("doi")).isEqualTo("10.1/old");
    assertThat(merged.getList(merged.fieldIndex("categories"))).isEqualTo(List.of("old"));
    assertThat(merged.<String>getAs("source_file")).isEqualTo("b");
    assertThat(merged.<Long>getAs("source_position")).isEqualTo(2);
    assertThat(merged.<Long>getAs(RecordSchema.RECORD_COUNT)).isEqualTo(3);
  }

  @Test
  void theYearIsThatOfTheDateAndTheAuthorsAreAsManyAsAreNamed() {
    Row merged =
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
    assertThat(merged.<Integer>getAs("year")).isEqualTo(2018);
    assertThat(merged.<Integer>getAs("author_count")).isEqualTo(2);
  }

  @Test
  void ofEquallyNewRecordsTheFullestLeads() {
    Row merged =
        mergedOne(
            Records.of("W1", "a", 1, p -> p.venue("sparse")),
            Records.of("W1", "b", 1, p -> p.venue("full").language("en").upvotes(3)));
    assertThat(merged.<String>getAs("venue")).isEqualTo("full");
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
  void theContentHashTellsFieldsAndItemsApart() {
    assertThat(contentHash(Records.of("W1", "a", 1, p -> p.categories(List.of("x", "y")))))
        .isNotEqualTo(contentHash(Records.of("W1", "a", 1, p -> p.categories(List.of("xy")))))
        .isNotEqualTo(contentHash(Records.of("W1", "a", 1, p -> p.venue("x").language("y"))));
  }

  @Test
  void equalContentFromTwoFilesGivesTheRowOfTheSmallestPath() {
    UnaryOperator<PaperRecordBuilder> fields =
        p -> p.version("1").authors(Records.authors("Ann Lee")).abstractText("text");
    Row alone = mergedOne(Records.of("W1", "a", 9, fields));
    Row twice = mergedOne(Records.of("W1", "b", 1, fields), Records.of("W1", "a", 9, fields));
    int count = twice.fieldIndex(RecordSchema.RECORD_COUNT);
    for (int i = 0; i < twice.size(); i++) {
      assertThat(twice.get(i))
          .as(RecordSchema.SCHEMA.fieldNames()[i])
          .isEqualTo(i == count ? (Object) 2L : alone.get(i));
    }
  }

  @Test
  void rejectsAreNeverMerged() {
    List<Row> rows =
        Records.merged(
                spark(),
                List.of(
                    Records.rejected("a", 1, "x"),
                    Records.rejected("a", 2, "x"),
                    Records.rejected("b", 1, "x")),
                2,
                2)
            .collectAsList();
    assertThat(rows).hasSize(3);
  }

  @Test
  void theResultDependsNeitherOnTheOrderOfRowsNorOnPartitions() {
    Random random = new Random(SEED);
    List<Row> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(randomRecord(random, i));
    }
    List<String> expected = comparable(records, 1, 1);
    assertThat(expected.size()).isLessThan(70);
    for (int repeat = 0; repeat < 6; repeat++) {
      Collections.shuffle(records, random);
      int partitions = 1 + repeat * 2;
      assertThat(comparable(records, partitions, 7 - repeat))
          .as("%d partitions, %d tasks", partitions, 7 - repeat)
          .isEqualTo(expected);
    }
  }

  private List<String> comparable(List<Row> records, int partitions, int tasks) {
    Dataset<Row> merged = Records.merged(spark(), records, partitions, tasks);
    String raw = RecordSchema.REJECT_RAW;
    return sorted(merged.withColumn(raw, functions.base64(merged.col(raw))));
  }

  /** One of few papers, with few distinct values, so that ties are common. */
  private static Row randomRecord(Random random, int i) {
    if (random.nextInt(30) == 0) {
      return Records.rejected("file" + random.nextInt(4), i, "raw");
    }
    return Records.of(
        "W" + random.nextInt(45),
        "file" + random.nextInt(4),
        i,
        p -> {
          p.version(random.nextBoolean() ? "" : "202" + random.nextInt(3));
          if (random.nextBoolean()) {
            p.abstractText("abstract " + random.nextInt(3));
          }
          if (random.nextBoolean()) {
            p.authors(Records.authors("Ann Lee", "Bo Ek " + random.nextInt(2)));
          }
          if (random.nextBoolean()) {
            p.publishedDate(LocalDate.of(2000 + random.nextInt(3), 1, 1));
          }
          if (random.nextBoolean()) {
            p.references(List.of("openalex:W" + random.nextInt(3)));
          }
          if (random.nextBoolean()) {
            p.upvotes(random.nextInt(2));
          }
          return p;
        });
  }
}
