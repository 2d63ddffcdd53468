package org.almagest.warehouse;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Opens the file system of a warehouse. */
public final class WarehouseFileSystem {
  /** Hadoop setting that names its local file system. */
  public static final String LOCAL_IMPLEMENTATION_KEY = "fs.file.impl";

  /** What stands there instead. */
  public static final String LOCAL_IMPLEMENTATION = LocalWarehouseFileSystem.class.getName();

  private static final String LOCAL_CONTEXT_KEY = "fs.AbstractFileSystem.file.impl";
  private static final String LOCAL_CONTEXT = "org.apache.hadoop.fs.local.RawLocalFs";

  private WarehouseFileSystem() {}

  static FileSystem of(Path path, Configuration hadoop) throws IOException {
    Configuration configuration = new Configuration(hadoop);
    configuration.set(LOCAL_IMPLEMENTATION_KEY, LOCAL_IMPLEMENTATION);
    configuration.set(LOCAL_CONTEXT_KEY, LOCAL_CONTEXT);
    return FileSystem.newInstance(path.toUri(), configuration);
  }
}
