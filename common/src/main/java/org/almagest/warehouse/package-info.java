/**
 * Snapshots of tables and how they come to be: the only code that knows where files lie, and the
 * only one that writes them.
 */
package org.almagest.warehouse;
