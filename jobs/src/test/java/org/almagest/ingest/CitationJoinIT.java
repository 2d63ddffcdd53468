package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almagest.stage.SparkSuite;
import org.almagest.table.Authorships;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // see SparkSuite
class CitationJoinIT extends SparkSuite {
  @Test
  void aCitationIsResolvedWhereBothArePapersAndASelfCitationWhereTheyShareAnAuthor() {
    Dataset<Row> citations =
        CitationJoin.citations(
            spark()
                .createDataFrame(
                    List.of(
                        reference("W1", false, "W2", "ann", "bo"),
                        reference("W1", false, "W3", "ann", "bo"),
                        reference("W1", false, "W404", "ann", "bo"),
                        reference("W2", false, "W1", "bo"),
                        reference("W3", false, "W2"),
                        reference("W9", true, "W1")),
                    CitationJoin.REFERENCE),
            table(Papers.PAPER_ID.field().name(), row("W1"), row("W2"), row("W3")),
            spark()
                .createDataFrame(
                    List.of(row("W1", "ann"), row("W1", "bo"), row("W2", "ann")),
                    new StructType()
                        .add(Authorships.PAPER_ID.name(), DataTypes.StringType)
                        .add(Authorships.AUTHOR_ID.name(), DataTypes.StringType)));
    assertThat(sorted(citations.select(Citations.TABLE.allColumns())))
        .containsExactly(
            "[W1,W2,true,true]",
            "[W1,W3,true,null]",
            "[W1,W404,false,null]",
            "[W2,W1,true,true]",
            "[W3,W2,true,null]",
            "[W9,W1,false,null]");
  }

  private Dataset<Row> table(String column, Row... rows) {
    return spark()
        .createDataFrame(List.of(rows), new StructType().add(column, DataTypes.StringType));
  }

  private static Row row(Object... values) {
    return RowFactory.create(values);
  }

  private static Row reference(String citing, boolean outside, String cited, String... authors) {
    return row(citing, outside, authors.length == 0 ? null : authors, cited);
  }
}
