package org.almagest.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.almagest.config.NearestName;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;

/** Holds the tables of a run against all checks that concern them. */
public final class QualityGate {
  private final QualityConfig config;
  private final Set<String> accepted;

  /**
   * @param accepted names of checks that may fail
   * @throws AlmagestException (usage) for a setting with a wrong value, or a name that no check has
   */
  public QualityGate(Settings settings, Set<String> accepted) {
    this.config = QualityConfig.from(settings);
    this.accepted = Set.copyOf(accepted);
    List<String> known = DeclaredChecks.ALL.stream().map(QualityCheck::name).toList();
    for (String name : accepted) {
      if (!known.contains(name)) {
        throw AlmagestException.usage(
            "--accept: there is no quality check '"
                + name
                + "'. Did you mean '"
                + NearestName.of(name, known)
                + "'?");
      }
    }
  }

  /** Reads each table that a check is about once, and changes nothing. */
  public Verdict judge(Candidate candidate) {
    return judge(DeclaredChecks.ALL, candidate);
  }

  Verdict judge(List<QualityCheck> checks, Candidate candidate) {
    List<QualityCheck> concerning =
        checks.stream().filter(check -> check.concerns(candidate)).toList();
    Map<QualityCheck, List<Probe>> probes = new LinkedHashMap<>();
    concerning.forEach(check -> probes.put(check, check.measure().probes(candidate)));
    List<Probe> named = new ArrayList<>();
    probes.forEach((check, own) -> own.forEach(probe -> named.add(probe.of(check))));
    Map<String, Tally> tallies = TableScan.tallies(named, candidate);
    List<CheckResult> results = new ArrayList<>();
    for (QualityCheck check : concerning) {
      Map<String, Tally> own = new HashMap<>();
      for (Probe probe : probes.get(check)) {
        own.put(probe.name(), tallies.get(probe.of(check).name()));
      }
      Optional<Observed> observed = check.measure().observe(candidate, own);
      observed.ifPresent(found -> results.add(result(check, found)));
    }
    return new Verdict(results);
  }

  private CheckResult result(QualityCheck check, Observed observed) {
    double threshold = check.threshold().value().applyAsDouble(config);
    boolean failed = !CheckResult.passes(observed.value(), threshold);
    return new CheckResult(check, observed, threshold, failed && accepted.contains(check.name()));
  }
}
