/**
 * Settings: what can be set, where a value comes from, and how a wrong one is told. What a value
 * means for a stage is the stage's own configuration record.
 */
package org.almagest.config;
