package org.almagest.ingest;

import java.util.Comparator;
import java.util.Iterator;
import org.almagest.corpus.WorkIds;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * References that come on their own, by the papers they are of. A DOI stands for the paper that has
 * it, and for the one of the smallest id where several have.
 */
final class ReferenceLists {
  private static final UTF8String DOI_PREFIX = UTF8String.fromString(WorkIds.DOI_PREFIX);

  private ReferenceLists() {}

  /**
   * What lists say that works cite.
   *
   * @param records encoded records by rising key in each partition
   * @return cited works by the citing one, which rises in each partition, an equal pair possibly
   *     more than once; in the partitions of {@code partitioner}
   */
  static JavaPairRDD<UTF8String, UTF8String> of(
      JavaPairRDD<UTF8String, byte[]> records, Partitioner partitioner) {
    JavaPairRDD<UTF8String, UTF8String> papersOfDois =
        records
            .mapPartitionsToPair(ReferenceLists::dois)
            .reduceByKey(partitioner, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    JavaPairRDD<UTF8String, UTF8String> citingOfCited =
        records.mapPartitionsToPair(ReferenceLists::citingOfCited);
    JavaPairRDD<UTF8String, UTF8String> citedOfCiting =
        byPaper(citingOfCited, papersOfDois, partitioner).mapToPair(Tuple2::swap);
    return byPaper(citedOfCiting, papersOfDois, partitioner)
        .repartitionAndSortWithinPartitions(partitioner, Comparator.naturalOrder());
  }

  private static Iterator<Tuple2<UTF8String, UTF8String>> dois(
      Iterator<Tuple2<UTF8String, byte[]>> records) {
    return RecordMerge.stream(records, key -> !RecordFactory.isKeyOfReference(key))
        .filter(record -> record.isPaper() && record.has(RecordField.DOI))
        .map(
            paper ->
                new Tuple2<>(
                    UTF8String.concat(DOI_PREFIX, paper.text(RecordField.DOI)),
                    paper.text(RecordField.MERGE_KEY)))
        .iterator();
  }

  private static Iterator<Tuple2<UTF8String, UTF8String>> citingOfCited(
      Iterator<Tuple2<UTF8String, byte[]>> records) {
    return RecordMerge.stream(records, RecordFactory::isKeyOfReference)
        .map(
            reference ->
                new Tuple2<>(
                    reference.texts(RecordField.REFERENCES)[0], reference.text(RecordField.CITING)))
        .iterator();
  }

  /** The pairs with the id of a paper in place of its DOI as the key. */
  private static JavaPairRDD<UTF8String, UTF8String> byPaper(
      JavaPairRDD<UTF8String, UTF8String> pairs,
      JavaPairRDD<UTF8String, UTF8String> papersOfDois,
      Partitioner partitioner) {
    return pairs
        .leftOuterJoin(papersOfDois, partitioner)
        .mapToPair(pair -> new Tuple2<>(pair._2()._2().orElse(pair._1()), pair._2()._1()));
  }
}
