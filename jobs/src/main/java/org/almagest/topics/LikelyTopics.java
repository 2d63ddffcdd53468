package org.almagest.topics;

import java.io.Serializable;
import org.almagest.topic.BlockSweep;
import org.almagest.topic.FrozenTopics;
import org.almagest.topic.TokenBlock;
import org.apache.spark.broadcast.Broadcast;

/**
 * Gives papers topics by a model that has not seen them.
 *
 * @param sweeps over them, after a start by their words alone
 */
record LikelyTopics(Broadcast<FrozenTopics> model, int sweeps, long seed) implements Serializable {

  TokenBlock of(TokenBlock block) {
    BlockSweep sampler = new BlockSweep(model.value(), BlockSweep.Documents.UNSEEN);
    TokenBlock state = sampler.start(block, seed);
    // Streams of random numbers before those of the sweeps that count, which are from 1.
    for (int sweep = -sweeps; sweep < 0; sweep++) {
      state = sampler.sweep(state, seed, sweep - 1);
    }
    return state;
  }
}
