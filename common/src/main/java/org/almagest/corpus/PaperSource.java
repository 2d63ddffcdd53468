package org.almagest.corpus;

/** Where a paper's identity comes from: the prefix of its {@code paper_id}. */
public enum PaperSource {
  /** arXiv; ids such as {@code 0704.0001} and {@code math/0309136}. */
  ARXIV("arxiv"),
  /** OpenAlex; ids such as {@code W2100301546}. */
  OPENALEX("openalex"),
  /** The ACL Anthology; ids such as {@code P02-1040}. */
  ACL("acl"),
  /** A source without ids: the id is a digest of the normalised title. */
  TITLE("title");

  private final String prefix;

  PaperSource(String prefix) {
    this.prefix = prefix;
  }

  /** The part of a {@code paper_id} before the colon. */
  public String prefix() {
    return prefix;
  }
}
