package org.almagest.topic;

import java.util.Arrays;

/** Counts written out as [word][topic], for figures that can be checked by eye. */
final class DenseCounts {
  private DenseCounts() {}

  /** Packs a table of counts. */
  static TopicCounts packed(int[][] counts) {
    int topicCount = counts[0].length;
    byte[][] packed = new byte[CountRows.ranges(counts.length)][];
    CountRows.Writer writer = new CountRows.Writer(topicCount);
    for (int range = 0; range < packed.length; range++) {
      int first = range * CountRows.RANGE_WORDS;
      for (int word = first; word < first + CountRows.wordsIn(range, counts.length); word++) {
        for (int topic = 0; topic < topicCount; topic++) {
          if (counts[word][topic] > 0) {
            writer.add(topic, counts[word][topic]);
          }
        }
        writer.endRow();
      }
      packed[range] = writer.toBytes();
    }
    return new TopicCounts(counts.length, topicCount, packed);
  }

  /** The table of packed counts. */
  static int[][] of(TopicCounts counts) {
    int[][] table = new int[counts.vocabularySize()][counts.topicCount()];
    counts.forEach((word, topic, count) -> table[word][topic] = count);
    return table;
  }

  /** Tokens of each document in each topic, as [document][topic], counted token by token. */
  static int[][] ofDocuments(TokenBlock block, int topicCount) {
    int[][] table = new int[block.documentCount()][topicCount];
    for (int token = 0; token < block.tokenCount(); token++) {
      table[block.documents[token]][block.topics[token]]++;
    }
    return table;
  }

  /** The same as the block itself keeps it, in its slots. */
  static int[][] ofSlots(TokenBlock block, int topicCount) {
    int[][] table = new int[block.documentCount()][topicCount];
    for (int document = 0; document < table.length; document++) {
      int from = block.slotStart[document];
      for (int slot = from; slot < from + block.slotCounts[document]; slot++) {
        table[document][block.slots[slot] >>> 16] += block.slots[slot] & 0xFFFF;
      }
    }
    return table;
  }

  /** Occurrences of each word, counted token by token. */
  static int[] ofWords(TokenBlock block, int vocabularySize) {
    int[] frequencies = new int[vocabularySize];
    for (int word = 0; word < block.words.length; word++) {
      frequencies[block.words[word]] += block.wordStart[word + 1] - block.wordStart[word];
    }
    return frequencies;
  }

  /** The sum of each row. */
  static int[] rowSums(int[][] table) {
    return Arrays.stream(table).mapToInt(row -> Arrays.stream(row).sum()).toArray();
  }
}
