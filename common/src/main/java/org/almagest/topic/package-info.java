/**
 * What samples topics, all but the way from machine to machine: blocks of tokens, frozen topics and
 * sweeps. What makes topics readable and measurable: coherence, diversity, stability and
 * significance, labels, distances and areas, and what becomes of topics from one model to the next.
 * Nothing here knows Spark.
 */
package org.almagest.topic;
