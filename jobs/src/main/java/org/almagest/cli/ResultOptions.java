package org.almagest.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.almagest.fault.AlmagestException;
import org.almagest.query.CsvRows;
import org.almagest.query.JsonRows;
import org.almagest.query.RowWriter;
import org.almagest.query.SnapshotDatabase;
import org.almagest.query.TableRows;
import org.almagest.text.PlainText;
import org.almagest.warehouse.Snapshot;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the rows of a query are written, and their writing. */
final class ResultOptions {
  private static final Pattern NO_READER = Pattern.compile("(?i).*(broken pipe|stream closed).*");

  /** What the rows are written as. */
  enum Output {
    /** RFC 4180 with a header; lines end in LF. */
    CSV,
    /** An array of objects. */
    JSON,
    /** Aligned columns. */
    TABLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As users write it, in which picocli's own message is not. */
    private static final class Names implements ITypeConverter<Output> {
      @Override
      public Output convert(String name) {
        return Arrays.stream(values())
            .filter(output -> output.toString().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'%s' is not one of %s".formatted(name, Arrays.toString(values()))));
      }
    }

    private RowWriter writer(Writer out, CsvRows.Reader reader) {
      return switch (this) {
        case CSV -> new CsvRows(out, reader);
        case JSON -> new JsonRows(out);
        case TABLE -> new TableRows(out);
      };
    }
  }

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "table",
      converter = Output.Names.class,
      description =
          "csv (RFC 4180, a missing value is empty), json (an array of objects) or table (aligned"
              + " for reading, long values cut; the default).")
  private Output output;

  @Option(
      names = "--for-spreadsheet",
      description =
          "With --output csv: text that a spreadsheet would take for a formula (it begins with =, +,"
              + " -, @ and the like) gets an apostrophe before it.")
  private boolean forSpreadsheet;

  /**
   * Runs a query over a snapshot and writes its rows to the standard output.
   *
   * @throws AlmagestException (usage) if the options do not go together or the query is wrong
   */
  void write(CommandContext context, Snapshot snapshot, String sql) {
    if (forSpreadsheet && output != Output.CSV) {
      throw AlmagestException.usage(
          "--for-spreadsheet changes CSV alone; say --output csv with it, or leave it out.");
    }
    try (SnapshotDatabase database = SnapshotDatabase.open(snapshot)) {
      Writer out =
          new BufferedWriter(new OutputStreamWriter(context.results(), StandardCharsets.UTF_8));
      CsvRows.Reader reader = forSpreadsheet ? CsvRows.Reader.SPREADSHEET : CsvRows.Reader.PROGRAM;
      long rows = database.query(sql, output.writer(out, reader));
      out.flush();
      if (output == Output.TABLE) {
        context.messages().println(PlainText.quantity(rows, "row"));
      }
    } catch (IOException e) {
      // Whoever reads our output, such as head, may have seen enough.
      if (e.getMessage() == null || !NO_READER.matcher(e.getMessage()).matches()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
