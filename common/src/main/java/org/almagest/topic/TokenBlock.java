package org.almagest.topic;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Some documents and the topic of each of their tokens, in the order in which a sweep wants them:
 * by word, and within a word by document. All tokens of a word meet its topic probabilities while
 * these are in the processor's cache, and the documents are few enough for their topic counts to
 * stay there, too.
 *
 * <p>About 4 bytes a token for documents and topics, 4 more for each slot of a document's topic
 * counts, of which it has no more than tokens or topics. A block is never changed: a sweep makes a
 * new one, which shares everything but the topics.
 */
public final class TokenBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Most documents in a block. */
  public static final int MAX_DOCUMENTS = 1 << 14;

  /** Most tokens of a document: a count takes 16 bits of a slot. */
  public static final int MAX_DOCUMENT_TOKENS = 0xFFFF;

  /** Most topics: a topic takes 16 bits of a slot. */
  public static final int MAX_TOPICS = 0xFFFF;

  private static final int START_TOPICS = 3;

  private static final int START_SWEEP = 0;

  /** Distinct words, rising. */
  final int[] words;

  /** First token of each word, and the number of tokens behind the last. */
  final int[] wordStart;

  /** Document of each token. */
  final char[] documents;

  /** Stable number of each document, from which its random numbers come. */
  final long[] documentKeys;

  /** First slot of each document, and the number of slots behind the last. */
  final int[] slotStart;

  /** Topic of each token. */
  final char[] topics;

  /** Topics of each document as topic · 2^16 + count, roughly by falling count. */
  final int[] slots;

  /** Number of slots in use by each document. */
  final char[] slotCounts;

  TokenBlock(
      int[] words,
      int[] wordStart,
      char[] documents,
      long[] documentKeys,
      int[] slotStart,
      char[] topics,
      int[] slots,
      char[] slotCounts) {
    this.words = words;
    this.wordStart = wordStart;
    this.documents = documents;
    this.documentKeys = documentKeys;
    this.slotStart = slotStart;
    this.topics = topics;
    this.slots = slots;
    this.slotCounts = slotCounts;
  }

  /** Number of documents. */
  public int documentCount() {
    return documentKeys.length;
  }

  /** Number of tokens. */
  public int tokenCount() {
    return documents.length;
  }

  /**
   * The same documents, each with its tokens spread over {@value #START_TOPICS} topics that are
   * drawn for it: a start for training with as few topics a document as it will have later, so that
   * the first sweeps are not the slowest.
   */
  public TokenBlock start(long seed, int topicCount) {
    long[] random = new long[documentKeys.length];
    char[] choices = new char[START_TOPICS * documentKeys.length];
    for (int document = 0; document < random.length; document++) {
      random[document] = RandomStream.start(seed, START_SWEEP, documentKeys[document]);
      for (int i = 0; i < START_TOPICS; i++) {
        choices[START_TOPICS * document + i] = (char) draw(random, document, topicCount);
      }
    }
    char[] start = new char[topics.length];
    for (int token = 0; token < start.length; token++) {
      int document = documents[token];
      start[token] = choices[START_TOPICS * document + draw(random, document, START_TOPICS)];
    }
    return withTopics(start);
  }

  private static int draw(long[] random, int document, int bound) {
    random[document] = RandomStream.next(random[document]);
    return (int) (RandomStream.uniform(random[document]) * bound);
  }

  /** Topic of each token, in the block's order. */
  public char[] topics() {
    return topics.clone();
  }

  /**
   * The same documents with other topics.
   *
   * @param newTopics topic of each token, in the block's order
   */
  public TokenBlock withTopics(char[] newTopics) {
    if (newTopics.length != topics.length) {
      throw new IllegalArgumentException(
          "the block has "
              + topics.length
              + " tokens, and there are topics of "
              + newTopics.length);
    }
    int[] newSlots = new int[slots.length];
    char[] newCounts = new char[slotCounts.length];
    for (int token = 0; token < newTopics.length; token++) {
      int document = documents[token];
      int from = slotStart[document];
      int slot = 0;
      while (slot < newCounts[document] && newSlots[from + slot] >>> 16 != newTopics[token]) {
        slot++;
      }
      if (slot == newCounts[document]) {
        newSlots[from + slot] = newTopics[token] << 16;
        newCounts[document]++;
      }
      newSlots[from + slot]++;
    }
    TokenBlock block =
        new TokenBlock(
            words,
            wordStart,
            documents,
            documentKeys,
            slotStart,
            newTopics.clone(),
            newSlots,
            newCounts);
    block.sortSlots(newSlots);
    return block;
  }

  /**
   * Sorts the slots of each document by falling count, and equal ones by topic: an order that
   * follows from the topics alone, and in which searches are short.
   */
  void sortSlots(int[] unsorted) {
    for (int document = 0; document < slotCounts.length; document++) {
      int from = slotStart[document];
      for (int i = from + 1; i < from + slotCounts[document]; i++) {
        int slot = unsorted[i];
        int j = i - 1;
        while (j >= from && comesBefore(slot, unsorted[j])) {
          unsorted[j + 1] = unsorted[j];
          j--;
        }
        unsorted[j + 1] = slot;
      }
    }
  }

  private static boolean comesBefore(int slot, int other) {
    int more = (slot & 0xFFFF) - (other & 0xFFFF);
    return more > 0 || (more == 0 && slot >>> 16 < other >>> 16);
  }

  /**
   * The same documents with topics that have other numbers; several may become one.
   *
   * @param numbers new number of each topic
   */
  public TokenBlock renumbered(int[] numbers) {
    char[] renumbered = new char[topics.length];
    for (int token = 0; token < topics.length; token++) {
      renumbered[token] = (char) numbers[topics[token]];
    }
    return withTopics(renumbered);
  }

  /** Gathers documents for a block. */
  public static final class Builder {
    private final int topicCount;
    private long[] keys = new long[64];
    private int[] slotStart = new int[65];
    // Each token as word · 2^32 + document, so that sorting brings them into the block's order.
    private long[] tokens = new long[4096];
    private int documentCount;
    private int tokenCount;

    /**
     * @param topicCount number of topics, from 1 to {@value #MAX_TOPICS}
     */
    public Builder(int topicCount) {
      if (topicCount < 1 || topicCount > MAX_TOPICS) {
        throw new IllegalArgumentException("number of topics: " + topicCount);
      }
      this.topicCount = topicCount;
    }

    /**
     * Adds a document; one without tokens is a document, too. Of one with more than {@value
     * #MAX_DOCUMENT_TOKENS} tokens all counts are taken down in proportion.
     *
     * @param key stable number of the document
     * @param termIds its distinct terms
     * @param termCounts occurrences of each
     */
    public Builder add(long key, int[] termIds, int[] termCounts) {
      long all = Arrays.stream(termCounts).asLongStream().sum();
      if (all > MAX_DOCUMENT_TOKENS) {
        int[] fewer =
            Arrays.stream(termCounts)
                .map(n -> (int) (MAX_DOCUMENT_TOKENS * (long) n / all))
                .toArray();
        return add(key, termIds, fewer);
      }
      if (documentCount == MAX_DOCUMENTS) {
        throw new IllegalArgumentException("a block holds " + MAX_DOCUMENTS + " documents");
      }
      int size = (int) all;
      if (documentCount == keys.length) {
        keys = Arrays.copyOf(keys, 2 * documentCount);
        slotStart = Arrays.copyOf(slotStart, 2 * documentCount + 1);
      }
      if (tokenCount + size > tokens.length) {
        tokens = Arrays.copyOf(tokens, Math.max(2 * tokens.length, tokenCount + size));
      }
      for (int i = 0; i < termIds.length; i++) {
        Arrays.fill(
            tokens,
            tokenCount,
            tokenCount + termCounts[i],
            (long) termIds[i] << 32 | documentCount);
        tokenCount += termCounts[i];
      }
      keys[documentCount++] = key;
      slotStart[documentCount] = slotStart[documentCount - 1] + Math.min(size, topicCount);
      return this;
    }

    /** Number of tokens so far. */
    public int tokenCount() {
      return tokenCount;
    }

    /** Number of documents so far. */
    public int documentCount() {
      return documentCount;
    }

    /** The block, all tokens in topic 0 for now. */
    public TokenBlock build() {
      Arrays.sort(tokens, 0, tokenCount);
      int[] words = new int[tokenCount];
      int[] wordStart = new int[tokenCount + 1];
      char[] documents = new char[tokenCount];
      int wordCount = 0;
      for (int token = 0; token < tokenCount; token++) {
        int word = (int) (tokens[token] >>> 32);
        if (wordCount == 0 || words[wordCount - 1] != word) {
          words[wordCount] = word;
          wordStart[wordCount++] = token;
        }
        documents[token] = (char) tokens[token];
      }
      wordStart[wordCount] = tokenCount;
      TokenBlock block =
          new TokenBlock(
              Arrays.copyOf(words, wordCount),
              Arrays.copyOf(wordStart, wordCount + 1),
              documents,
              Arrays.copyOf(keys, documentCount),
              Arrays.copyOf(slotStart, documentCount + 1),
              new char[tokenCount],
              new int[slotStart[documentCount]],
              new char[documentCount]);
      return block.withTopics(block.topics);
    }
  }
}
