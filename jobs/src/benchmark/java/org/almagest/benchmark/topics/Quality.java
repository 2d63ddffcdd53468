package org.almagest.benchmark.topics;

/**
 * How good a model is.
 *
 * @param perplexity of the held-out papers, by document completion
 * @param npmi mean NPMI coherence of the topics' ten most probable words
 * @param cv mean C_V coherence of the same
 * @param diversity share of distinct words among the topics' 25 most probable ones
 */
record Quality(double perplexity, double npmi, double cv, double diversity) {}
