package org.almagest.topics;

import java.util.OptionalDouble;

/** Optional numbers as columns have them. */
final class OrNull {
  private OrNull() {}

  static Double of(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
