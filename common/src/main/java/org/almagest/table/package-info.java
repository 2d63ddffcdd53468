/**
 * The tables, one class each: columns with type, unit and meaning, key and sort order. Transforms,
 * the schema check before publish and the documentation refer to these and to nothing else.
 */
package org.almagest.table;
