package org.almagest.ingest;

import java.util.List;
import java.util.Optional;
import org.almagest.author.AuthorIdentity;
import org.almagest.corpus.AuthorName;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One author of a record.
 *
 * @param id by the rule of {@code authors.identity}
 * @param rawName as written
 * @param affiliation as written, or null
 * @param affiliations what the source knows of them
 */
record RecordAuthor(
    UTF8String id,
    UTF8String rawName,
    UTF8String affiliation,
    List<RecordAffiliation> affiliations) {

  /** One affiliation of an author; what is not known is null. */
  record RecordAffiliation(
      UTF8String institutionId, UTF8String institutionName, UTF8String countryCode) {}

  static RecordAuthor of(AuthorName name, AuthorIdentity identity) {
    return new RecordAuthor(
        UTF8String.fromString(identity.authorId(name)),
        UTF8String.fromString(name.rawName()),
        text(name.affiliation()),
        name.affiliations().stream()
            .map(
                each ->
                    new RecordAffiliation(
                        text(each.institutionId()),
                        text(each.institutionName()),
                        text(each.countryCode())))
            .toList());
  }

  private static UTF8String text(Optional<String> value) {
    return value.map(UTF8String::fromString).orElse(null);
  }
}
