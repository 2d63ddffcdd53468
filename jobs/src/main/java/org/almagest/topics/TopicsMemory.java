package org.almagest.topics;

import java.util.List;
import java.util.stream.LongStream;
import org.almagest.stage.ByteSize;
import org.almagest.stage.CorpusEstimate;
import org.almagest.topic.FrozenTopics;

/**
 * Most memory that {@link GibbsTrainer} needs for papers and topics, known before any is read: as
 * if every word were a term.
 *
 * @param vocabularySize most terms
 * @param topicCount topics that are wanted
 * @param cores tasks that run at a time
 */
record TopicsMemory(CorpusEstimate corpus, int vocabularySize, int topicCount, int cores) {
  /** Of a token in a block as it is read: its document, topic and slot. */
  private static final int TOKEN_BYTES = 2 * Character.BYTES + Integer.BYTES;

  /** Of a token in a further state of the block, which shares all but topic and slot. */
  private static final int STATE_TOKEN_BYTES = Character.BYTES + Integer.BYTES;

  /**
   * States beside the block as it is read: those before and after a sweep, and that of another
   * start; or what was read from a checkpoint.
   */
  private static final int STATES = 3;

  /** Of a paper in a block: key, random numbers, first slot, and slots in use in each state. */
  private static final int PAPER_BYTES =
      2 * Long.BYTES + Integer.BYTES + (1 + STATES) * Character.BYTES;

  /** Of a distinct word in a block: its number and first token. */
  private static final int WORD_BYTES = 2 * Integer.BYTES;

  /** Of a block beside these: objects and heads of arrays. */
  private static final int BLOCK_BYTES = 1024;

  /** Of a token of a paper that measures: half of them are given, the other half are scored. */
  private static final int JUDGE_TOKEN_BYTES = (TOKEN_BYTES + WORD_BYTES + Integer.BYTES) / 2;

  /** Of a paper that measures: key, first slot, slots in use, and an array. */
  private static final int JUDGE_PAPER_BYTES = 48;

  /** Papers fall on blocks by chance: it is never more than so many standard deviations. */
  private static final double DEVIATIONS = 5;

  /** It is a rare corpus in which fewer than one of so many words are terms. */
  private static final int WORDS_PER_TERM = 4;

  /** Most bytes of the papers of one task. */
  long taskBytes() {
    // The fewer words are terms, the fewer tasks there are, and one of these may have more.
    long mostTasks = Math.max(cores, corpus.words() / BlockedCorpus.PARTITION_TOKENS);
    return LongStream.rangeClosed(cores, mostTasks)
        .map(tasks -> (tasks + 1) * BlockedCorpus.PARTITION_TOKENS - 1)
        .map(tokens -> taskBytes(Math.min(corpus.words(), tokens)))
        .max()
        .orElseThrow();
  }

  private long taskBytes(long tokens) {
    long blocks = BlockedCorpus.blocks(corpus.papers());
    long tasks = BlockedCorpus.partitions(corpus.papers(), tokens, cores);
    long blocksOfTask = (blocks + tasks - 1) / tasks;
    double expected = (double) corpus.papers() * blocksOfTask / blocks;
    long papers = Math.min(corpus.papers(), (long) (expected + DEVIATIONS * Math.sqrt(expected)));
    double tokensOfPaper = (double) tokens / Math.max(1, corpus.papers());
    return bytes(papers, (long) (tokensOfPaper * papers), blocksOfTask);
  }

  /** Most bytes of the papers of all tasks. */
  long allBytes() {
    return bytes(corpus.papers(), corpus.words(), BlockedCorpus.blocks(corpus.papers()));
  }

  private long bytes(long papers, long tokens, long blocks) {
    long training =
        (TOKEN_BYTES + STATES * STATE_TOKEN_BYTES) * tokens
            + PAPER_BYTES * papers
            + WORD_BYTES * Math.min(tokens, blocks * vocabularySize)
            + BLOCK_BYTES * blocks;
    // Those that are held out are not trained with, and take less.
    boolean allJudge = corpus.papers() < BlockedCorpus.HELD_OUT_PAPERS;
    return allJudge
        ? training + JUDGE_TOKEN_BYTES * tokens + JUDGE_PAPER_BYTES * papers + BLOCK_BYTES * blocks
        : training;
  }

  /** Most topics that there are at a time. */
  int mostTopics() {
    return Math.max(mostTopics(corpus.words()), mostTopics(corpus.words() / WORDS_PER_TERM));
  }

  private int mostTopics(long tokens) {
    return Opening.of(tokens, topicCount).mostTopics(topicCount);
  }

  /** Most bytes of the one table that an executor keeps: in the training, or of its result. */
  long tableBytes() {
    long result =
        FrozenTopics.mostBytes(
            vocabularySize, topicCount, GibbsModel.MOST_SAMPLES * corpus.words());
    return Math.max(result, FrozenTopics.mostBytes(vocabularySize, mostTopics(), corpus.words()));
  }

  /** The needs in words. */
  List<String> lines() {
    return List.of(
        "a task holds papers of at most %s, all executors together %s"
            .formatted(ByteSize.text(taskBytes()), ByteSize.text(allBytes())),
        "an executor holds one table of %,d terms and up to %,d topics, of at most %s"
            .formatted(vocabularySize, mostTopics(), ByteSize.text(tableBytes())));
  }
}
