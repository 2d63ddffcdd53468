package org.almagest.fault;

/**
 * A failure that we can explain. The message is for the person who started the command: which file
 * or setting, why, and what to do next, in one or two sentences. It is shown without a stack trace.
 */
public class AlmagestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /** A failure with its exit code. */
  public AlmagestException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A failure with its exit code and what brought it about. */
  public AlmagestException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** A wrong setting, flag or path. */
  public static AlmagestException usage(String message) {
    return new AlmagestException(ExitCode.USAGE, message);
  }

  /** How the process ends because of this. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
