package org.almagest.notebook;

/**
 * What a notebook shows as more than its text. Its {@code toString} is for those who see text
 * alone.
 */
public interface Displayable {
  /** What is shown, as a fragment of HTML. All that comes from data is escaped in it. */
  String html();
}
