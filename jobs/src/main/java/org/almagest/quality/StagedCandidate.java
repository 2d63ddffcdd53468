package org.almagest.quality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.almagest.table.TableContract;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.StagedSnapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A staged snapshot as the checks see it.
 *
 * @param snapshot tables of the run and those it takes over
 * @param written tables of the stages that ran
 */
public record StagedCandidate(StagedSnapshot snapshot, List<TableContract> written)
    implements Candidate {
  /** Leaves out what the run did not write itself. */
  public StagedCandidate {
    written = written.stream().filter(snapshot::wrote).toList();
  }

  @Override
  public boolean has(TableContract contract) {
    return snapshot.has(contract);
  }

  @Override
  public long rows(TableContract contract) {
    return snapshot.rows(contract);
  }

  @Override
  public Dataset<Row> read(TableContract contract) {
    return snapshot.read(contract);
  }

  @Override
  public OptionalLong rowsBefore(TableContract contract) {
    return snapshot.base().flatMap(base -> base.table(contract.name())).stream()
        .mapToLong(table -> table.rows())
        .findFirst();
  }

  @Override
  public Optional<Dataset<Row>> readBefore(TableContract contract) {
    return snapshot.readBase(contract);
  }

  @Override
  public String before() {
    return "version " + snapshot.base().map(Snapshot::version).orElse(0L);
  }
}
