package org.almagest.fault;

/** How a command ends; the number is the process's exit code and part of the public contract. */
public enum ExitCode {
  /** All went well. */
  OK(0),
  /** A fault of ours. */
  INTERNAL(1),
  /** A wrong command line, setting or path. */
  USAGE(2),
  /** More bad input than the budget allows. */
  BAD_INPUT(3),
  /** Another run published first. */
  CONFLICT(4),
  /** Whether the commit took effect is not known. */
  COMMIT_UNKNOWN(5),
  /** Out of disk or memory. */
  RESOURCES(6),
  /** A quality gate refused the snapshot. */
  QUALITY_GATE(7);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process exit code. */
  public int number() {
    return number;
  }
}
