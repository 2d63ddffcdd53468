package org.almagest.author;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.almagest.corpus.AuthorName;

/** The rule by which authors of different papers are one and the same. */
public enum AuthorIdentity {
  /** The source's own author id where it gives one, else the {@link NameKey}. */
  FOLDED_NAME("folded-name") {
    @Override
    public String authorId(AuthorName author) {
      return author.sourceAuthorId().orElseGet(() -> digestOf(NameKey.fold(author.rawName())));
    }
  },
  /** Each distinct name string is one author. */
  RAW_NAME("raw-name") {
    @Override
    public String authorId(AuthorName author) {
      return digestOf(author.rawName());
    }
  };

  private static final int ID_HEX_DIGITS = 16;

  private final String label;

  AuthorIdentity(String label) {
    this.label = label;
  }

  /** The name of the rule in settings. */
  public String label() {
    return label;
  }

  /**
   * The author's id: the source's own, or {@code name:} and the first 16 hex digits of the SHA-256
   * of the name by this rule.
   */
  public abstract String authorId(AuthorName author);

  private static String digestOf(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return "name:" + HexFormat.of().formatHex(digest, 0, ID_HEX_DIGITS / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
