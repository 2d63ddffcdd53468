/**
 * The citation graph: how papers and authors are cited, what papers share, main paths of topics.
 */
package org.almagest.citations;
