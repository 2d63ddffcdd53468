package org.almagest.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.almagest.distributed.BlockPartitioner;
import org.almagest.stage.CorpusEstimate;
import org.almagest.topic.BlockSweep;
import org.almagest.topic.FrozenTopics;
import org.almagest.topic.HeldOutBlock;
import org.almagest.topic.TokenBlock;
import org.almagest.topic.TopicCounts;
import org.apache.spark.util.SizeEstimator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be the most memory, against what blocks and tables really take. */
class TopicsMemoryTest {
  private static final int VOCABULARY = 3_000;
  private static final int TOPICS = 30;

  /** Papers of some words, and of one; fewer papers than are held out; several blocks a task. */
  @ParameterizedTest
  @CsvSource({
    "1500, 60, 2",
    "1500, 1, 8",
    "4000, 60, 8",
    "20000, 60, 2",
    "20000, 1, 2",
    "30000, 12, 3"
  })
  void aTaskHoldsNoMoreThanIsSaid(int papers, int words, int cores) {
    TopicsMemory said = said(papers, (long) papers * words, cores);
    List<List<Object>> tasks = tasks(papers, words, cores);

    assertThat(tasks).allSatisfy(held -> assertThat(bytes(held)).isPositive());
    long largest = tasks.stream().mapToLong(TopicsMemoryTest::bytes).max().orElseThrow();
    long all = tasks.stream().mapToLong(TopicsMemoryTest::bytes).sum();
    // Far above it would be of no use; papers of one word do not fill it.
    assertThat(largest).isBetween(said.taskBytes() * 45 / 100, said.taskBytes());
    assertThat(all).isBetween(said.allBytes() * 45 / 100, said.allBytes());
  }

  private static TopicsMemory said(long papers, long words, int cores) {
    return new TopicsMemory(new CorpusEstimate(papers, words, 0, 0, 0), VOCABULARY, TOPICS, cores);
  }

  private static long bytes(List<Object> held) {
    return SizeEstimator.estimate(held);
  }

  /** What the blocks of each task hold in the midst of a sweep, with those of another start. */
  private static List<List<Object>> tasks(int papers, int words, int cores) {
    Random random = new Random(5);
    int blocks = BlockedCorpus.blocks(papers);
    List<TokenBlock.Builder> training = new ArrayList<>();
    List<HeldOutBlock.Builder> judges = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      training.add(new TokenBlock.Builder(GibbsTrainer.WIDE * TOPICS));
      judges.add(new HeldOutBlock.Builder(GibbsTrainer.WIDE * TOPICS));
    }
    for (int paper = 0; paper < papers; paper++) {
      int block = random.nextInt(blocks);
      Map<Integer, Integer> counts = new HashMap<>();
      for (int word = 0; word < words; word++) {
        counts.merge(random.nextInt(VOCABULARY), 1, Integer::sum);
      }
      int[] ids = counts.keySet().stream().mapToInt(id -> id).sorted().toArray();
      int[] ofEach = Arrays.stream(ids).map(counts::get).toArray();
      training.get(block).add(paper, ids, ofEach);
      judges.get(block).add(paper, ids, ofEach);
    }
    BlockPartitioner partitioner =
        new BlockPartitioner(BlockedCorpus.partitions(papers, (long) papers * words, cores));
    List<List<Object>> tasks = new ArrayList<>();
    for (int task = 0; task < partitioner.numPartitions(); task++) {
      tasks.add(new ArrayList<>());
    }
    for (int block = 0; block < blocks; block++) {
      List<Object> task = tasks.get(partitioner.getPartition(block));
      TokenBlock read = training.get(block).build();
      TokenBlock before = read.start(1, TOPICS);
      FrozenTopics topics = frozen(before);
      task.addAll(List.of(read, before, read.start(2, TOPICS)));
      task.add(new BlockSweep(topics, BlockSweep.Documents.COUNTED).sweep(before, 1, 1));
      if (papers < BlockedCorpus.HELD_OUT_PAPERS) {
        task.add(judges.get(block).build());
      }
    }
    return tasks;
  }

  private static FrozenTopics frozen(TokenBlock block) {
    double[] alpha = new double[TOPICS];
    Arrays.fill(alpha, 0.1);
    byte[][] packed = TopicCounts.pack(List.of(block), VOCABULARY, TOPICS);
    return new FrozenTopics(new TopicCounts(VOCABULARY, TOPICS, packed), alpha, 0.01);
  }
}
