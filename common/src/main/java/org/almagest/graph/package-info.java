/**
 * Graph kernels on primitive arrays, each tested on graphs whose answer is known. No Spark here.
 */
package org.almagest.graph;
