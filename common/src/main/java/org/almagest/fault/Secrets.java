package org.almagest.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps passwords out of what we write: manifests, tables, messages. */
public final class Secrets {
  /** What stands between a location's scheme and its host: {@code user:password@}. */
  private static final Pattern PASSWORD =
      Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*:[^/@]*@");

  private Secrets() {}

  /**
   * Refuses a location with a password in it, without saying it again: it would stand in the
   * manifest and in each paper's source_file.
   *
   * @param what names it for a person: {@code "input"}
   * @throws AlmagestException (usage) if it has one
   */
  public static void requireNone(String what, String location) {
    Matcher password = PASSWORD.matcher(location);
    if (password.find()) {
      throw AlmagestException.usage(
          "The "
              + what
              + " "
              + password.replaceFirst("$1…@")
              + " has a password in it, which would be written to the warehouse; leave it out, and"
              + " give credentials in Hadoop's configuration (--conf spark.hadoop.…).");
    }
  }
}
