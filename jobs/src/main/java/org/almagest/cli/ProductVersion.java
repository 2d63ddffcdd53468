package org.almagest.cli;

import org.almagest.run.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: Almagest, and what it runs on. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Almagest " + BuildVersion.current(),
      "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION(),
      "Scala " + scala.util.Properties.versionNumberString(),
      "Java " + System.getProperty("java.version")
    };
  }
}
