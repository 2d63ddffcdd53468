/** Failures with an exit code and a message for a person. No logic lives here. */
package org.almagest.fault;
