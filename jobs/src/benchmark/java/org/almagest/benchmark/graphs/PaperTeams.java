package org.almagest.benchmark.graphs;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;

import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.almagest.table.Authorships;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Papers without content and their authors: 2.8 a paper in the mean, geometrically distributed, and
 * a hundred on one paper in two thousand. There is an author for each paper, and some write far
 * more than others. The same number of papers gives the same authorships.
 */
final class PaperTeams {
  private static final String ID = "bench:%08d";
  private static final double ONE_MORE = 1.8 / 2.8;
  private static final int LARGE_TEAM = 100;
  private static final int ONE_LARGE_OF = 2_000;

  private PaperTeams() {}

  /** Rows of the papers table. */
  static Dataset<Row> papers(SparkSession spark, int papers) {
    Column[] columns =
        Papers.TABLE.columns().stream().map(PaperTeams::value).toArray(Column[]::new);
    return spark.range(papers).select(columns);
  }

  private static Column value(TableColumn column) {
    if (column.equals(Papers.PAPER_ID)) {
      return column.as(format_string(ID, col("id")));
    }
    if (column.equals(Papers.YEAR)) {
      return column.as(col("id").mod(20).plus(2000));
    }
    if (column.presence() == TableColumn.Presence.OPTIONAL) {
      return column.as(lit(null));
    }
    if (column.type() instanceof ArrayType) {
      return column.as(array());
    }
    return column.as(column.type().equals(DataTypes.StringType) ? lit("") : lit(0));
  }

  /** Rows of the authorships table. */
  static Dataset<Row> authorships(SparkSession spark, int papers) {
    return spark
        .range(papers)
        .flatMap(
            (FlatMapFunction<Long, Row>) paper -> team(paper, papers),
            Encoders.row(Authorships.TABLE.schema()));
  }

  private static Iterator<Row> team(long paper, int papers) {
    SplittableRandom random = new SplittableRandom(paper);
    int size = random.nextInt(ONE_LARGE_OF) == 0 ? LARGE_TEAM : 1;
    while (size < LARGE_TEAM && random.nextDouble() < ONE_MORE) {
      size++;
    }
    int authors = size;
    TableContract table = Authorships.TABLE;
    return IntStream.rangeClosed(1, authors)
        .mapToObj(
            position -> {
              double drawn = random.nextDouble();
              String author = "author %07d".formatted((int) (papers * drawn * drawn));
              return RowFactory.create(
                  table.columns().stream()
                      .map(
                          column -> {
                            if (column.equals(Authorships.PAPER_ID)) {
                              return ID.formatted(paper);
                            } else if (column.equals(Authorships.POSITION)) {
                              return (Object) position;
                            } else if (column.equals(Authorships.FRACTION)) {
                              return 1.0 / authors;
                            }
                            return column.presence() == TableColumn.Presence.OPTIONAL
                                ? null
                                : author;
                          })
                      .toArray());
            })
        .iterator();
  }
}
