package org.almagest.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** One paper, merged from all its records. */
public final class Papers {
  public static final TableColumn PAPER_ID =
      TableColumn.required(
              "paper_id",
              DataTypes.StringType,
              "Identity over all sources: <source>:<id>, such as arxiv:0704.0001.")
          .ofDistinctValues();
  public static final TableColumn SOURCE =
      TableColumn.required(
          "source",
          DataTypes.StringType,
          "Format of the record that won the merge: daily-papers, arxiv-tsv, "
              + "arxiv-json, openalex or aan.");
  public static final TableColumn SOURCE_ID =
      TableColumn.required(
              "source_id",
              DataTypes.StringType,
              "Id within its source; a title digest where the source has none.")
          .ofDistinctValues();
  public static final TableColumn TITLE =
      TableColumn.required("title", DataTypes.StringType, "Title in one line.").ofDistinctValues();
  public static final TableColumn ABSTRACT =
      TableColumn.optional("abstract", DataTypes.StringType, "Abstract as the source gives it.")
          .ofDistinctValues();
  public static final TableColumn AUTHOR_COUNT =
      TableColumn.optional(
          "author_count",
          DataTypes.IntegerType,
          "Number of authors; may be known without their names.");
  public static final TableColumn PUBLISHED_DATE =
      TableColumn.optional("published_date", DataTypes.DateType, "Day of first publication.");
  public static final TableColumn UPDATED_DATE =
      TableColumn.optional(
          "updated_date", DataTypes.DateType, "Day of the last change of the content.");
  public static final TableColumn YEAR =
      TableColumn.optional("year", DataTypes.IntegerType, "Year of first publication.");
  public static final TableColumn PRIMARY_CATEGORY =
      TableColumn.optional(
          "primary_category", DataTypes.StringType, "Main category in the scheme of the source.");
  public static final TableColumn CATEGORIES =
      TableColumn.strings("categories", "All categories, in the order of the source.");
  public static final TableColumn VENUE =
      TableColumn.optional("venue", DataTypes.StringType, "Journal or conference as written.");
  public static final TableColumn DOI =
      TableColumn.optional(
              "doi",
              DataTypes.StringType,
              "DOI, lower case, without a resolver address; what is no DOI stands as the source has it.")
          .ofDistinctValues();
  public static final TableColumn LANGUAGE =
      TableColumn.optional(
          "language", DataTypes.StringType, "ISO 639-1 code, where the source gives it.");
  public static final TableColumn COMMENT_COUNT =
      TableColumn.optional(
          "comment_count", DataTypes.IntegerType, "Comments at the time of capture.");
  public static final TableColumn UPVOTES =
      TableColumn.optional("upvotes", DataTypes.IntegerType, "Votes at the time of capture.");
  public static final TableColumn ORGANIZATION =
      TableColumn.optional(
          "organization",
          DataTypes.StringType,
          "Organisation that a page shows in place of authors.");
  public static final TableColumn REFERENCE_COUNT =
      TableColumn.required(
          "reference_count",
          DataTypes.IntegerType,
          "Distinct works that the paper cites; 0 where the source does not tell.");
  public static final TableColumn CONTENT_HASH =
      TableColumn.required(
              "content_hash",
              DataTypes.StringType,
              "SHA-256 in hex of the paper's content with its authors and references, without ids and"
                  + " places: equal where nothing changed.")
          .ofDistinctValues();
  public static final TableColumn SOURCE_FILE =
      TableColumn.required(
          "source_file",
          DataTypes.StringType,
          "File, or archive and member, of the record that won the merge.");
  public static final TableColumn SOURCE_POSITION =
      TableColumn.required(
              "source_position", DataTypes.LongType, "Line on which that record starts, from 1.")
          .ofDistinctValues();

  /** The contract. */
  public static final TableContract TABLE =
      TableContract.of(
          "papers",
          "One paper, merged from all its records.",
          List.of(PAPER_ID),
          SOURCE,
          SOURCE_ID,
          TITLE,
          ABSTRACT,
          AUTHOR_COUNT,
          PUBLISHED_DATE,
          UPDATED_DATE,
          YEAR,
          PRIMARY_CATEGORY,
          CATEGORIES,
          VENUE,
          DOI,
          LANGUAGE,
          COMMENT_COUNT,
          UPVOTES,
          ORGANIZATION,
          REFERENCE_COUNT,
          CONTENT_HASH,
          SOURCE_FILE,
          SOURCE_POSITION);

  private Papers() {}
}
