package org.almagest.benchmark.graphs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.almagest.table.Authors;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The co-author graph of a warehouse, weighted by papers, as the stage coauthors numbers it. */
final class WarehouseGraph {
  private WarehouseGraph() {}

  static BenchmarkGraph read(String location, SparkSession spark) {
    Snapshot snapshot =
        Warehouse.at(location, new Configuration())
            .current()
            .orElseThrow(
                () -> AlmagestException.usage("There is no warehouse at " + location + "."));
    Map<String, Integer> numbers = new HashMap<>();
    table(snapshot, Authors.TABLE, spark)
        .select(Authors.AUTHOR_ID.col())
        .sort(Authors.AUTHOR_ID.col())
        .toLocalIterator()
        .forEachRemaining(row -> numbers.put(row.getString(0), numbers.size()));
    List<Row> edges =
        table(snapshot, CoauthorEdges.TABLE, spark)
            .select(
                CoauthorEdges.AUTHOR_A.col(),
                CoauthorEdges.AUTHOR_B.col(),
                CoauthorEdges.PAPERS.col())
            .collectAsList();
    int[] from = new int[edges.size()];
    int[] to = new int[edges.size()];
    double[] weight = new double[edges.size()];
    for (int i = 0; i < from.length; i++) {
      Row edge = edges.get(i);
      from[i] = numbers.get(edge.getString(0));
      to[i] = numbers.get(edge.getString(1));
      weight[i] = edge.getLong(2);
    }
    return new BenchmarkGraph(numbers.size(), from, to, weight);
  }

  private static Dataset<Row> table(Snapshot snapshot, TableContract contract, SparkSession spark) {
    String[] files =
        snapshot
            .table(contract.name())
            .map(found -> snapshot.files(found).toArray(String[]::new))
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "The warehouse has no table "
                            + contract.name()
                            + "; run the stages ingest and coauthors on it first."));
    return spark.read().schema(contract.schema()).parquet(files);
  }
}
