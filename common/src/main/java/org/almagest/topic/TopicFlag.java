package org.almagest.topic;

/** Why a topic is no subject. */
public enum TopicFlag {
  /** It holds the words of any paper, such as those of methods and results in general. */
  BACKGROUND,
  /** It holds words that do not belong together, or too many to mean anything. */
  JUNK
}
