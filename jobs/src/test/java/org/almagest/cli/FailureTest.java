package org.almagest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void findsOurOwnErrorInsideSparks() {
    AlmagestException ours = new AlmagestException(ExitCode.BAD_INPUT, "x.tsv.xz is truncated.");

    Failure failure = Failure.of(new RuntimeException(new SparkException("Job aborted", ours)));

    assertThat(failure).isEqualTo(new Failure(ExitCode.BAD_INPUT, "x.tsv.xz is truncated."));
  }

  @Test
  void tellsOutOfMemoryAlsoWhereSparkOnlyMentionsIt() {
    Throwable told =
        new SparkException(
            "Lost task 0.0: java.lang.OutOfMemoryError: Java heap space", (Throwable) null);

    assertThat(Failure.of(told).exitCode()).isEqualTo(ExitCode.RESOURCES);
    assertThat(Failure.of(new RuntimeException(new OutOfMemoryError("heap"))).message())
        .contains("ALMAGEST_DRIVER_MEMORY");
  }

  @Test
  void tellsAHeapThatIsTooSmallForSpark() {
    Throwable told =
        new IllegalArgumentException("[INVALID_DRIVER_MEMORY] System memory 104857600");

    assertThat(Failure.of(told).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Failure.of(told).message()).contains("ALMAGEST_DRIVER_MEMORY");
  }

  @Test
  void endsAMessageWithAFullStop() {
    assertThat(Failure.of(AlmagestException.usage("f is empty; leave it out")).message())
        .isEqualTo("f is empty; leave it out.");
  }

  @Test
  void tellsAFullDiskWithItsPlace() {
    IOException full = new FileSystemException("/data/w/part", null, "No space left on device");

    Failure failure = Failure.of(new UncheckedIOException(full));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.RESOURCES);
    assertThat(failure.message()).contains("The disk is full at /data/w/part.");
    assertThat(Failure.of(new IOException("Disk quota exceeded")).exitCode())
        .isEqualTo(ExitCode.RESOURCES);
    assertThat(Failure.of(new IllegalStateException("No space left on device in a title")))
        .extracting(Failure::exitCode)
        .isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void anythingElseIsAFaultOfOurs() {
    Failure failure =
        Failure.of(new RuntimeException("outer", new IllegalStateException("inner\nmore")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.INTERNAL);
    assertThat(failure.message())
        .contains("IllegalStateException: inner.")
        .endsWith("Run again with --debug for the stack trace.")
        .doesNotContain("more");
  }

  @Test
  void survivesAChainOfCausesThatGoesRound() {
    RuntimeException first = new RuntimeException("first");
    RuntimeException second = new RuntimeException("second", first);
    first.initCause(second);

    assertThat(Failure.of(first).exitCode()).isEqualTo(ExitCode.INTERNAL);
  }
}
