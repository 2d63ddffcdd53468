package org.almagest.warehouse;

import java.util.Optional;

/**
 * One entry of a warehouse's history.
 *
 * @param number 1, 2, …
 * @param snapshot what it names, or empty where its file or the manifest is damaged or gone
 */
public record PublishedVersion(long number, Optional<Snapshot> snapshot) {}
