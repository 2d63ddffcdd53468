/**
 * Runs stages in order: the Spark session, job descriptions, timings, the manifest and the publish.
 * No stage's own work is here.
 */
package org.almagest.run;
