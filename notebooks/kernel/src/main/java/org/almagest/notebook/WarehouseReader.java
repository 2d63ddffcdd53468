package org.almagest.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.almagest.fault.AlmagestException;
import org.almagest.query.RowWriter;
import org.almagest.query.SnapshotDatabase;
import org.almagest.warehouse.Snapshot;
import org.almagest.warehouse.TableSnapshot;
import org.almagest.warehouse.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The newest version of a warehouse, open for queries. It stays the same while it is open, whatever
 * is published meanwhile, and it cannot be written to.
 */
public final class WarehouseReader {
  /** Names the warehouse that {@link #open()} opens. */
  static final String VARIABLE = "ALMAGEST_WAREHOUSE";

  private static final String USUAL_NAME = "warehouse";

  private static final Set<SnapshotDatabase> AT_WORK = ConcurrentHashMap.newKeySet();

  private final Snapshot snapshot;
  private final SnapshotDatabase database;

  private WarehouseReader(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.database = SnapshotDatabase.open(snapshot);
  }

  /**
   * Opens the warehouse that the environment variable {@code ALMAGEST_WAREHOUSE} names, else the
   * directory {@code warehouse} here or in a directory above.
   *
   * @throws AlmagestException if there is none, or nothing is published in it
   */
  public static WarehouseReader open() {
    return open(location(System.getenv(), Path.of("").toAbsolutePath()));
  }

  /**
   * Opens the local warehouse in that directory.
   *
   * @throws AlmagestException if nothing is published in it
   */
  public static WarehouseReader open(String directory) {
    Warehouse warehouse = Warehouse.at(directory, new Configuration());
    return new WarehouseReader(
        warehouse
            .current()
            .orElseThrow(
                () ->
                    AlmagestException.usage(
                        "Nothing is published in "
                            + warehouse.root()
                            + " yet. Publish with: submit/almagest demo --warehouse "
                            + warehouse.root())));
  }

  static String location(Map<String, String> environment, Path directory) {
    Optional<String> named =
        Optional.ofNullable(environment.get(VARIABLE)).filter(name -> !name.isBlank());
    if (named.isPresent()) {
      return named.get();
    }
    for (Path above = directory; above != null; above = above.getParent()) {
      if (Files.isDirectory(above.resolve(USUAL_NAME).resolve("versions"))) {
        return above.resolve(USUAL_NAME).toString();
      }
    }
    throw AlmagestException.usage(
        "There is no warehouse in "
            + directory
            + " or above. Make one with submit/almagest demo, or name one in the environment"
            + " variable "
            + VARIABLE
            + " before Jupyter starts.");
  }

  /**
   * The rows of a query in DuckDB's SQL, in which each table has its name.
   *
   * @param parameters what stands for the question marks of the query, in order
   * @throws AlmagestException if the query is wrong or does more than read
   * @throws IllegalArgumentException if there are more than 100,000 rows
   */
  public Rows query(String sql, Object... parameters) {
    Collected rows = new Collected();
    AT_WORK.add(database);
    try {
      database.query(sql, rows, parameters);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    } finally {
      AT_WORK.remove(database);
    }
    return Rows.of(rows.columns, rows.values);
  }

  /** Its tables: name, rows, columns. */
  public Rows tables() {
    return Rows.of(
        List.of(
            new Rows.Column("table", false),
            new Rows.Column("rows", true),
            new Rows.Column("columns", false)),
        snapshot.tables().stream()
            .map(t -> new Object[] {t.table(), t.rows(), columnNames(t)})
            .toList());
  }

  private static String columnNames(TableSnapshot table) {
    return String.join(", ", StructType.fromDDL(table.schema()).fieldNames());
  }

  /** Gives each table its name as a temporary view in a session of Spark. */
  public void register(SparkSession spark) {
    for (TableSnapshot table : snapshot.tables()) {
      spark
          .read()
          .parquet(snapshot.files(table).toArray(new String[0]))
          .createOrReplaceTempView(table.table());
    }
  }

  /** Ends all queries that are under way, in whatever thread; they fail there. */
  public static void cancelQueries() {
    AT_WORK.forEach(SnapshotDatabase::cancel);
  }

  @Override
  public String toString() {
    return "Version "
        + snapshot.version()
        + " of "
        + snapshot.warehouse()
        + ": "
        + snapshot.tables().size()
        + " tables";
  }

  /** Keeps rows in memory. */
  private static final class Collected implements RowWriter {
    private List<Rows.Column> columns = List.of();
    private final List<Object[]> values = new ArrayList<>();

    @Override
    public void begin(List<Column> columns) {
      this.columns = columns.stream().map(c -> new Rows.Column(c.name(), c.numeric())).toList();
    }

    @Override
    public void row(Object[] row) {
      values.add(row);
      Rows.requireFew(values.size());
    }

    @Override
    public void end() {}
  }
}
