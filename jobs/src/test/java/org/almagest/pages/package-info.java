/**
 * What the Markdown pages of the project say, held against the code and against what commands do.
 */
package org.almagest.pages;
