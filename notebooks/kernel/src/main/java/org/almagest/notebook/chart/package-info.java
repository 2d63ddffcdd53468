/**
 * Charts as SVG, drawn from rows alone: no fonts, no scripts, no files. The same rows give the same
 * text. All that comes from data is escaped in {@link org.almagest.notebook.chart.Svg}.
 */
package org.almagest.notebook.chart;
