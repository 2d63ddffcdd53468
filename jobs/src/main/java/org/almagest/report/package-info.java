/**
 * The stage {@code report}: one page for people, which opens without a network. It reads tables,
 * boils them down to what a page can hold, and puts that into a template; how a page looks and
 * behaves is in the resources of this package.
 */
package org.almagest.report;
