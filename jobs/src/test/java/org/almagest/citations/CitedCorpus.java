package org.almagest.citations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.almagest.stage.ContractRow;
import org.almagest.stage.StageBench;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.PaperTopics;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A corpus of papers that cite each other, as a test writes it down. */
final class CitedCorpus {
  private final List<Row> papers = new ArrayList<>();
  private final List<Row> authorships = new ArrayList<>();
  private final List<Row> citations = new ArrayList<>();
  private final List<Row> topics = new ArrayList<>();

  private final UnaryOperator<String> idOf;

  CitedCorpus() {
    this(UnaryOperator.identity());
  }

  /**
   * @param idOf the id that a paper or author has in the tables
   */
  CitedCorpus(UnaryOperator<String> idOf) {
    this.idOf = idOf;
  }

  CitedCorpus paper(String id, Integer year, String category, String... authors) {
    return paper(
        ContractRow.of(Papers.TABLE)
            .with(Papers.TITLE, "A title")
            .with(Papers.YEAR, year)
            .with(Papers.PRIMARY_CATEGORY, category),
        id,
        authors);
  }

  CitedCorpus paper(ContractRow row, String id, String... authors) {
    papers.add(row.with(Papers.PAPER_ID, idOf.apply(id)).build());
    for (int i = 0; i < authors.length; i++) {
      authorships.add(
          ContractRow.of(Authorships.TABLE)
              .with(Authorships.PAPER_ID, idOf.apply(id))
              .with(Authorships.POSITION, i + 1)
              .with(Authorships.AUTHOR_ID, idOf.apply(authors[i]))
              .with(Authorships.RAW_NAME, authors[i])
              .with(Authorships.FRACTION, 1.0 / authors.length)
              .build());
    }
    return this;
  }

  CitedCorpus cites(String citing, String cited, Boolean self) {
    citations.add(
        ContractRow.of(Citations.TABLE)
            .with(Citations.CITING_ID, idOf.apply(citing))
            .with(Citations.CITED_ID, idOf.apply(cited))
            .with(Citations.RESOLVED, true)
            .with(Citations.SELF_CITATION, self)
            .build());
    return this;
  }

  /** A paper cites others of the corpus. */
  CitedCorpus citesAll(String citing, String... cited) {
    for (String each : cited) {
      cites(citing, each, false);
    }
    return this;
  }

  CitedCorpus citesOutside(String citing, String... cited) {
    for (String each : cited) {
      citations.add(
          ContractRow.of(Citations.TABLE)
              .with(Citations.CITING_ID, idOf.apply(citing))
              .with(Citations.CITED_ID, idOf.apply(each))
              .with(Citations.RESOLVED, false)
              .build());
    }
    return this;
  }

  CitedCorpus topic(String paper, int topic, double weight) {
    topics.add(
        ContractRow.of(PaperTopics.TABLE)
            .with(PaperTopics.PAPER_ID, idOf.apply(paper))
            .with(PaperTopics.TOPIC_ID, topic)
            .with(PaperTopics.WEIGHT, weight)
            .build());
    return this;
  }

  /** Lists every citation once more. */
  CitedCorpus listedTwice() {
    citations.addAll(List.copyOf(citations));
    return this;
  }

  /** The tables, each in as many partitions. */
  StageBench bench(Path warehouse, SparkSession spark, int partitions) {
    return new StageBench(warehouse, spark)
        .with(Papers.TABLE, dataset(spark, Papers.TABLE, papers, partitions))
        .with(Authorships.TABLE, dataset(spark, Authorships.TABLE, authorships, partitions))
        .with(Citations.TABLE, dataset(spark, Citations.TABLE, citations, partitions))
        .with(PaperTopics.TABLE, dataset(spark, PaperTopics.TABLE, topics, partitions));
  }

  private static Dataset<Row> dataset(
      SparkSession spark, TableContract table, List<Row> rows, int partitions) {
    return spark.createDataFrame(rows, table.schema()).repartition(partitions);
  }
}
