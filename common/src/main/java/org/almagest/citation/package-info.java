/**
 * Measures of papers and of authors from citation counts. No Spark here, and no graph: kernels that
 * walk the citation graph are in {@code graph}.
 */
package org.almagest.citation;
