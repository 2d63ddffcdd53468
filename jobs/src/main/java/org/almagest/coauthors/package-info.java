/** Authors, the co-author graph, and each author's place in it. */
package org.almagest.coauthors;
