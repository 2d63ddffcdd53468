package org.almagest.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of attributes, a row for each node or each edge. Values lie column by column, a number
 * in 8 bytes. A value that was never set is missing.
 */
public final class AttributeTable {
  private static final int FIRST_CAPACITY = 16;

  private final List<Attribute> attributes;
  private final List<BitSet> present = new ArrayList<>();
  private final long[][] numbers;
  private final String[][] texts;
  private int rows;

  AttributeTable(List<Attribute> attributes) {
    this.attributes = List.copyOf(attributes);
    Set<String> names = new HashSet<>();
    numbers = new long[attributes.size()][];
    texts = new String[attributes.size()][];
    for (int column = 0; column < attributes.size(); column++) {
      Attribute attribute = attributes.get(column);
      if (!names.add(attribute.name())) {
        throw new IllegalArgumentException("two attributes are called " + attribute.name());
      }
      present.add(new BitSet());
      if (attribute.type() == AttributeType.TEXT) {
        texts[column] = new String[FIRST_CAPACITY];
      } else {
        numbers[column] = new long[FIRST_CAPACITY];
      }
    }
  }

  /** The attributes, in the order of columns. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** Whether that row has a value there. */
  public boolean has(int row, int column) {
    return present.get(column).get(row);
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if the column holds something else
   */
  public long wholeNumber(int row, int column) {
    AttributeType type = attributes.get(column).type();
    require(column, type == AttributeType.INTEGER || type == AttributeType.LONG);
    return numbers[column][row];
  }

  /**
   * A floating-point number.
   *
   * @throws IllegalArgumentException if the column holds something else
   */
  public double real(int row, int column) {
    require(column, attributes.get(column).type() == AttributeType.DOUBLE);
    return Double.longBitsToDouble(numbers[column][row]);
  }

  /**
   * Whether it is true.
   *
   * @throws IllegalArgumentException if the column holds something else
   */
  public boolean isTrue(int row, int column) {
    require(column, attributes.get(column).type() == AttributeType.BOOLEAN);
    return numbers[column][row] != 0;
  }

  /** Any value as text; the row must have it. */
  public String text(int row, int column) {
    return switch (attributes.get(column).type()) {
      case INTEGER, LONG -> Long.toString(wholeNumber(row, column));
      case DOUBLE -> NumberText.of(real(row, column));
      case BOOLEAN -> Boolean.toString(isTrue(row, column));
      case TEXT -> texts[column][row];
    };
  }

  /** Begins the next row and returns its number. */
  int addRow() {
    for (int column = 0; column < attributes.size(); column++) {
      if (attributes.get(column).type() == AttributeType.TEXT) {
        if (rows == texts[column].length) {
          texts[column] = Arrays.copyOf(texts[column], 2 * rows);
        }
      } else if (rows == numbers[column].length) {
        numbers[column] = Arrays.copyOf(numbers[column], 2 * rows);
      }
    }
    return rows++;
  }

  void set(int row, int column, long value) {
    AttributeType type = attributes.get(column).type();
    require(column, type == AttributeType.INTEGER || type == AttributeType.LONG);
    require(column, type == AttributeType.LONG || value == (int) value);
    numbers[column][row] = value;
    present.get(column).set(row);
  }

  /** A number that is none, or is infinite, counts as missing: not every format has such. */
  void set(int row, int column, double value) {
    require(column, attributes.get(column).type() == AttributeType.DOUBLE);
    if (Double.isFinite(value)) {
      numbers[column][row] = Double.doubleToRawLongBits(value);
      present.get(column).set(row);
    }
  }

  void set(int row, int column, boolean value) {
    require(column, attributes.get(column).type() == AttributeType.BOOLEAN);
    numbers[column][row] = value ? 1 : 0;
    present.get(column).set(row);
  }

  void set(int row, int column, String value) {
    require(column, attributes.get(column).type() == AttributeType.TEXT);
    texts[column][row] = UnicodeText.wellFormed(value);
    present.get(column).set(row);
  }

  private void require(int column, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("not a value of " + attributes.get(column));
    }
  }
}
