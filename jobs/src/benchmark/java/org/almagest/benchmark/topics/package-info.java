/** Our topic trainer and those of others, on the same papers and under the same judge. */
package org.almagest.benchmark.topics;
