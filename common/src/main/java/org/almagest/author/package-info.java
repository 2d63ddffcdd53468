/** Names of authors and who is one author. Nothing here knows Spark. */
package org.almagest.author;
