/** The vocabulary, each paper's bag of words, and its most characteristic terms. */
package org.almagest.terms;
