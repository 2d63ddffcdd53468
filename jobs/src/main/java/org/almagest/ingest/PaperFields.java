package org.almagest.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Changes;
import org.almagest.table.Citations;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.almagest.table.TableContract;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What of a paper's content a table has, and how two states of it are compared: row by row along
 * the key. A row that only one state has counts as one of nulls in the other.
 *
 * @param table the table
 * @param paper its column with the paper's id
 * @param fields the field of a paper that each compared column belongs to
 */
record PaperFields(TableContract table, TableColumn paper, Map<TableColumn, String> fields) {
  /** Column of {@link #differing} with the name of a field. */
  static final String FIELD = "field";

  private static final String LOOKED_AT = "looked_at";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String AFFILIATIONS = "affiliations";

  /**
   * Where a paper was read, and what follows from that or from its id, is no field: it says nothing
   * of the paper. Nor does the digest, which all fields have in common.
   */
  private static final Set<TableColumn> NO_FIELDS =
      Set.of(
          Papers.PAPER_ID,
          Papers.SOURCE,
          Papers.SOURCE_ID,
          Papers.CONTENT_HASH,
          Papers.SOURCE_FILE,
          Papers.SOURCE_POSITION);

  /**
   * All fields, from all tables of the stage. The id of an author is none, since it depends on a
   * setting; nor is whether a reference resolves, which depends on other papers.
   */
  static final List<PaperFields> ALL =
      List.of(
          new PaperFields(
              Papers.TABLE,
              Papers.PAPER_ID,
              Papers.TABLE.columns().stream()
                  .filter(column -> !NO_FIELDS.contains(column))
                  .collect(Collectors.toMap(column -> column, TableColumn::name))),
          new PaperFields(
              Authorships.TABLE,
              Authorships.PAPER_ID,
              Map.of(Authorships.RAW_NAME, "authors", Authorships.AFFILIATION, AFFILIATIONS)),
          new PaperFields(
              Affiliations.TABLE,
              Affiliations.PAPER_ID,
              Map.of(
                  Affiliations.INSTITUTION_ID,
                  AFFILIATIONS,
                  Affiliations.INSTITUTION_NAME,
                  AFFILIATIONS,
                  Affiliations.COUNTRY_CODE,
                  AFFILIATIONS)),
          new PaperFields(
              Citations.TABLE, Citations.CITING_ID, Map.of(Citations.CITED_ID, "references")));

  PaperFields {
    fields = Map.copyOf(fields);
  }

  /**
   * The fields that differ between two states of the table, as paper_id and {@link #FIELD}; one may
   * come several times.
   *
   * @param papers ids of the papers to look at, in the column paper_id
   */
  Dataset<Row> differing(Dataset<Row> before, Dataset<Row> after, Dataset<Row> papers) {
    String[] key = table.key().stream().map(TableColumn::name).toArray(String[]::new);
    Column[] differing =
        fields.entrySet().stream()
            .map(field -> differs(field.getKey().name(), field.getValue()))
            .toArray(Column[]::new);
    return state(before, papers, BEFORE)
        .join(state(after, papers, AFTER), key, "full_outer")
        .select(
            paper.col().as(Changes.PAPER_ID.name()),
            explode(array_compact(array(differing))).as(FIELD));
  }

  private Dataset<Row> state(Dataset<Row> rows, Dataset<Row> papers, String name) {
    Column compared = struct(fields.keySet().stream().map(TableColumn::col).toArray(Column[]::new));
    return rows.join(
            papers.select(Changes.PAPER_ID.col().as(LOOKED_AT)),
            paper.col().equalTo(col(LOOKED_AT)),
            "left_semi")
        .select(
            Stream.concat(table.key().stream().map(TableColumn::col), Stream.of(compared.as(name)))
                .toArray(Column[]::new));
  }

  private static Column differs(String column, String field) {
    Column before = col(BEFORE).getField(column);
    return when(not(before.eqNullSafe(col(AFTER).getField(column))), lit(field));
  }
}
