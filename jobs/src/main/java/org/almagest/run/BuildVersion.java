package org.almagest.run;

import java.util.Optional;

/** Which build of Almagest this is. */
public final class BuildVersion {
  private BuildVersion() {}

  /** The version from the jar's manifest; {@code development} where there is no jar. */
  public static String current() {
    return Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
