package org.almagest.quality;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Column;

/** How many rows name something that its table does not have, each counted once for each name. */
record UnresolvedRows(List<Link> links) implements Measure {
  /**
   * A column whose values must stand in another table.
   *
   * @param where rows of which that holds
   */
  record Link(
      TableContract table,
      TableColumn column,
      Column where,
      TableContract named,
      TableColumn namedColumn) {
    static Link of(
        TableContract table, TableColumn column, TableContract named, TableColumn namedColumn) {
      return new Link(table, column, lit(true), named, namedColumn);
    }
  }

  UnresolvedRows {
    links = List.copyOf(links);
  }

  /** The tables on both sides. */
  List<TableContract> tables() {
    return links.stream()
        .flatMap(link -> Stream.of(link.table(), link.named()))
        .distinct()
        .toList();
  }

  @Override
  public List<Probe> probes(Candidate candidate) {
    List<Probe> probes = new ArrayList<>();
    Set<TableContract> named = new HashSet<>();
    for (Link link : links) {
      // All links to one table are counted together, under its name.
      String name = link.named().name();
      if (named.add(link.named())) {
        probes.add(Probe.named(name, link.named(), link.namedColumn()));
      }
      probes.add(Probe.naming(name, link.table(), link.column(), link.where()));
    }
    return probes;
  }

  @Override
  public Optional<Observed> observe(Candidate candidate, Map<String, Tally> tallies) {
    long all = 0;
    long unresolved = 0;
    List<String> named = links.stream().map(link -> link.named().name()).distinct().toList();
    for (String table : named) {
      all += tallies.get(table).rows();
      unresolved += tallies.get(table).unmarked();
    }
    String tables =
        String.join(", ", links.stream().map(link -> link.table().name()).distinct().toList());
    return Optional.of(
        new Observed(
            unresolved,
            Sentence.of(
                "%,d of %,d ids in %s are missing from %s",
                unresolved, all, tables, String.join(" or ", named))));
  }
}
