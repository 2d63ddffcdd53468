package org.almagest.terms;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Rows that come from other rows batch by batch, so that a task holds one batch at a time. */
final class Batches implements Iterator<Row> {
  private final Iterator<Row> source;
  private final Function<Iterator<Row>, List<Row>> nextBatch;
  private Iterator<Row> ready = List.<Row>of().iterator();

  /**
   * @param nextBatch takes as many rows of the source as it likes, at least one
   */
  Batches(Iterator<Row> source, Function<Iterator<Row>, List<Row>> nextBatch) {
    this.source = source;
    this.nextBatch = nextBatch;
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && source.hasNext()) {
      ready = nextBatch.apply(source).iterator();
    }
    return ready.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }
}
