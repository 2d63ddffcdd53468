package org.almagest.topics;

/**
 * The state of a training.
 *
 * @param sweep sweeps done
 * @param perplexity of held-out papers
 * @param tokensPerSecond training tokens drawn a second since the last measure
 */
record TrainingMeasure(int sweep, double perplexity, double tokensPerSecond) {}
