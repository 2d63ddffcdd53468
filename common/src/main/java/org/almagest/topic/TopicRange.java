package org.almagest.topic;

import java.util.Arrays;
import java.util.List;

/** The rows of {@link CountRows#RANGE_WORDS} words. */
final class TopicRange {
  /** A row is dense from this share of non-zero counts on: then it is used without unpacking. */
  static final int DENSE_SHARE = 4;

  /** First entry of each row, and the number of entries behind the last. */
  final int[] start;

  /** Topic of each entry, rising within a row. */
  final char[] topics;

  /** n_wk / (n_k + V beta) of each entry. */
  final float[] excess;

  /** Running sum of alpha_k excess_wk within the row. */
  final float[] sums;

  /** Of {@link #sums}, row by row. */
  final char[] guides;

  /** Where each row begins in {@link #dense}, or -1. */
  final int[] denseStart;

  /** phi of the words that have many topics. */
  final float[] dense;

  private TopicRange(
      int[] start,
      char[] topics,
      float[] excess,
      float[] sums,
      char[] guides,
      int[] denseStart,
      float[] dense) {
    this.start = start;
    this.topics = topics;
    this.excess = excess;
    this.sums = sums;
    this.guides = guides;
    this.denseStart = denseStart;
    this.dense = dense;
  }

  /** Makes ranges one after another, in arrays that are used again, as their sizes show late. */
  static final class Builder {
    private final List<byte[]> packed;
    private final int vocabularySize;
    private final int topicCount;
    private final float[] base;
    private final float[] alpha;
    private final double[] denominators;
    private char[] topics = new char[0];
    private float[] excess = new float[0];
    private float[] sums = new float[0];
    private char[] guides = new char[0];
    private float[] dense = new float[0];

    /**
     * @param base what phi is of a word that a topic does not have, by topic
     * @param alpha weight of each topic in the prior of documents
     * @param denominators n_k + V beta of each topic
     */
    Builder(TopicCounts counts, float[] base, float[] alpha, double[] denominators) {
      this.packed = counts.packed();
      this.vocabularySize = counts.vocabularySize();
      this.topicCount = counts.topicCount();
      this.base = base;
      this.alpha = alpha;
      this.denominators = denominators;
    }

    TopicRange build(int number) {
      CountRows.Reader reader = new CountRows.Reader(packed.get(number));
      int words = CountRows.wordsIn(number, vocabularySize);
      int[] start = new int[words + 1];
      int[] denseStart = new int[words];
      Arrays.fill(denseStart, -1);
      int denseSize = 0;
      for (int row = 0; row < words; row++) {
        int size = reader.startRow();
        int from = start[row];
        start[row + 1] = from + size;
        reserve(from + size);
        unpack(reader, from, from + size);
        GuideTable.make(sums, guides, from, size);
        if (DENSE_SHARE * size >= topicCount) {
          denseStart[row] = denseSize;
          makeDense(denseSize, from, from + size);
          denseSize += topicCount;
        }
      }
      int size = start[words];
      return new TopicRange(
          start,
          Arrays.copyOf(topics, size),
          Arrays.copyOf(excess, size),
          Arrays.copyOf(sums, size),
          Arrays.copyOf(guides, size),
          denseStart,
          Arrays.copyOf(dense, denseSize));
    }

    private void unpack(CountRows.Reader reader, int from, int to) {
      double[] denominatorOf = denominators;
      float[] alphaOf = alpha;
      char[] topicOf = topics;
      float[] excessOf = excess;
      float[] sumOf = sums;
      float sum = 0;
      for (int i = from; i < to; i++) {
        reader.advance();
        int topic = reader.topic();
        float value = (float) (reader.count() / denominatorOf[topic]);
        topicOf[i] = (char) topic;
        excessOf[i] = value;
        sum += alphaOf[topic] * value;
        sumOf[i] = sum;
      }
    }

    private void reserve(int size) {
      if (size > topics.length) {
        int capacity = Math.max(size, 2 * topics.length);
        topics = Arrays.copyOf(topics, capacity);
        excess = Arrays.copyOf(excess, capacity);
        sums = Arrays.copyOf(sums, capacity);
        guides = Arrays.copyOf(guides, capacity);
      }
    }

    private void makeDense(int at, int from, int to) {
      if (at + topicCount > dense.length) {
        dense = Arrays.copyOf(dense, Math.max(2 * dense.length, at + topicCount));
      }
      System.arraycopy(base, 0, dense, at, topicCount);
      for (int i = from; i < to; i++) {
        dense[at + topics[i]] += excess[i];
      }
    }
  }
}
