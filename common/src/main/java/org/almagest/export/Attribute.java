package org.almagest.export;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A property of all nodes or of all edges.
 *
 * @param name letters, digits and underscores; none that formats give a meaning of their own
 * @param type what its values are
 * @param role what it is good for in a picture
 */
public record Attribute(String name, AttributeType type, AttributeRole role) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Set<String> RESERVED =
      Set.of("id", "label", "source", "target", "weight", "key");

  public Attribute {
    requireName(name);
    if (role != AttributeRole.OTHER && !type.isNumeric()) {
      throw new IllegalArgumentException(name + ": a " + role + " must be a number");
    }
    if (role == AttributeRole.GROUP && type == AttributeType.DOUBLE) {
      throw new IllegalArgumentException(name + ": the number of a group must be whole");
    }
  }

  /** An attribute that is no more than told. */
  public static Attribute of(String name, AttributeType type) {
    return new Attribute(name, type, AttributeRole.OTHER);
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw new IllegalArgumentException("'" + name + "' cannot be the name of an attribute");
    }
  }
}
