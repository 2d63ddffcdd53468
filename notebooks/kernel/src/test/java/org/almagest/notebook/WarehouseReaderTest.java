package org.almagest.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.almagest.fault.AlmagestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseReaderTest {
  @TempDir Path directory;

  @Test
  void theVariableNamesTheWarehouse() throws IOException {
    Files.createDirectories(directory.resolve("warehouse/versions"));

    assertThat(WarehouseReader.location(Map.of("ALMAGEST_WAREHOUSE", "/data/w"), directory))
        .isEqualTo("/data/w");
  }

  @Test
  void withoutItTheNearestWarehouseAboveIsTaken() throws IOException {
    Files.createDirectories(directory.resolve("warehouse/versions"));
    Path below = Files.createDirectories(directory.resolve("notebooks/warehouse")).getParent();

    assertThat(WarehouseReader.location(Map.of("ALMAGEST_WAREHOUSE", " "), below))
        .isEqualTo(directory.resolve("warehouse").toString());
  }

  @Test
  void saysWhatToDoWhereThereIsNone() {
    assertThatExceptionOfType(AlmagestException.class)
        .isThrownBy(() -> WarehouseReader.location(Map.of(), directory))
        .withMessageContaining("submit/almagest demo")
        .withMessageContaining("ALMAGEST_WAREHOUSE");
    assertThatExceptionOfType(AlmagestException.class)
        .isThrownBy(() -> WarehouseReader.open(directory.toString()))
        .withMessageStartingWith("Nothing is published in " + directory);
  }
}
