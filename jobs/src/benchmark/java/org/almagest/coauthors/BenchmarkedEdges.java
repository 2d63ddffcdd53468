package org.almagest.coauthors;

import org.almagest.table.CoauthorEdges;
import org.almagest.warehouse.StagedSnapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The part of the coauthors stage that makes edges of papers, by the same door. */
public final class BenchmarkedEdges {
  private BenchmarkedEdges() {}

  /**
   * Makes and writes the edges as the stage does.
   *
   * @return number of edges
   */
  public static long write(
      Dataset<Row> papers, Dataset<Row> authorships, StagedSnapshot snapshot, int maxAuthors) {
    Dataset<Row> teams =
        snapshot.writeScratch(
            "teams", CoauthorTransforms.teams(CoauthorTransforms.withYears(authorships, papers)));
    Dataset<Row> pairs =
        snapshot.writeScratch("author_pairs", CoauthorTransforms.pairs(teams, maxAuthors));
    snapshot.write(CoauthorEdges.TABLE, Collaboration.edges(pairs, CoauthorEdges.TABLE));
    return snapshot.rows(CoauthorEdges.TABLE);
  }
}
