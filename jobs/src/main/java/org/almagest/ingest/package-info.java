/** Input files to papers, authorships, citations and rejected records. */
package org.almagest.ingest;
