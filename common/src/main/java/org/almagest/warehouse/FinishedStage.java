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
 * @param inputs the input files that it noted; empty where it reads none
 */
public record FinishedStage(StageRecord stage, List<TableSnapshot> tables, List<InputFile> inputs) {
  public FinishedStage {
    Objects.requireNonNull(stage);
    tables = List.copyOf(tables);
    inputs = List.copyOf(inputs);
  }
}
