package org.almagest.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almagest.fault.AlmagestException;
import org.almagest.query.SnapshotDatabase;
import org.almagest.table.AuthorMetrics;
import org.almagest.table.AuthorYears;
import org.almagest.table.CoauthorEdgeYears;
import org.almagest.table.CoauthorEdges;
import org.almagest.table.TableContract;

/**
 * A span of years of the co-author graph: authors with papers of these years, and papers together
 * of these years.
 *
 * @param first the first year
 * @param last the last one, which belongs to it
 */
record GraphYears(int first, int last) {
  /** What it is made of. */
  static final List<TableContract> TABLES = List.of(AuthorYears.TABLE, CoauthorEdgeYears.TABLE);

  private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,5})(?:-([0-9]{1,5}))?");
  private static final String NODES = "nodes_of_years";
  private static final String EDGES = "edges_of_years";

  /**
   * Reads {@code 2015} or {@code 2010-2014}.
   *
   * @throws AlmagestException (usage) if it is neither
   */
  static GraphYears parse(String text) {
    Matcher years = TEXT.matcher(text.strip());
    if (!years.matches()) {
      throw AlmagestException.usage(
          "--years is '" + text + "', but it must be a year or a span such as 2010-2014.");
    }
    int first = Integer.parseInt(years.group(1));
    int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
    if (last < first) {
      throw AlmagestException.usage(
          "--years is '" + text + "', but the first year must not be after the last.");
    }
    return new GraphYears(first, last);
  }

  /**
   * The graph of these years, kept in the database.
   *
   * @param graph one that {@linkplain GraphTables#hasYears has years}
   * @throws AlmagestException (usage) if no author has a paper then
   */
  GraphTables of(GraphTables graph, SnapshotDatabase database) {
    database.keep(
        NODES,
        "SELECT m.* FROM %1$s m WHERE m.%2$s IN (SELECT y.%2$s FROM %3$s y WHERE y.%4$s BETWEEN ? AND ?)"
            .formatted(
                AuthorMetrics.TABLE.name(),
                AuthorMetrics.AUTHOR_ID.name(),
                AuthorYears.TABLE.name(),
                AuthorYears.YEAR.name()),
        first,
        last);
    database.keep(
        EDGES,
        ("SELECT %1$s, %2$s, CAST(sum(y.%3$s) AS BIGINT) AS %3$s, CAST(sum(y.%3$s) AS DOUBLE) AS %4$s,"
                + " sum(y.%5$s) AS %5$s, sum(y.%6$s) AS %6$s, min(y.%7$s) AS %8$s,"
                + " max(y.%7$s) AS %9$s FROM %10$s y WHERE y.%7$s BETWEEN ? AND ? GROUP BY 1, 2")
            .formatted(
                CoauthorEdges.AUTHOR_A.name(),
                CoauthorEdges.AUTHOR_B.name(),
                CoauthorEdges.PAPERS.name(),
                CoauthorEdges.WEIGHT_FULL.name(),
                CoauthorEdges.WEIGHT_FRACTIONAL.name(),
                CoauthorEdges.WEIGHT_COMPLETE_NORMALISED.name(),
                CoauthorEdgeYears.YEAR.name(),
                CoauthorEdges.FIRST_YEAR.name(),
                CoauthorEdges.LAST_YEAR.name(),
                CoauthorEdgeYears.TABLE.name()),
        first,
        last);
    String noun = graph.noun() + " with papers of " + (first == last ? "" : first + "-") + last;
    if (database.rowCount(NODES) == 0) {
      throw AlmagestException.usage("There is no " + noun + "; choose other --years.");
    }
    return graph.part(noun, NODES, EDGES);
  }
}
