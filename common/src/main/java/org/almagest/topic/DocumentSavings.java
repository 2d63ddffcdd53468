package org.almagest.topic;

import java.io.Serializable;
import java.util.List;

/**
 * What documents save if two of their topics become one: in a document with a and b tokens of the
 * two, h(a + b) - h(a) - h(b) nats, with h(x) = x ln x, since which of the two a token is in need
 * not be told any more. Kept as whole numbers of 2^-20 nats, so that sums do not depend on their
 * order. Memory: 4 bytes for each pair of topics, twice.
 */
public final class DocumentSavings implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double STEPS_OF_A_NAT = 1 << 20;

  private final long[][] steps;

  private DocumentSavings(int topicCount) {
    steps = new long[topicCount][];
    for (int topic = 0; topic < topicCount; topic++) {
      steps[topic] = new long[topic];
    }
  }

  /** Those of all documents of some blocks. */
  public static DocumentSavings of(List<TokenBlock> blocks, int topicCount) {
    DocumentSavings savings = new DocumentSavings(topicCount);
    for (TokenBlock block : blocks) {
      for (int document = 0; document < block.documentCount(); document++) {
        int from = block.slotStart[document];
        int to = from + block.slotCounts[document];
        for (int i = from; i < to; i++) {
          for (int j = from; j < i; j++) {
            savings.add(block.slots[i], block.slots[j]);
          }
        }
      }
    }
    return savings;
  }

  private void add(int slot, int other) {
    int topic = slot >>> 16;
    int otherTopic = other >>> 16;
    double nats =
        TopicMerging.entropyTerm((slot & 0xFFFF) + (other & 0xFFFF))
            - TopicMerging.entropyTerm(slot & 0xFFFF)
            - TopicMerging.entropyTerm(other & 0xFFFF);
    steps[Math.max(topic, otherTopic)][Math.min(topic, otherTopic)] +=
        Math.round(nats * STEPS_OF_A_NAT);
  }

  /** Adds those of other documents. */
  public DocumentSavings add(DocumentSavings other) {
    for (int topic = 0; topic < steps.length; topic++) {
      for (int i = 0; i < topic; i++) {
        steps[topic][i] += other.steps[topic][i];
      }
    }
    return this;
  }

  /** Nats that are saved for each pair of topics. */
  double[][] nats() {
    double[][] nats = new double[steps.length][steps.length];
    for (int topic = 0; topic < steps.length; topic++) {
      for (int i = 0; i < topic; i++) {
        nats[topic][i] = steps[topic][i] / STEPS_OF_A_NAT;
        nats[i][topic] = nats[topic][i];
      }
    }
    return nats;
  }
}
