package org.almagest.cli;

/** How progress is shown. */
enum ProgressStyle {
  /** One line that is written over and over: for a terminal. */
  REWRITING,
  /** Plain lines, seldom: for a log file or a pipe. */
  PLAIN
}
