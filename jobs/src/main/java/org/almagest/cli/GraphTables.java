package org.almagest.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almagest.export.AttributeRole;
import org.almagest.export.EdgeDirection;
import org.almagest.export.GraphSelection.Description;
import org.almagest.query.SnapshotDatabase;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.Authors;
import org.almagest.table.Citations;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.PaperMetrics;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;

/**
 * A graph of a warehouse, and in which tables and columns it lies.
 *
 * @param label the name on the command line, which is that of the stage that writes the metrics
 * @param noun what a person calls a node
 * @param direction whether edges lead from one node to the other
 */
record GraphTables(
    String label, String noun, EdgeDirection direction, Nodes nodes, Names names, Edges edges) {
  /** Authors, and papers together. */
  private static final GraphTables COAUTHORS =
      new GraphTables(
          "coauthors",
          "author",
          EdgeDirection.UNDIRECTED,
          new Nodes(
              AuthorMetrics.TABLE,
              AuthorMetrics.AUTHOR_ID,
              Optional.of(AuthorMetrics.COMMUNITY_ID),
              List.of(AuthorMetrics.COMPONENT_ID, AuthorMetrics.COMMUNITY_ID),
              List.of(
                  AuthorMetrics.PAPERS,
                  AuthorMetrics.FRACTIONAL_PAPERS,
                  AuthorMetrics.DEGREE,
                  AuthorMetrics.STRENGTH,
                  AuthorMetrics.PAGERANK,
                  AuthorMetrics.BETWEENNESS)),
          new Names(
              Authors.TABLE,
              Authors.AUTHOR_ID,
              Authors.DISPLAY_NAME,
              List.of(Authors.FIRST_YEAR, Authors.LAST_YEAR)),
          new Edges(
              CoauthorEdges.TABLE,
              CoauthorEdges.AUTHOR_A,
              CoauthorEdges.AUTHOR_B,
              Optional.of(CoauthorEdges.WEIGHT_FULL),
              Optional.empty()));

  /** Papers of the corpus, and citations between them. */
  private static final GraphTables CITATIONS =
      new GraphTables(
          "citations",
          "paper",
          EdgeDirection.DIRECTED,
          new Nodes(
              PaperMetrics.TABLE,
              PaperMetrics.PAPER_ID,
              Optional.empty(),
              List.of(),
              List.of(
                  PaperMetrics.CITATIONS,
                  PaperMetrics.REFERENCE_COUNT,
                  PaperMetrics.PAGERANK,
                  PaperMetrics.ATTRANK)),
          new Names(
              Papers.TABLE,
              Papers.PAPER_ID,
              Papers.TITLE,
              List.of(Papers.YEAR, Papers.PRIMARY_CATEGORY, Papers.VENUE)),
          new Edges(
              Citations.TABLE,
              Citations.CITING_ID,
              Citations.CITED_ID,
              Optional.empty(),
              Optional.of(Citations.RESOLVED)));

  /** All graphs. */
  static List<GraphTables> all() {
    return List.of(COAUTHORS, CITATIONS);
  }

  /**
   * The nodes and their metrics.
   *
   * @param relation what of the table counts: itself, or a part of it in the database
   * @param numbers columns that hold a number of something and are no metric
   * @param sizes metrics that are never negative and make a good size of a node
   */
  record Nodes(
      TableContract table,
      String relation,
      TableColumn id,
      Optional<TableColumn> community,
      List<TableColumn> numbers,
      List<TableColumn> sizes) {
    Nodes(
        TableContract table,
        TableColumn id,
        Optional<TableColumn> community,
        List<TableColumn> numbers,
        List<TableColumn> sizes) {
      this(table, table.name(), id, community, numbers, sizes);
    }

    /** The same of a part of the table. */
    Nodes from(String part) {
      return new Nodes(table, part, id, community, numbers, sizes);
    }

    /** What a numeric column is good for. */
    AttributeRole roleOf(String column) {
      if (community.map(TableColumn::name).filter(column::equals).isPresent()) {
        return AttributeRole.GROUP;
      }
      if (isNumber(column)) {
        return AttributeRole.OTHER;
      }
      return sizes.stream().anyMatch(size -> size.name().equals(column))
          ? AttributeRole.SIZE
          : AttributeRole.SCORE;
    }

    /** Whether the column holds the number of something, and no metric. */
    boolean isNumber(String column) {
      return numbers.stream().anyMatch(number -> number.name().equals(column));
    }
  }

  /** What people call the nodes, and what else is worth telling of them. */
  record Names(TableContract table, TableColumn id, TableColumn label, List<TableColumn> others) {}

  /**
   * The edges.
   *
   * @param relation what of the table counts: itself, or a part of it in the database
   * @param weight if they have any
   * @param condition a column that must be true
   */
  record Edges(
      TableContract table,
      String relation,
      TableColumn source,
      TableColumn target,
      Optional<TableColumn> weight,
      Optional<TableColumn> condition) {
    Edges(
        TableContract table,
        TableColumn source,
        TableColumn target,
        Optional<TableColumn> weight,
        Optional<TableColumn> condition) {
      this(table, table.name(), source, target, weight, condition);
    }

    /** The same of a part of the table. */
    Edges from(String part) {
      return new Edges(table, part, source, target, weight, condition);
    }

    /**
     * Which edges {@code e} count, in SQL: a paper that lists itself is not cited by that, and a
     * smaller weight than asked for is too small.
     */
    String where() {
      return " WHERE e."
          + SnapshotDatabase.name(source.name())
          + " <> e."
          + SnapshotDatabase.name(target.name())
          + condition.map(column -> " AND e." + SnapshotDatabase.name(column.name())).orElse("")
          + weight
              .map(column -> " AND e." + SnapshotDatabase.name(column.name()) + " >= ?")
              .orElse("");
    }

    /** What stands for the question marks there. */
    List<Object> parameters(double minWeight) {
      return weight.isPresent() ? List.of(minWeight) : List.of();
    }

    /** Columns that are told of an edge beside its ends and weight. */
    boolean isAttribute(String column) {
      return !Set.of(source.name(), target.name()).contains(column)
          && weight.stream().noneMatch(w -> w.name().equals(column))
          && condition.stream().noneMatch(c -> c.name().equals(column));
    }
  }

  /** Whether there is a graph of some years alone: edges are known by year. */
  boolean hasYears() {
    return nodes.table().equals(AuthorMetrics.TABLE);
  }

  /**
   * A part of this graph.
   *
   * @param partNoun what a person calls a node of it
   * @param nodeRelation its nodes
   * @param edgeRelation its edges
   */
  GraphTables part(String partNoun, String nodeRelation, String edgeRelation) {
    return new GraphTables(
        label, partNoun, direction, nodes.from(nodeRelation), names, edges.from(edgeRelation));
  }

  boolean isDirected() {
    return direction == EdgeDirection.DIRECTED;
  }

  Description description() {
    return new Description(label, nodes.id().name(), direction);
  }

  /** The graph of that name. */
  static Optional<GraphTables> named(String label) {
    return all().stream().filter(graph -> graph.label.equals(label)).findFirst();
  }
}
