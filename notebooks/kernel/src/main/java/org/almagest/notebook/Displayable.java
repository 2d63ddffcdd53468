package org.almagest.notebook;

/**
 * What a notebook shows as more than its text. Its {@code toString} is for those who see text
 * alone.
 */
public interface Displayable {
  /** The form of what is shown. */
  enum Form {
    /** A fragment of HTML. */
    HTML,
    /** A picture: one {@code svg} element. */
    SVG
  }

  /** How {@link #markup} is to be read. */
  Form form();

  /** What is shown. All that comes from data is escaped in it. */
  String markup();
}
