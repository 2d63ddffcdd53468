package org.almagest.ingest;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A digest of a paper's content: equal where nothing changed, whatever file it came from. The ids
 * of authors do not count, since they depend on a setting; nor does the order of references, which
 * no table keeps.
 */
final class ContentHash {
  private static final int BITS = 256;
  // Control characters that no text holds keep ("ab", "c") and ("a", "bc") apart.
  private static final String FIELD_END = "\u001f";
  private static final String ITEM_END = "\u001e";

  private ContentHash() {}

  /** SHA-256 in hex over the content fields of {@link RecordSchema}. */
  static Column sha256() {
    return sha2(concat_ws(FIELD_END, fields()).cast(DataTypes.BinaryType), BITS);
  }

  /** The content fields, each as one text; empty where there is nothing. */
  private static Column[] fields() {
    return RecordSchema.CONTENT.stream()
        .map(field -> coalesce(text(field), lit("")))
        .toArray(Column[]::new);
  }

  private static Column text(StructField field) {
    Column value = col(field.name());
    if (field.name().equals(RecordSchema.AUTHORS)) {
      return array_join(
          transform(
              value,
              author ->
                  concat(
                      author.getField("raw_name"),
                      lit(FIELD_END),
                      coalesce(author.getField("affiliation"), lit("")),
                      // Nothing where there are none, so that other papers keep their digest.
                      coalesce(affiliations(author.getField("affiliations")), lit("")))),
          ITEM_END);
    }
    if (field.name().equals(RecordSchema.REFERENCES)) {
      return array_join(array_sort(value), ITEM_END);
    }
    return field.dataType() instanceof ArrayType
        ? array_join(value, ITEM_END)
        : value.cast(DataTypes.StringType);
  }

  private static Column affiliations(Column array) {
    return array_join(
        transform(
            array,
            each ->
                concat(
                    lit(FIELD_END),
                    coalesce(each.getField("institution_id"), lit("")),
                    lit(FIELD_END),
                    coalesce(each.getField("institution_name"), lit("")),
                    lit(FIELD_END),
                    coalesce(each.getField("country_code"), lit("")))),
        "");
  }
}
