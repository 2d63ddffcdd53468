package org.almagest.topics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.almagest.topic.CoherenceCounts;
import org.almagest.topic.DocumentHistogram;
import org.almagest.topic.DocumentSavings;
import org.almagest.topic.TokenBlock;
import org.almagest.topic.TopicCounts;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** What is counted over the tokens of all blocks, on the executors. */
final class BlockCounts {
  private BlockCounts() {}

  /** Tokens of each word in each topic: each range of words is added up in one task. */
  static TopicCounts ofTopics(
      JavaPairRDD<Integer, TokenBlock> blocks, int vocabularySize, int topics) {
    List<Tuple2<Integer, byte[]>> ranges =
        blocks
            .values()
            .mapPartitionsToPair(
                all -> {
                  byte[][] packed = TopicCounts.pack(listed(all), vocabularySize, topics);
                  List<Tuple2<Integer, byte[]>> result = new ArrayList<>();
                  for (int range = 0; range < packed.length; range++) {
                    result.add(new Tuple2<>(range, packed[range]));
                  }
                  return result.iterator();
                })
            .groupByKey(blocks.getNumPartitions())
            .mapToPair(
                range ->
                    new Tuple2<>(
                        range._1(),
                        TopicCounts.sum(range._2(), range._1(), vocabularySize, topics)))
            .collect();
    byte[][] packed = new byte[ranges.size()][];
    ranges.forEach(range -> packed[range._1()] = range._2());
    return new TopicCounts(vocabularySize, topics, packed);
  }

  /** Papers by tokens and by tokens of each topic, from which priors are estimated. */
  static DocumentHistogram ofDocuments(JavaPairRDD<Integer, TokenBlock> blocks, int topics) {
    return blocks
        .values()
        .mapPartitions(all -> List.of(DocumentHistogram.of(listed(all), topics)).iterator())
        .treeReduce(DocumentHistogram::add);
  }

  /** What papers save where two topics become one. */
  static DocumentSavings savings(JavaPairRDD<Integer, TokenBlock> blocks, int topics) {
    return blocks
        .values()
        .mapPartitions(all -> List.of(DocumentSavings.of(listed(all), topics)).iterator())
        .treeReduce(DocumentSavings::add);
  }

  /**
   * Papers that have the words of topics, alone and in pairs.
   *
   * @param topWords of each topic, the most probable first
   */
  static CoherenceCounts coherence(
      JavaPairRDD<Integer, TokenBlock> blocks, int[][] topWords, int vocabularySize) {
    return blocks
        .values()
        .mapPartitions(
            all -> {
              CoherenceCounts coherence = new CoherenceCounts(topWords, vocabularySize);
              all.forEachRemaining(coherence::count);
              return List.of(coherence).iterator();
            })
        .treeReduce(CoherenceCounts::add);
  }

  private static List<TokenBlock> listed(Iterator<TokenBlock> blocks) {
    List<TokenBlock> list = new ArrayList<>();
    blocks.forEachRemaining(list::add);
    return list;
  }
}
