package org.almagest.coauthors;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.almagest.graph.NetworkSummary;
import org.almagest.graph.UndirectedGraph;
import org.almagest.table.CoauthorPeriods;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The graphs of successive periods, and those of all years up to the end of each, in one task. It
 * holds 16 bytes for each edge of a period, summed over the periods, and the largest graph.
 */
final class PeriodGraphs implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The other end of a row that stands for a node. */
  static final int NODE_ALONE = -1;

  /** Spans of years, as the column names them. */
  enum Span {
    WINDOW,
    CUMULATIVE
  }

  /** Columns of {@link #of}. */
  static final StructType SCHEMA =
      new StructType()
          .add(CoauthorPeriods.SPAN.name(), DataTypes.StringType)
          .add(CoauthorPeriods.PERIOD_START.name(), DataTypes.IntegerType)
          .add(CoauthorPeriods.AUTHORS.name(), DataTypes.IntegerType)
          .add(CoauthorPeriods.EDGES.name(), DataTypes.IntegerType)
          .add(CoauthorPeriods.COMPONENTS.name(), DataTypes.IntegerType)
          .add(CoauthorPeriods.GIANT_SHARE.name(), DataTypes.DoubleType)
          .add(CoauthorPeriods.DENSITY.name(), DataTypes.DoubleType)
          .add(CoauthorPeriods.MEAN_CLUSTERING.name(), DataTypes.DoubleType)
          .add(CoauthorPeriods.TRANSITIVITY.name(), DataTypes.DoubleType)
          .add(CoauthorPeriods.COMMUNITIES.name(), DataTypes.IntegerType)
          .add(CoauthorPeriods.MODULARITY.name(), DataTypes.DoubleType);

  private final int authors;
  private final double resolution;
  private final long seed;

  /**
   * @param authors numbers of authors end before this
   * @param resolution of communities
   */
  PeriodGraphs(int authors, double resolution, long seed) {
    this.authors = authors;
    this.resolution = resolution;
    this.seed = seed;
  }

  /**
   * Rows of {@link #SCHEMA}, two for each period.
   *
   * @param rows period, author, other author or {@link #NODE_ALONE}, papers together; periods rise
   */
  Iterator<Row> of(Iterator<Row> rows) {
    List<Row> summaries = new ArrayList<>();
    Links window = new Links();
    Links all = new Links();
    int period = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getInt(0) != period && window.authors.length() > 0) {
        summarise(period, window, all, summaries);
        window = new Links();
      }
      period = row.getInt(0);
      if (row.getInt(2) == NODE_ALONE) {
        window.authors.set(row.getInt(1));
        all.authors.set(row.getInt(1));
      } else {
        window.add(row.getInt(1), row.getInt(2), row.getLong(3));
        all.add(row.getInt(1), row.getInt(2), row.getLong(3));
      }
    }
    if (window.authors.length() > 0) {
      summarise(period, window, all, summaries);
    }
    return summaries.iterator();
  }

  private void summarise(int period, Links window, Links all, List<Row> summaries) {
    summaries.add(summary(Span.WINDOW, period, window));
    summaries.add(summary(Span.CUMULATIVE, period, all));
  }

  private Row summary(Span span, int period, Links links) {
    NetworkSummary summary =
        NetworkSummary.of(links.graph(authors), resolution, GraphMeasures.LEIDEN_ITERATIONS, seed);
    return RowFactory.create(
        PeriodTransforms.label(span),
        period,
        summary.nodes(),
        summary.edges(),
        summary.components(),
        number(summary.giantShare()),
        number(summary.density()),
        number(summary.meanClustering()),
        number(summary.transitivity()),
        summary.communities(),
        number(summary.modularity()));
  }

  private static Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** Authors and edges as they come. */
  private static final class Links {
    private final BitSet authors = new BitSet();
    private int[] ends = new int[128];
    private long[] papers = new long[64];
    private int size;

    void add(int a, int b, long together) {
      if (size == papers.length) {
        papers = Arrays.copyOf(papers, size + size / 2);
        ends = Arrays.copyOf(ends, 2 * papers.length);
      }
      ends[2 * size] = a;
      ends[2 * size + 1] = b;
      papers[size++] = together;
    }

    /** The graph of the authors that there are, in the order of their numbers. */
    UndirectedGraph graph(int allAuthors) {
      int[] node = new int[allAuthors];
      int nodes = 0;
      for (int a = authors.nextSetBit(0); a >= 0; a = authors.nextSetBit(a + 1)) {
        node[a] = nodes++;
      }
      UndirectedGraph.Builder builder = UndirectedGraph.weighted(nodes);
      for (int i = 0; i < size; i++) {
        builder.add(node[ends[2 * i]], node[ends[2 * i + 1]], (double) papers[i]);
      }
      return builder.build();
    }
  }
}
