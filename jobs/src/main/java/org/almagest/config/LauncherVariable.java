package org.almagest.config;

/**
 * Environment variables that begin with {@code ALMAGEST_} and are no settings: they belong to the
 * launcher, to digests and to the tests.
 */
public enum LauncherVariable {
  /** Where Almagest lies. */
  ALMAGEST_HOME("Directory of Almagest; the launcher finds it by itself."),
  /** The driver's heap. */
  ALMAGEST_DRIVER_MEMORY(
      "Heap of the process that runs the stages, such as 8g; by default 4g, or what the Spark of"
          + " `SPARK_HOME` says."),
  /** Further options for Java. */
  ALMAGEST_JAVA_OPTS("Further options for the Java process, separated by blanks."),
  /** No build. */
  ALMAGEST_SKIP_BUILD(
      "Set to 1, the launcher builds nothing, whatever has changed, and keeps no classes."),
  /** Name for the mail server. */
  ALMAGEST_SMTP_USER("Name that `digest --send` gives to the mail server, if it asks for one."),
  /** Password for the mail server. */
  ALMAGEST_SMTP_PASSWORD(
      "Password that goes with it; it is read from here alone and never written anywhere."),
  /** For notebooks. */
  ALMAGEST_WAREHOUSE(
      "The warehouse that notebooks open; by default the nearest directory `warehouse`. No other"
          + " command looks at it."),
  /** Data for tests. */
  ALMAGEST_SHARED_DATA("Directory of real corpora for the tests that need them.");

  private final String meaning;

  LauncherVariable(String meaning) {
    this.meaning = meaning;
  }

  /** What it does, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
