/** Our graph kernels beside igraph and GraphX on the same graphs. */
package org.almagest.benchmark.graphs;
