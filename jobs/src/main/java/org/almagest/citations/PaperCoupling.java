package org.almagest.citations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.almagest.graph.CoupledPapers;
import org.almagest.graph.Coupling;
import org.almagest.graph.DirectedGraph;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The papers that share most with each paper, in one task. It takes some 16 bytes a citation while
 * the graph is built, and 20 a paper and a cited work.
 *
 * @param papers those with a number in the graph, from 0
 * @param worksOutside cited works that are no papers of the corpus; they are shared references, too
 */
record PaperCoupling(CitationsConfig config, Coupling coupling, int papers, int worksOutside)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Column of the other paper's number. */
  static final String OTHER = "other";

  /** Column of the place among those of a paper. */
  static final String RANK = "place";

  /** Column of what both share. */
  static final String SHARED = "shared";

  /** Column of the cosine. */
  static final String COSINE = "cosine_of_both";

  /** Column of the association strength. */
  static final String ASSOCIATION = "association";

  /** Columns of {@link #of}. */
  static final StructType SCHEMA =
      new StructType()
          .add(CitationLinks.NODE, DataTypes.IntegerType)
          .add(RANK, DataTypes.IntegerType)
          .add(OTHER, DataTypes.IntegerType)
          .add(SHARED, DataTypes.IntegerType)
          .add(COSINE, DataTypes.DoubleType)
          .add(ASSOCIATION, DataTypes.DoubleType);

  /**
   * Rows of {@link #SCHEMA}, paper by paper.
   *
   * @param works the number of each, null outside the corpus, and the papers that cite it
   */
  Iterator<Row> of(Iterator<Row> works) {
    CoupledPapers.Search search = config.coupledPapers().search(graph(works), coupling);
    return IntStream.range(0, papers)
        .mapToObj(paper -> rows(search, paper))
        .flatMap(List::stream)
        .iterator();
  }

  /** Works outside take the numbers after the papers', as they come: no row tells them apart. */
  private DirectedGraph graph(Iterator<Row> works) {
    DirectedGraph.Builder arcs = DirectedGraph.unweighted(papers + worksOutside);
    int next = papers;
    while (works.hasNext()) {
      Row work = works.next();
      int cited = work.isNullAt(0) ? next++ : work.getInt(0);
      List<Integer> citing = work.getList(1);
      citing.forEach(paper -> arcs.add(paper, cited));
    }
    return arcs.build();
  }

  private static List<Row> rows(CoupledPapers.Search search, int paper) {
    List<Row> rows = new ArrayList<>();
    search.visit(
        paper,
        (its, other, shared, cosine, association) ->
            rows.add(row(its, rows.size() + 1, other, shared, cosine, association)));
    return rows;
  }

  /** A row of {@link #SCHEMA}. */
  static Row row(int paper, int place, int other, int shared, double cosine, double association) {
    return RowFactory.create(paper, place, other, shared, cosine, association);
  }
}
