/** What makes topics readable and measurable: coherence and labels. Nothing here knows Spark. */
package org.almagest.topic;
