package org.almagest.warehouse;

import java.util.List;
import java.util.Objects;
import org.almagest.warehouse.Manifest.InputFile;
import org.almagest.warehouse.Manifest.StageRecord;

/**
 * A stage that a run has finished before it is published, as {@code
 * _staging/RUN/_stages/STAGE.json} tells it.
 *
 * @param stage what it did
 * @param tables the tables that it wrote, with their paths as they are to be once they are
 *     published
 * @param documents its files that are no tables, in the same way
 * @param inputs the input files that it noted; empty where it reads none
 */
public record FinishedStage(
    StageRecord stage,
    List<TableSnapshot> tables,
    List<DocumentSnapshot> documents,
    List<InputFile> inputs) {
  public FinishedStage {
    Objects.requireNonNull(stage);
    tables = List.copyOf(tables);
    // Missing in notes of earlier releases.
    documents = documents == null ? List.of() : List.copyOf(documents);
    inputs = List.copyOf(inputs);
  }
}
