package org.almagest.cli;

import static org.almagest.query.SnapshotDatabase.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.config.NearestName;
import org.almagest.export.Attribute;
import org.almagest.fault.AlmagestException;
import org.almagest.query.SnapshotDatabase;
import org.almagest.table.TableColumn;

/** Chooses nodes of a graph and keeps them as a table of the database. */
final class NodeChoice {
  /** What orders nodes where no metric was asked for; every table of metrics has it. */
  static final String RANK = "pagerank";

  /** The table of the nodes that were chosen: place, from 0 by falling rank, and id. */
  static final String TABLE = "chosen";

  private static final String REACHED = "reached_";

  private final SnapshotDatabase database;
  private final GraphTables graph;
  private final List<Attribute> metrics;

  /**
   * @param metrics the columns of the graph's table of metrics
   */
  NodeChoice(SnapshotDatabase database, GraphTables graph, List<Attribute> metrics) {
    this.database = database;
    this.graph = graph;
    this.metrics = metrics;
  }

  /**
   * Chooses the nodes.
   *
   * @throws AlmagestException (usage) if there is no such metric, community or node
   */
  void choose(Subgraph subgraph, double minWeight) {
    if (subgraph instanceof Subgraph.Top top) {
      chooseTop(top);
    } else if (subgraph instanceof Subgraph.Community community) {
      chooseCommunity(community);
    } else if (subgraph instanceof Subgraph.Ego ego) {
      chooseAround(ego, minWeight);
    }
  }

  private void chooseTop(Subgraph.Top top) {
    List<String> names =
        metrics.stream()
            .filter(attribute -> attribute.type().isNumeric())
            .map(Attribute::name)
            .filter(metric -> !graph.nodes().isNumber(metric))
            .toList();
    if (!names.contains(top.metric())) {
      throw AlmagestException.usage(
          "The "
              + graph.label()
              + " graph has no metric '"
              + top.metric()
              + "'. Did you mean '"
              + NearestName.of(top.metric(), names)
              + "'? There are: "
              + String.join(", ", names)
              + ".");
    }
    keep(
        top.metric(),
        "WHERE isfinite(CAST(" + name(top.metric()) + " AS DOUBLE)) ORDER BY place LIMIT ?",
        top.count());
    if (chosen() == 0) {
      throw AlmagestException.usage(
          "No " + graph.noun() + " has a value of " + top.metric() + "; choose another metric.");
    }
  }

  private void chooseCommunity(Subgraph.Community community) {
    String column =
        graph
            .nodes()
            .community()
            .map(TableColumn::name)
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "The "
                            + graph.label()
                            + " graph has no communities; choose with --top or --ego, or take"
                            + " --graph coauthors."));
    keep(RANK, "WHERE " + name(column) + " = ?", community.number());
    if (chosen() == 0) {
      List<Object> last = new ArrayList<>();
      database.read(
          "SELECT max(" + name(column) + ") FROM " + name(graph.nodes().table().name()),
          row -> last.add(row[0]));
      throw AlmagestException.usage(
          "No "
              + graph.noun()
              + " is in community "
              + community.number()
              + "; they are numbered from 0 to "
              + last.get(0)
              + " by falling size.");
    }
  }

  private void chooseAround(Subgraph.Ego ego, double minWeight) {
    database.keep(
        REACHED + 0,
        "SELECT " + nodeId() + " AS id FROM " + nodesTable() + " WHERE " + nodeId() + " = ?",
        ego.id());
    if (database.rowCount(REACHED + 0) == 0) {
      throw unknownNode(ego.id());
    }
    GraphTables.Edges edges = graph.edges();
    String source = "e." + name(edges.source().name());
    String target = "e." + name(edges.target().name());
    for (int step = 1; step <= ego.radius(); step++) {
      String from = " FROM " + name(edges.relation()) + " e JOIN " + REACHED + (step - 1);
      database.keep(
          REACHED + step,
          "SELECT id FROM "
              + (REACHED + (step - 1))
              + (" UNION SELECT " + target + from + " r ON r.id = " + source + edges.where())
              + (" UNION SELECT " + source + from + " r ON r.id = " + target + edges.where()),
          Stream.concat(edges.parameters(minWeight).stream(), edges.parameters(minWeight).stream())
              .toArray());
    }
    keep(RANK, "WHERE " + nodeId() + " IN (SELECT id FROM " + REACHED + ego.radius() + ")");
  }

  private AlmagestException unknownNode(String id) {
    GraphTables.Names names = graph.names();
    String label = name(names.label().name());
    List<String> nearest = new ArrayList<>();
    // People know names, tables know ids: whichever is nearer was meant.
    database.read(
        "SELECT "
            + (name(names.id().name()) + ", " + label)
            + (" FROM " + name(names.table().name()) + " WHERE " + name(names.id().name()))
            + (" IN (SELECT " + nodeId() + " FROM " + nodesTable() + ")")
            + (" ORDER BY least(damerau_levenshtein(lower(" + name(names.id().name()) + "), $1),")
            + (" damerau_levenshtein(lower(" + label + "), $1)), 1 LIMIT 1"),
        row -> nearest.add("'" + row[0] + "' (" + row[1] + ")"),
        id.toLowerCase(Locale.ROOT));
    return AlmagestException.usage(
        "There is no "
            + graph.noun()
            + " with the id '"
            + id
            + "'."
            + nearest.stream()
                .map(node -> " Did you mean " + node + "?")
                .collect(Collectors.joining())
            + " Ids are the column "
            + graph.nodes().id().name()
            + " of the table "
            + names.table().name()
            + ".");
  }

  /** Keeps the ids that meet a condition, with their places by falling rank. */
  private void keep(String rank, String condition, Object... parameters) {
    database.keep(
        TABLE,
        "SELECT row_number() OVER (ORDER BY "
            + (name(rank) + " DESC NULLS LAST, " + nodeId() + ") - 1 AS place, ")
            + (nodeId() + " AS id FROM " + nodesTable() + " " + condition),
        parameters);
  }

  private long chosen() {
    return database.rowCount(TABLE);
  }

  private String nodesTable() {
    return name(graph.nodes().relation());
  }

  private String nodeId() {
    return name(graph.nodes().id().name());
  }
}
