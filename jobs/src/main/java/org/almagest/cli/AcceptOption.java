package org.almagest.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which quality checks may fail. */
final class AcceptOption {
  @Option(
      names = "--accept",
      paramLabel = "CHECK",
      description =
          "Publish although this quality check fails; several may stand with commas between them, and"
              + " the option may be repeated.")
  private List<String> checks = List.of();

  Set<String> checks() {
    return checks.stream()
        .flatMap(names -> List.of(names.split(",", -1)).stream())
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
