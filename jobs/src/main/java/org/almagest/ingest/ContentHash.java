package org.almagest.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.almagest.ingest.RecordAuthor.RecordAffiliation;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A digest of a paper's content: equal where nothing changed, whatever file it came from. The ids
 * of authors do not count, since they depend on a setting; nor does the order of references, which
 * no table keeps.
 */
final class ContentHash {
  // Control characters that no text holds keep ("ab", "c") and ("a", "bc") apart.
  private static final byte FIELD_END = 0x1f;
  private static final byte ITEM_END = 0x1e;

  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** SHA-256 in hex over the content fields of a record. */
  static String sha256(IngestRecord record) {
    ContentHash hash = new ContentHash();
    for (RecordField field : RecordField.CONTENT) {
      if (field != RecordField.CONTENT.get(0)) {
        hash.digest.update(FIELD_END);
      }
      if (record.has(field)) {
        hash.add(field, record.get(field));
      }
    }
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(RecordField field, Object value) {
    switch (field.kind()) {
      case TEXT -> add((UTF8String) value);
      case DAY -> add(LocalDate.ofEpochDay((Integer) value).toString());
      case INT, LONG -> add(value.toString());
      case TEXTS -> {
        UTF8String[] texts = ((UTF8String[]) value).clone();
        if (field == RecordField.REFERENCES) {
          Arrays.sort(texts);
        }
        for (int i = 0; i < texts.length; i++) {
          startItem(i);
          add(texts[i]);
        }
      }
      case AUTHORS -> {
        RecordAuthor[] authors = (RecordAuthor[]) value;
        for (int i = 0; i < authors.length; i++) {
          startItem(i);
          add(authors[i]);
        }
      }
      case BYTES -> throw new IllegalArgumentException(field + " is no content");
    }
  }

  private void startItem(int index) {
    if (index > 0) {
      digest.update(ITEM_END);
    }
  }

  private void add(RecordAuthor author) {
    add(author.rawName());
    digest.update(FIELD_END);
    add(author.affiliation());
    for (RecordAffiliation each : author.affiliations()) {
      digest.update(FIELD_END);
      add(each.institutionId());
      digest.update(FIELD_END);
      add(each.institutionName());
      digest.update(FIELD_END);
      add(each.countryCode());
    }
  }

  private void add(UTF8String text) {
    if (text != null) {
      digest.update(text.getBytes());
    }
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
