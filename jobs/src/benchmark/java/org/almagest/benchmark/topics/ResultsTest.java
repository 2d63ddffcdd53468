package org.almagest.benchmark.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void aPointIsTheMedianOfItsRuns() {
    Results results = new Results();
    results.add(measured("ours", 50, 3, 1500));
    results.add(measured("ours", 50, 9, 1400));
    results.add(measured("ours", 50, 4, 1000));

    assertThat(results.medians())
        .singleElement()
        .isEqualTo(new Results.Median(measured("ours", 50, 4, 1400), 3));
  }

  @Test
  void aPointIsTheSameInAllRunsThoughOneTookLonger() {
    Results results = new Results();
    for (int iterations : new int[] {70, 90, 80}) {
      results.add(new Measurement("ours", 0, iterations, 1, 10, new Quality(1, 1, 1, 1)));
    }

    assertThat(results.medians())
        .singleElement()
        .satisfies(median -> assertThat(median.values().iterations()).isEqualTo(80));
  }

  @Test
  void aRaceIsWonAtTheFirstPointThatIsAsGood() {
    Results results = new Results();
    results.add(measured("ours", 25, 10, 2000));
    results.add(measured("ours", 50, 20, 1750));
    results.add(measured("ours", 75, 30, 1700));
    Measurement target = measured("other", 200, 100, 1750);

    Results.Race race = results.race("ours", target);

    assertThat(race.reached()).contains(measured("ours", 50, 20, 1750));
    assertThat(race.ratio().orElseThrow()).isCloseTo(5, within(1e-12));
  }

  @Test
  void aRaceMayNotBeWon() {
    Results results = new Results();
    results.add(measured("ours", 25, 10, 2000));

    assertThat(results.race("ours", measured("other", 200, 100, 1750)).ratio()).isEmpty();
  }

  @Test
  void theBestPointNeedNotBeTheLast() {
    Results results = new Results();
    results.add(measured("other", 10, 10, 2000));
    results.add(measured("other", 20, 20, 2100));

    assertThat(results.best("other")).contains(measured("other", 10, 10, 2000));
    assertThat(results.last("other")).contains(measured("other", 20, 20, 2100));
    assertThat(results.last("nobody")).isEmpty();
  }

  private static Measurement measured(
      String peer, int iterations, double seconds, double perplexity) {
    return new Measurement(
        peer, iterations, iterations, seconds, 10, new Quality(perplexity, 0.1, 0.5, 0.8));
  }
}
