/** The fault suite: real processes on 127.0.0.1 that are broken on purpose. */
package org.almagest.faults;
