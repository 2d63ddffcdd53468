package org.almagest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Programs beyond a JDK that some tests need. */
public final class TestTools {
  /** What {@code .ci/run} sets: a program that is missing is a failure, not a reason to skip. */
  private static final String REQUIRED = "REQUIRE_TEST_TOOLS";

  private TestTools() {}

  /**
   * Skips a test where a program is missing, or fails it where that must not be.
   *
   * @param packages of Debian that have the program
   */
  public static void require(boolean areThere, String packages) {
    String message = "needs " + packages + ": apt-get install " + packages;
    if ("1".equals(System.getenv(REQUIRED))) {
      assertThat(areThere).as(message).isTrue();
    }
    assumeTrue(areThere, message);
  }
}
