/**
 * Source formats: one reader each, from an {@link java.io.InputStream} to {@link
 * org.almagest.corpus.PaperRecord}s, references and {@link org.almagest.corpus.ReadResult.Rejected
 * rejects}. Nothing here knows Spark, a file system or a table.
 */
package org.almagest.corpus;
