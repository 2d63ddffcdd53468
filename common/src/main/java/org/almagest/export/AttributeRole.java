package org.almagest.export;

/** What an attribute is good for in a picture, where a format asks for that. */
public enum AttributeRole {
  /** A number that is never negative, such as papers: the size of a node. */
  SIZE,
  /** A number on any scale, such as a year: the colour of a node. */
  SCORE,
  /** Number of the group that a node belongs to, from 0 by falling size. */
  GROUP,
  /** None of these. */
  OTHER
}
