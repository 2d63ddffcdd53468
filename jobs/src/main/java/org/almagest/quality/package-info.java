/**
 * What must hold of the tables of a run before they are published, declared as data, and how it is
 * looked at. Nothing here knows a stage.
 */
package org.almagest.quality;
