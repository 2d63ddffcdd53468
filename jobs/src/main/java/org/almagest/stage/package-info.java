/** What a stage is, and what it is given. Stages know this package and never one another. */
package org.almagest.stage;
