package org.almagest.corpus;

import java.io.IOException;

/**
 * A file or archive member that cannot be read to its end: truncated, corrupt, encrypted, empty, or
 * of no known format. The message is for a person: which file, why, and what to do next. Failures
 * of the disk or network underneath are plain {@link IOException}s instead, since a second try may
 * succeed.
 */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;

  /**
   * The message reads {@code "<file> <why>; <remedy>"}.
   *
   * @param file the file or member, such as {@code 2019.zip!2019/cs.DB.tsv}
   * @param why continues a sentence that starts with the file's name: {@code "is empty"}
   * @param remedy what to do: {@code "leave it out"}
   */
  public UnreadableFileException(String file, String why, String remedy) {
    super(file + " " + why + "; " + remedy);
    this.file = file;
  }

  /** As above, with what brought it about. */
  public UnreadableFileException(String file, String why, String remedy, Throwable cause) {
    super(file + " " + why + "; " + remedy, cause);
    this.file = file;
  }

  /** The file or archive member that cannot be read. */
  public String file() {
    return file;
  }
}
