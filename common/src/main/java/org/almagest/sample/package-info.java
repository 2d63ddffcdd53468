/**
 * Generates scholarly corpora whose truth is known: topics, groups, trends, citations, duplicates
 * and faults are planted, and written down beside the corpus. Plain Java in constant memory; {@link
 * org.almagest.sample.CorpusDirectory} is the only class here that writes files.
 */
package org.almagest.sample;
