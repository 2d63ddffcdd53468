/** What benchmarks have in common. */
package org.almagest.benchmark;
