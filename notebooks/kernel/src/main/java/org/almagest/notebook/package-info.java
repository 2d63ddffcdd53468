/**
 * What the cells of a notebook call: opening a warehouse, asking it, showing what came of it. It
 * reads published tables and writes nothing.
 */
package org.almagest.notebook;
