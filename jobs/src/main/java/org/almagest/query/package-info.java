/** SQL over a published snapshot, and its rows as CSV, JSON or aligned columns. */
package org.almagest.query;
