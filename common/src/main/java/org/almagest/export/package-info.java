/**
 * Writes a chosen part of a graph in the formats of programs that draw and analyse graphs. What is
 * chosen, and from which tables, is decided elsewhere; nothing here knows Spark or a database.
 */
package org.almagest.export;
