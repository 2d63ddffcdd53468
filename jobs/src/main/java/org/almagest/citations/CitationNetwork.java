package org.almagest.citations;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.almagest.citation.FieldNormalisation;
import org.almagest.graph.AttRank;
import org.almagest.graph.DirectedGraph;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A citation graph in one task: arcs from citing to cited papers, and what is known of each paper.
 * It takes some 20 bytes a citation while it is built, and 30 a paper.
 */
final class CitationNetwork {
  /** What stands for the cited paper in a row that tells of a paper itself. */
  static final int NO_PAPER = -1;

  /**
   * Columns of the rows it is built of: a citation by a paper of another, and whether it is a
   * self-citation; or a paper, no other, its year and its field.
   */
  static final StructType ROWS =
      new StructType()
          .add("citing", DataTypes.IntegerType)
          .add("cited", DataTypes.IntegerType)
          .add("self", DataTypes.BooleanType)
          .add("year", DataTypes.IntegerType)
          .add("field", DataTypes.StringType);

  private record Group(String field, int year) {}

  private final DirectedGraph graph;
  private final int[] selfCitations;
  private final int[] years;
  private final int[] groups;

  private CitationNetwork(DirectedGraph graph, int[] selfCitations, int[] years, int[] groups) {
    this.graph = graph;
    this.selfCitations = selfCitations;
    this.years = years;
    this.groups = groups;
  }

  /**
   * The network of rows of {@link #ROWS}, in any order: the groups' numbers depend on it, and
   * nothing else.
   */
  static CitationNetwork read(Iterator<Row> rows, int papers) {
    DirectedGraph.Builder arcs = DirectedGraph.unweighted(papers);
    int[] selfCitations = new int[papers];
    int[] years = new int[papers];
    int[] groups = new int[papers];
    Arrays.fill(years, AttRank.UNKNOWN_YEAR);
    Arrays.fill(groups, FieldNormalisation.NO_GROUP);
    Map<Group, Integer> numbers = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      int citing = row.getInt(0);
      int cited = row.getInt(1);
      if (cited != NO_PAPER) {
        arcs.add(citing, cited);
        selfCitations[cited] += row.getBoolean(2) ? 1 : 0;
      } else if (!row.isNullAt(3)) {
        years[citing] = row.getInt(3);
        if (!row.isNullAt(4)) {
          Group group = new Group(row.getString(4), years[citing]);
          groups[citing] = numbers.computeIfAbsent(group, unseen -> numbers.size());
        }
      }
    }
    return new CitationNetwork(arcs.build(), selfCitations, years, groups);
  }

  DirectedGraph graph() {
    return graph;
  }

  int selfCitations(int paper) {
    return selfCitations[paper];
  }

  /** The year of each paper, or {@link AttRank#UNKNOWN_YEAR}. Not to be changed. */
  int[] years() {
    return years;
  }

  /**
   * The group of each paper, which is of its field and year, or {@link
   * FieldNormalisation#NO_GROUP}. Not to be changed.
   */
  int[] groups() {
    return groups;
  }

  /** Citations of each paper. */
  int[] citations() {
    int[] citations = new int[graph.nodes()];
    Arrays.setAll(citations, graph::inDegree);
    return citations;
  }

  /**
   * A paper's citations by age in years, as far as the oldest; those by papers of an earlier year
   * are of age 0. Empty without citations of known age.
   */
  int[] citationsByAge(int paper) {
    if (years[paper] == AttRank.UNKNOWN_YEAR) {
      return new int[0];
    }
    int length = 0;
    for (int at = graph.inStart(paper); at < graph.inStart(paper + 1); at++) {
      int citing = years[graph.source(at)];
      if (citing != AttRank.UNKNOWN_YEAR) {
        length = Math.max(length, age(paper, citing) + 1);
      }
    }
    int[] byAge = new int[length];
    for (int at = graph.inStart(paper); at < graph.inStart(paper + 1); at++) {
      int citing = years[graph.source(at)];
      if (citing != AttRank.UNKNOWN_YEAR) {
        byAge[age(paper, citing)]++;
      }
    }
    return byAge;
  }

  private int age(int paper, int citingYear) {
    return Math.max(0, citingYear - years[paper]);
  }
}
