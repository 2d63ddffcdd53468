package org.almagest.sample;

/**
 * How much was generated.
 *
 * @param records records in the corpus, broken ones and duplicates included
 * @param papers distinct papers
 * @param duplicates records that tell of a paper or reference for the second time
 * @param rejected broken records
 * @param authorships authors named, summed over the distinct papers
 * @param authorCountSum authors counted, summed over the distinct papers whose count is shown
 * @param references cited works, summed over the distinct papers
 * @param resolvedReferences those that are papers of the corpus
 */
public record CorpusCounts(
    long records,
    long papers,
    long duplicates,
    long rejected,
    long authorships,
    long authorCountSum,
    long references,
    long resolvedReferences) {}
