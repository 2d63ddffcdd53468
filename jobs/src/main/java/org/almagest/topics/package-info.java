/** Topic models: training behind one interface, and the tables that make a model readable. */
package org.almagest.topics;
