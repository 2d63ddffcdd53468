/** Failures with an exit code and a message for a person, and what must not stand in one. */
package org.almagest.fault;
