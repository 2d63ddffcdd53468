/**
 * Graphs that are too large for one executor, in blocks over all of them, and what is computed of
 * them: the same as {@link org.almagest.graph} computes in one task. For any stage; it knows no
 * table.
 */
package org.almagest.distributed;
