package org.almagest.export;

/** What the values of an attribute are. */
public enum AttributeType {
  /** Whole numbers of 32 bits. */
  INTEGER,
  /** Whole numbers of 64 bits. */
  LONG,
  /** Floating-point numbers of 64 bits. */
  DOUBLE,
  /** True or false. */
  BOOLEAN,
  /** Text. */
  TEXT;

  /** Whether the values are numbers. */
  public boolean isNumeric() {
    return this == INTEGER || this == LONG || this == DOUBLE;
  }
}
