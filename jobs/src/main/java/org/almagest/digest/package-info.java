/**
 * Digests: new and trending papers for a person's profile, as HTML, text and e-mail. Knows nothing
 * of Spark, and of tables only what {@code cli} reads for it.
 */
package org.almagest.digest;
