package org.almagest.citations;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.almagest.citation.FieldNormalisation;
import org.almagest.graph.AttRank;
import org.almagest.graph.DirectedGraph;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A citation graph in one task: arcs from citing to cited papers, and what is known of each paper.
 * It takes some 16 bytes a citation while it is built, and 25 a paper.
 */
final class CitationNetwork {
  /**
   * Columns of the rows it is built of. A row without citing papers tells of a paper: its number,
   * year and field. One with citing papers tells of a cited work: its number, which is null outside
   * the corpus, and what {@link CitationLinks} says of it.
   */
  static final StructType ROWS =
      new StructType()
          .add("number", DataTypes.IntegerType)
          .add("year", DataTypes.IntegerType)
          .add("field", DataTypes.StringType)
          .add("citing", DataTypes.createArrayType(DataTypes.IntegerType, false))
          .add("self_citations", DataTypes.IntegerType)
          .add("cites_itself", DataTypes.BooleanType);

  /** What the network has of a paper beside the graph, and what ranks take while computed. */
  private static final int BYTES_PER_PAPER = 16 + 44;

  private record Group(String field, int year) {}

  private final DirectedGraph graph;
  private final int[] references;
  private final int[] selfCitations;
  private final int[] years;
  private final int[] groups;

  private CitationNetwork(
      DirectedGraph graph, int[] references, int[] selfCitations, int[] years, int[] groups) {
    this.graph = graph;
    this.references = references;
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
    int[] references = new int[papers];
    int[] selfCitations = new int[papers];
    int[] years = new int[papers];
    int[] groups = new int[papers];
    Arrays.fill(years, AttRank.UNKNOWN_YEAR);
    Arrays.fill(groups, FieldNormalisation.NO_GROUP);
    Map<Group, Integer> numbers = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.isNullAt(3)) {
        int paper = row.getInt(0);
        if (!row.isNullAt(1)) {
          years[paper] = row.getInt(1);
          if (!row.isNullAt(2)) {
            Group group = new Group(row.getString(2), years[paper]);
            groups[paper] = numbers.computeIfAbsent(group, unseen -> numbers.size());
          }
        }
        continue;
      }
      List<Integer> citing = row.getList(3);
      citing.forEach(paper -> references[paper]++);
      if (!row.isNullAt(0)) {
        int cited = row.getInt(0);
        citing.forEach(paper -> arcs.add(paper, cited));
        selfCitations[cited] = row.getInt(4);
        references[cited] += row.getBoolean(5) ? 1 : 0;
      }
    }
    return new CitationNetwork(arcs.build(), references, selfCitations, years, groups);
  }

  /** Memory of building and measuring a network, in bytes. */
  static long mostBytes(long papers, long citations) {
    return DirectedGraph.mostBytes(papers, citations) + BYTES_PER_PAPER * papers;
  }

  DirectedGraph graph() {
    return graph;
  }

  /** Works that a paper cites, in the corpus or not, and be it itself. */
  int references(int paper) {
    return references[paper];
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
        length = Math.max(length, age(years[paper], citing) + 1);
      }
    }
    int[] byAge = new int[length];
    for (int at = graph.inStart(paper); at < graph.inStart(paper + 1); at++) {
      int citing = years[graph.source(at)];
      if (citing != AttRank.UNKNOWN_YEAR) {
        byAge[age(years[paper], citing)]++;
      }
    }
    return byAge;
  }

  /** Age of a citation in years; 0 for one by a paper of an earlier year. */
  static int age(int year, int citingYear) {
    return Math.max(0, citingYear - year);
  }
}
