package org.almagest.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.fault.AlmagestException;
import org.almagest.warehouse.IcebergPublisher;
import org.almagest.warehouse.Publisher;
import org.almagest.warehouse.VersionPublisher;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Where a run's tables are published: always in the warehouse, and elsewhere if it is asked for.
 */
final class Publishers {
  private Publishers() {}

  /**
   * Tells what is wrong with the settings.
   *
   * @throws AlmagestException (usage) if they name no namespace
   */
  static void check(Settings settings) {
    namespace(settings);
  }

  /**
   * The publisher that the settings ask for.
   *
   * @param spark opened only if it is needed
   * @throws AlmagestException (usage) if they name a catalog that Spark does not know
   */
  static Publisher of(Settings settings, Supplier<SparkSession> spark) {
    Publisher versions = new VersionPublisher();
    Optional<String> namespace = namespace(settings);
    if (namespace.isEmpty()) {
      return versions;
    }
    IcebergPublisher.requireCatalog(namespace.get(), new SparkConf());
    return new IcebergPublisher(versions, namespace.get(), spark);
  }

  private static Optional<String> namespace(Settings settings) {
    String text = settings.text(Setting.PUBLISH_ICEBERG).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!IcebergPublisher.isNamespace(text)) {
      throw settings.invalid(
          Setting.PUBLISH_ICEBERG, "a catalog and a namespace, such as lake.almagest, or nothing");
    }
    return Optional.of(text);
  }
}
