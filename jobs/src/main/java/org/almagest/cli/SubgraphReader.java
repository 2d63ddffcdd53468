package org.almagest.cli;

import static org.almagest.query.SnapshotDatabase.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.export.Attribute;
import org.almagest.export.AttributeRole;
import org.almagest.export.AttributeType;
import org.almagest.export.GraphSelection;
import org.almagest.fault.AlmagestException;
import org.almagest.query.SnapshotDatabase;
import org.almagest.table.TableColumn;

/**
 * Reads a part of a graph from the tables of a snapshot. Whatever columns the table of metrics has
 * become attributes of the nodes, and those of the edges' table attributes of the edges. Nodes come
 * by falling rank, edges by the places of their ends, so the same snapshot gives the same graph.
 */
final class SubgraphReader {
  private final SnapshotDatabase database;
  private final GraphTables graph;

  SubgraphReader(SnapshotDatabase database, GraphTables graph) {
    this.database = database;
    this.graph = graph;
  }

  /** A column of a table whose values can be attributes. */
  private record Column(String table, Attribute attribute) {
    String sql() {
      return table + "." + name(attribute.name());
    }
  }

  /**
   * Reads the nodes that were chosen and the edges between them.
   *
   * @param minWeight edges with a smaller weight are left out, also on the way from a node to those
   *     around it
   * @throws AlmagestException (usage) if there is no such metric, community or node
   */
  GraphSelection read(Subgraph subgraph, double minWeight) {
    List<Column> metrics = metrics();
    new NodeChoice(database, graph, attributes(metrics)).choose(subgraph, minWeight);
    List<Column> ofNodes = Stream.concat(metrics.stream(), details(metrics).stream()).toList();
    List<Column> ofEdges =
        columns(
            "e",
            graph.edges().relation(),
            graph.edges()::isAttribute,
            column -> AttributeRole.OTHER);
    GraphSelection.Builder selection =
        GraphSelection.builder(graph.description(), attributes(ofNodes), attributes(ofEdges));
    readNodes(ofNodes, selection);
    readEdges(ofEdges, minWeight, selection);
    return selection.build();
  }

  private List<Column> metrics() {
    GraphTables.Nodes nodes = graph.nodes();
    return columns(
        "m", nodes.relation(), column -> !column.equals(nodes.id().name()), nodes::roleOf);
  }

  /** What the table of names tells and that of metrics does not. */
  private List<Column> details(List<Column> metrics) {
    List<String> known = metrics.stream().map(column -> column.attribute().name()).toList();
    List<String> wanted = graph.names().others().stream().map(TableColumn::name).toList();
    return columns(
        "n",
        graph.names().table().name(),
        column -> wanted.contains(column) && !known.contains(column),
        column -> AttributeRole.SCORE);
  }

  private void readNodes(List<Column> columns, GraphSelection.Builder selection) {
    GraphTables.Names names = graph.names();
    database.read(
        "SELECT c.id, coalesce(n."
            + (name(names.label().name()) + ", '')" + list(columns))
            + (" FROM " + NodeChoice.TABLE + " c JOIN " + name(graph.nodes().relation()) + " m")
            + (" ON m." + name(graph.nodes().id().name()) + " = c.id")
            + (" LEFT JOIN " + name(names.table().name()) + " n")
            + (" ON n." + name(names.id().name()) + " = c.id ORDER BY c.place"),
        row -> setAll(selection.node((String) row[0], (String) row[1]), row, 2, columns));
  }

  private void readEdges(List<Column> columns, double minWeight, GraphSelection.Builder selection) {
    GraphTables.Edges edges = graph.edges();
    String ends =
        graph.isDirected()
            ? "s.place, t.place"
            : "least(s.place, t.place), greatest(s.place, t.place)";
    String weight = edges.weight().map(column -> "e." + name(column.name())).orElse("1.0");
    database.read(
        "SELECT "
            + (ends + ", CAST(" + weight + " AS DOUBLE)" + list(columns))
            + (" FROM " + name(edges.relation()) + " e")
            + (" JOIN " + NodeChoice.TABLE + " s ON s.id = e." + name(edges.source().name()))
            + (" JOIN " + NodeChoice.TABLE + " t ON t.id = e." + name(edges.target().name()))
            + edges.where()
            + " ORDER BY 1, 2",
        row ->
            setAll(
                selection.edge(
                    ((Number) row[0]).intValue(),
                    ((Number) row[1]).intValue(),
                    ((Number) row[2]).doubleValue()),
                row,
                3,
                columns),
        edges.parameters(minWeight).toArray());
  }

  private static void setAll(
      GraphSelection.Builder.Row target, Object[] values, int first, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Object value = values[first + i];
      if (value == null) {
        continue;
      }
      switch (columns.get(i).attribute().type()) {
        case INTEGER, LONG -> target.set(i, ((Number) value).longValue());
        case DOUBLE -> target.set(i, ((Number) value).doubleValue());
        case BOOLEAN -> target.set(i, (boolean) value);
        case TEXT -> target.set(i, value.toString());
      }
    }
  }

  /**
   * The wanted columns of a relation that hold plain values; lists and the like are no attributes.
   *
   * @param roles says what a numeric column is good for
   */
  private List<Column> columns(
      String alias,
      String relation,
      Predicate<String> wanted,
      Function<String, AttributeRole> roles) {
    List<Column> columns = new ArrayList<>();
    database.read(
        "SELECT column_name, column_type FROM (DESCRIBE " + name(relation) + ")",
        row -> {
          String column = (String) row[0];
          Optional<AttributeType> type = typeOf((String) row[1]);
          if (type.isPresent() && wanted.test(column)) {
            AttributeRole role = type.get().isNumeric() ? roles.apply(column) : AttributeRole.OTHER;
            columns.add(new Column(alias, new Attribute(column, type.get(), role)));
          }
        });
    return columns;
  }

  private static Optional<AttributeType> typeOf(String duckDbType) {
    return switch (duckDbType) {
      case "TINYINT", "SMALLINT", "INTEGER" -> Optional.of(AttributeType.INTEGER);
      case "BIGINT" -> Optional.of(AttributeType.LONG);
      case "FLOAT", "DOUBLE" -> Optional.of(AttributeType.DOUBLE);
      case "BOOLEAN" -> Optional.of(AttributeType.BOOLEAN);
      case "VARCHAR" -> Optional.of(AttributeType.TEXT);
      default -> Optional.empty();
    };
  }

  private static List<Attribute> attributes(List<Column> columns) {
    return columns.stream().map(Column::attribute).toList();
  }

  private static String list(List<Column> columns) {
    return columns.stream().map(column -> ", " + column.sql()).collect(Collectors.joining());
  }
}
