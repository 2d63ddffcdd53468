package org.almagest.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A digest of a paper's content: equal where nothing changed, whatever file it came from. */
final class ContentHash {
  private static final byte FIELD_END = 0x1f;
  private static final byte ITEM_END = 0x1e;

  private ContentHash() {}

  /**
   * SHA-256 in hex over the content fields of a row.
   *
   * @param values a row's values in the order of {@link RecordSchema#SCHEMA}. The ids of authors do
   *     not count, since they depend on a setting
   */
  static String of(Object[] values) {
    MessageDigest digest = sha256();
    for (int i = RecordSchema.CONTENT_START; i < RecordSchema.CONTENT_END; i++) {
      update(digest, values[i]);
      digest.update(FIELD_END);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Object value) {
    if (value instanceof Object[] items) {
      for (Object item : items) {
        update(digest, item);
        digest.update(ITEM_END);
      }
    } else if (value instanceof Seq<?> items) {
      update(digest, CollectionConverters.asJava(items).toArray());
    } else if (value instanceof Row author) {
      update(digest, author.get(1));
      digest.update(FIELD_END);
      update(digest, author.get(2));
    } else if (value != null) {
      digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
