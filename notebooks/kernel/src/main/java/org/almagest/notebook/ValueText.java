package org.almagest.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** A value of a table as a reader wants to see it. */
final class ValueText {
  private static final MathContext DIGITS = new MathContext(4);
  private static final BigDecimal ALL_DIGITS_FROM = BigDecimal.valueOf(1000);
  private static final BigDecimal SMALL = new BigDecimal("0.0001");

  private ValueText() {}

  /**
   * The text of a value, empty for null. Fractions are rounded to four digits, lists are set with
   * commas, and whole numbers stay as they are, being years and ids as often as amounts.
   */
  static String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? rounded(BigDecimal.valueOf(number)) : value.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.scale() > 0 ? rounded(number) : number.toPlainString();
    }
    if (value instanceof Timestamp timestamp) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timestamp.toLocalDateTime());
    }
    return items(value)
        .map(list -> list.stream().map(ValueText::of).collect(Collectors.joining(", ")))
        .orElseGet(value::toString);
  }

  private static Optional<List<?>> items(Object value) {
    if (value instanceof Array array) {
      try {
        return Optional.of(Arrays.asList((Object[]) array.getArray()));
      } catch (SQLException e) {
        throw new IllegalStateException("a list that was just read is gone", e);
      }
    }
    if (value instanceof Iterable<?> list) {
      return Optional.of(List.copyOf(CollectionConverters.asJavaCollection(list)));
    }
    return Optional.empty();
  }

  private static String rounded(BigDecimal value) {
    BigDecimal size = value.abs();
    if (size.signum() == 0) {
      return "0";
    }
    if (size.compareTo(SMALL) < 0) {
      return value.round(DIGITS).stripTrailingZeros().toString();
    }
    BigDecimal rounded =
        size.compareTo(ALL_DIGITS_FROM) < 0
            ? value.round(DIGITS)
            : value.setScale(0, DIGITS.getRoundingMode());
    return rounded.stripTrailingZeros().toPlainString();
  }
}
