package org.almagest.graph;

/** What two papers share. */
public enum Coupling {
  /** References: both cite the same papers (Kessler 1963). */
  BIBLIOGRAPHIC,
  /** Citing papers: both are cited by the same papers (Small 1973). */
  CO_CITATION
}
