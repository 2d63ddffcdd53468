package org.almagest.corpus;

import java.util.Objects;
import java.util.Optional;

/**
 * Where an author works, as far as a source knows it.
 *
 * @param institutionId the source's own canonical id such as {@code openalex:I123}
 * @param institutionName name of the institution
 * @param countryCode ISO 3166-1 alpha-2, in capitals
 */
public record Affiliation(
    Optional<String> institutionId,
    Optional<String> institutionName,
    Optional<String> countryCode) {
  public Affiliation {
    Objects.requireNonNull(institutionId);
    Objects.requireNonNull(institutionName);
    Objects.requireNonNull(countryCode);
    if (institutionId.isEmpty() && institutionName.isEmpty() && countryCode.isEmpty()) {
      throw new IllegalArgumentException("an affiliation needs an institution or a country");
    }
  }

  /** An affiliation of which only the country is known. */
  public static Affiliation ofCountry(String countryCode) {
    return new Affiliation(Optional.empty(), Optional.empty(), Optional.of(countryCode));
  }
}
