/** Text to tokens: cleaning, stop words, and folding of plurals. Nothing here knows Spark. */
package org.almagest.text;
