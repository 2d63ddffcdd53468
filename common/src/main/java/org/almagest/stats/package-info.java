/**
 * Statistics and numerical methods that know nothing of papers or topics: arrays in, arrays out. No
 * Spark here.
 */
package org.almagest.stats;
