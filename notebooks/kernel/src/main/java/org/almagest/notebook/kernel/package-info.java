/**
 * The Jupyter kernel: Java cells on JShell within this process, over the Jupyter protocol of {@code
 * jupyter-jvm-basekernel}. Nothing here knows of tables or charts but that they can be displayed.
 */
package org.almagest.notebook.kernel;
