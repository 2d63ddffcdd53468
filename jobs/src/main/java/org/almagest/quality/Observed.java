package org.almagest.quality;

/**
 * What a measure found.
 *
 * @param value the figure; less is better
 * @param detail a sentence that tells a person where it comes from
 */
record Observed(double value, String detail) {}
