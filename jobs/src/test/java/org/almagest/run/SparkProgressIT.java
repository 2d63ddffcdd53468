package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.almagest.run.RecordingListener.Progress;
import org.almagest.stage.SparkSuite;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // see SparkSuite
class SparkProgressIT extends SparkSuite {
  private final transient RecordingListener listener = new RecordingListener();

  @BeforeEach
  void listen() {
    spark().sparkContext().addSparkListener(new SparkProgress(listener));
  }

  private List<Progress> heard() throws Exception {
    spark().sparkContext().listenerBus().waitUntilEmpty();
    return listener.progress();
  }

  @Test
  void countsTheTasksOfAStepUpToTheirNumber() throws Exception {
    jsc().setJobDescription("counting");
    jsc().parallelize(List.of(1, 2, 3, 4), 4).count();
    assertThat(heard())
        .containsExactly(
            new Progress("counting", 1, 4),
            new Progress("counting", 2, 4),
            new Progress("counting", 3, 4),
            new Progress("counting", 4, 4));
  }

  @Test
  void aTaskThatFailsIsNotCounted() throws Exception {
    jsc().setJobDescription("failing");
    assertThatThrownBy(() -> jsc().parallelize(List.of(0), 1).map(zero -> 1 / zero).count())
        .isInstanceOf(SparkException.class);
    assertThat(heard()).isEmpty();
  }
}
