package org.almagest.warehouse;

/**
 * One file of a snapshot that is no table, such as a page for people.
 *
 * @param document its name, which is its path below the directory of the run that wrote it; its
 *     first part is a directory of its own
 * @param path relative to the warehouse
 * @param bytes its size
 * @param sha256 digest of its bytes, in hex
 */
public record DocumentSnapshot(String document, String path, long bytes, String sha256) {}
