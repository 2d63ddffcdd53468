package org.almagest.report;

import org.almagest.config.Setting;
import org.almagest.config.Settings;

/**
 * How much the page holds.
 *
 * @param maxAuthors most authors in the network, up to {@value #MOST_AUTHORS}
 * @param maxPapers most papers in the list of papers, up to {@value #MOST_PAPERS}
 */
record ReportConfig(int maxAuthors, int maxPapers) {
  static final int MOST_AUTHORS = 2_000;
  static final int MOST_PAPERS = 1_000;

  ReportConfig {
    if (maxAuthors < 1 || maxAuthors > MOST_AUTHORS || maxPapers < 1 || maxPapers > MOST_PAPERS) {
      throw new IllegalArgumentException(maxAuthors + " authors, " + maxPapers + " papers");
    }
  }

  static ReportConfig from(Settings settings) {
    return new ReportConfig(
        settings.integer(Setting.REPORT_MAX_AUTHORS, 1, MOST_AUTHORS),
        settings.integer(Setting.REPORT_MAX_PAPERS, 1, MOST_PAPERS));
  }
}
