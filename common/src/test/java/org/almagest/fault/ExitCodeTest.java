package org.almagest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The exit codes are a contract: schedulers act on them. */
class ExitCodeTest {
  @Test
  void keepsTheNumbersThatWereDocumented() {
    assertThat(Arrays.stream(ExitCode.values()).map(code -> code.number() + " " + code))
        .containsExactly(
            "0 OK",
            "1 INTERNAL",
            "2 USAGE",
            "3 BAD_INPUT",
            "4 CONFLICT",
            "5 COMMIT_UNKNOWN",
            "6 RESOURCES",
            "7 QUALITY_GATE");
  }

  @Test
  void travelsWithTheFailure() {
    assertThat(AlmagestException.usage("say what to do").exitCode()).isEqualTo(ExitCode.USAGE);
    Throwable cause = new IllegalStateException("why");
    assertThat(new AlmagestException(ExitCode.CONFLICT, "message", cause))
        .hasMessage("message")
        .hasCause(cause)
        .extracting(AlmagestException::exitCode)
        .isEqualTo(ExitCode.CONFLICT);
  }
}
