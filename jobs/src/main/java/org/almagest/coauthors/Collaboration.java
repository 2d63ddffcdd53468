package org.almagest.coauthors;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.almagest.table.CoauthorEdgeYears;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.ExactSum;
import org.almagest.table.Papers;
import org.almagest.table.TableContract;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Who shares papers with whom, whoever they are: authors, institutions or countries. */
final class Collaboration {
  /** Those who share a paper: ids in rising order, each once. */
  static final String MEMBERS = "members";

  /** The one of a pair whose id comes first. */
  static final String A = "a";

  /** The other one. */
  static final String B = "b";

  private static final String NEWMAN = "newman";
  private static final String SHARE = "share";
  private static final StructType PAIR =
      new StructType()
          .add(A, DataTypes.StringType)
          .add(B, DataTypes.StringType)
          .add(NEWMAN, DataTypes.DoubleType)
          .add(SHARE, DataTypes.DoubleType)
          .add(Papers.YEAR.name(), DataTypes.IntegerType);

  private Collaboration() {}

  /**
   * Pairs with their papers and weights of each year, the unknown one included.
   *
   * @param teams {@link #MEMBERS} and year of each paper
   */
  static Dataset<Row> pairs(Dataset<Row> teams) {
    return teams
        .select(col(MEMBERS), Papers.YEAR.col())
        .flatMap((FlatMapFunction<Row, Row>) Collaboration::pairsOf, Encoders.row(PAIR))
        .groupBy(col(A), col(B), Papers.YEAR.col())
        .agg(
            count(lit(1)).as(CoauthorEdges.PAPERS.name()),
            ExactSum.of(col(NEWMAN)).as(NEWMAN),
            ExactSum.of(col(SHARE)).as(SHARE));
  }

  private static Iterator<Row> pairsOf(Row team) {
    List<String> ids = team.getList(0);
    double newman = 1.0 / (ids.size() - 1);
    double share = 1.0 / ids.size();
    // One at a time: ten thousand members are fifty million pairs.
    return IntStream.range(1, ids.size())
        .boxed()
        .flatMap(
            b ->
                IntStream.range(0, b)
                    .mapToObj(
                        a -> RowFactory.create(ids.get(a), ids.get(b), newman, share, team.get(1))))
        .iterator();
  }

  /**
   * A table of edges.
   *
   * @param pairs from {@link #pairs}
   * @param table its key is the two of a pair, and its other columns those of coauthor_edges
   */
  static Dataset<Row> edges(Dataset<Row> pairs, TableContract table) {
    Column papers = CoauthorEdges.PAPERS.col();
    Dataset<Row> strengths =
        pairs
            .select(explode(array(col(A), col(B))).as("member"), papers)
            .groupBy(col("member"))
            .agg(sum(papers).as("strength"));
    Column expected =
        number(col("strength_a"))
            .multiply(number(col("strength_b")))
            .divide(number(col("all_papers")).multiply(2));
    return pairs
        .groupBy(col(A), col(B))
        .agg(
            sum(papers).as(CoauthorEdges.PAPERS.name()),
            ExactSum.of(col(NEWMAN)).as(CoauthorEdges.WEIGHT_FRACTIONAL.name()),
            ExactSum.of(col(SHARE)).as(CoauthorEdges.WEIGHT_COMPLETE_NORMALISED.name()),
            min(Papers.YEAR.col()).as(CoauthorEdges.FIRST_YEAR.name()),
            max(Papers.YEAR.col()).as(CoauthorEdges.LAST_YEAR.name()))
        .withColumn(CoauthorEdges.WEIGHT_FULL.name(), number(papers))
        .join(strengths.toDF(A, "strength_a"), A)
        .join(strengths.toDF(B, "strength_b"), B)
        .crossJoin(pairs.agg(sum(papers).as("all_papers")))
        .withColumn(CoauthorEdges.ASSOCIATION_STRENGTH.name(), number(papers).divide(expected))
        .withColumnRenamed(A, table.key().get(0).name())
        .withColumnRenamed(B, table.key().get(1).name())
        .select(table.allColumns());
  }

  /**
   * The coauthor_edge_years table.
   *
   * @param pairs from {@link #pairs}
   */
  static Dataset<Row> edgeYears(Dataset<Row> pairs) {
    Column year = Papers.YEAR.col();
    return pairs
        .where(year.isNotNull())
        .select(
            CoauthorEdges.AUTHOR_A.as(col(A)),
            CoauthorEdges.AUTHOR_B.as(col(B)),
            CoauthorEdgeYears.YEAR.as(year),
            CoauthorEdgeYears.PAPERS.as(CoauthorEdges.PAPERS.col()),
            CoauthorEdgeYears.WEIGHT_FRACTIONAL.as(col(NEWMAN)),
            CoauthorEdgeYears.WEIGHT_COMPLETE_NORMALISED.as(col(SHARE)));
  }

  private static Column number(Column count) {
    return count.cast(DataTypes.DoubleType);
  }
}
