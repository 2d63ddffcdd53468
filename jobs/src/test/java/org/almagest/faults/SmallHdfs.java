package org.almagest.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** HDFS of one data node on this machine. */
public final class SmallHdfs {
  private SmallHdfs() {}

  /**
   * Starts it, on free ports of 127.0.0.1; the caller closes it.
   *
   * @param directory for what it stores
   */
  public static MiniDFSCluster start(Path directory) throws IOException {
    // It warns of each race that is lost.
    Configurator.setLevel("org.apache.hadoop.hdfs", Level.OFF);
    Configuration configuration = new Configuration();
    configuration.set("hdfs.minidfs.basedir", directory.toString());
    configuration.set("dfs.namenode.rpc-bind-host", "127.0.0.1");
    configuration.set("dfs.namenode.http-bind-host", "127.0.0.1");
    MiniDFSCluster cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
    return cluster;
  }
}
