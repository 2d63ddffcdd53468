package org.almagest.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.graph.AttRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsConfigTest {
  private static Settings with(Setting setting, String value) {
    return Settings.defaults().with(setting, value, "test");
  }

  @Test
  void theDefaultsMakeTheRankOfThePaper() {
    assertThat(CitationsConfig.from(Settings.defaults()).attRank(1e-9))
        .isEqualTo(new AttRank(0.2, 0.5, 0.3, 3, 0.16, 1e-9));
  }

  @Test
  void tellsWhichShareIsMissingToOne() {
    assertThatThrownBy(() -> CitationsConfig.from(with(Setting.CITATIONS_ATTRANK_ALPHA, "0.25")))
        .isInstanceOf(AlmagestException.class)
        .hasMessage(
            "citations.attrank-gamma is '0.3' (default), but it must be 0.25, since alpha is 0.25,"
                + " beta is 0.5 and the three sum to 1.");
    assertThatThrownBy(() -> CitationsConfig.from(with(Setting.CITATIONS_ATTRANK_BETA, "0.9")))
        .hasMessageContaining("0, with a smaller alpha or beta, since alpha is 0.2, beta is 0.9");
  }

  @Test
  void sharesMaySumToOneButForRounding() {
    Settings thirds =
        with(Setting.CITATIONS_ATTRANK_ALPHA, "0.3333333333")
            .with(Setting.CITATIONS_ATTRANK_BETA, "0.3333333333", "test")
            .with(Setting.CITATIONS_ATTRANK_GAMMA, "0.3333333333", "test");
    assertThat(CitationsConfig.from(thirds).attRank(1e-9).youth()).isEqualTo(0.3333333333);
  }

  @ParameterizedTest
  @CsvSource({
    "CITATIONS_COUPLING_TOP, 0",
    "CITATIONS_COUPLING_TOP, 1001",
    "CITATIONS_COUPLING_MIN_SHARED, 0",
    "CITATIONS_COUPLING_MAX_PAPERS, 1",
    "CITATIONS_ATTRANK_ALPHA, 1",
    "CITATIONS_ATTRANK_ALPHA, -0.1",
    "CITATIONS_ATTRANK_BETA, NaN",
    "CITATIONS_ATTRANK_GAMMA, 1.1",
    "CITATIONS_ATTRANK_YEARS, 0",
    "CITATIONS_ATTRANK_DECAY, -1",
    "GRAPH_MAX_LOCAL_EDGES, -1",
    "GRAPH_MAX_LOCAL_EDGES, 1000000001"
  })
  void refusesWhatMakesNoSense(Setting setting, String value) {
    assertThatThrownBy(() -> CitationsConfig.from(with(setting, value)))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining(setting.key() + " is '" + value + "' (test)");
  }

  @Test
  void oneTaskHasGraphsUpToTheLimitOfWhichCouplingHasANodeForEachWork() {
    CitationsConfig three = CitationsConfig.from(with(Setting.GRAPH_MAX_LOCAL_EDGES, "3"));
    assertThat(three.isLocal(10, 3)).isTrue();
    assertThat(three.isLocal(10, 4)).isFalse();
    CitationsConfig most = CitationsConfig.from(with(Setting.GRAPH_MAX_LOCAL_EDGES, "1000000000"));
    assertThat(most.isLocal(1_000_000_000, 1_000_000_000)).isTrue();
    assertThat(most.isLocal(1_200_000_000, 1_000_000_000)).isFalse();
  }
}
