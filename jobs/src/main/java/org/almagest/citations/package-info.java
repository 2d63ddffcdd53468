/** The citation graph, and how papers and authors are cited. */
package org.almagest.citations;
