package org.almagest.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: Almagest, and what it runs on. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Almagest " + almagest(),
      "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION(),
      "Scala " + scala.util.Properties.versionNumberString(),
      "Java " + System.getProperty("java.version")
    };
  }

  /** The version in the jar's manifest; classes that lie in a directory have none. */
  private static String almagest() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }
}
