/** The trending stage: what people look at now, and what bursts. Reads and writes tables alone. */
package org.almagest.trending;
