package org.almagest.benchmark.topics;

/**
 * A model of a peer at a point of its course.
 *
 * @param peer who trained it
 * @param point its number in the course, which runs with other seeds have in common
 * @param iterations sweeps, iterations or passes, whatever it counts
 * @param seconds of training until then
 * @param topics number of topics it has
 * @param quality what the judge says
 */
record Measurement(
    String peer, int point, int iterations, double seconds, int topics, Quality quality) {}
