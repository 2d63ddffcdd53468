package org.almagest.distributed;

import org.apache.spark.Partitioner;

/** Sends block b to partition b mod the number of partitions. */
public final class BlockPartitioner extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int partitions;

  public BlockPartitioner(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object block) {
    return (Integer) block % partitions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockPartitioner blocks && blocks.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return partitions;
  }
}
