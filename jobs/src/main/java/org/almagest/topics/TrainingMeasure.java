package org.almagest.topics;

import java.util.OptionalDouble;

/**
 * The state of a training.
 *
 * @param sweep sweeps done
 * @param perplexity of held-out papers, or empty if there are none
 * @param tokensPerSecond training tokens drawn a second since the last measure
 */
record TrainingMeasure(int sweep, OptionalDouble perplexity, double tokensPerSecond) {}
