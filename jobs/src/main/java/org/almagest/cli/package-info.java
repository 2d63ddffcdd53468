/**
 * The command line: options, help, error messages and exit codes, progress, and queries over a
 * published snapshot. Only this package prints to a person or exits; no stage's work is here.
 */
package org.almagest.cli;
