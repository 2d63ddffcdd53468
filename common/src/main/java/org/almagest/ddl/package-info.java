/**
 * The table contracts as statements that define the tables in SQL engines. Nothing here reads or
 * writes a file.
 */
package org.almagest.ddl;
