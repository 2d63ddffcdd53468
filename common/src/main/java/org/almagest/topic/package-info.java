/**
 * What makes topics readable and measurable: coherence, diversity, stability and significance,
 * labels, distances and areas, and what becomes of topics from one model to the next. Nothing here
 * knows Spark.
 */
package org.almagest.topic;
