/**
 * The command line: options, help, error messages and exit codes, and progress. Only this package
 * prints to a person or exits; no stage's work is here.
 */
package org.almagest.cli;
