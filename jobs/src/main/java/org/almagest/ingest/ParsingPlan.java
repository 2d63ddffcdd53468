package org.almagest.ingest;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.almagest.author.AuthorIdentity;
import org.almagest.corpus.CorpusFormat;
import org.almagest.corpus.ReadOptions;

/**
 * What a task needs to know to parse files, in a form that can be sent to it: an Optional cannot.
 *
 * @param formatLabel name of the format of every file, or empty to tell each by its content
 * @param pageYear year of Daily Papers dates that name none, or 0 if it is not known
 * @param maxRecordBytes longest record in bytes
 * @param identity who is one author
 */
record ParsingPlan(String formatLabel, int pageYear, int maxRecordBytes, AuthorIdentity identity)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static ParsingPlan of(IngestConfig config) {
    return new ParsingPlan(
        config.format().map(CorpusFormat::label).orElse(""),
        config.pageYear().orElse(0),
        config.maxRecordBytes(),
        config.identity());
  }

  ParsingPlan withPageYear(int year) {
    return new ParsingPlan(formatLabel, year, maxRecordBytes, identity);
  }

  Optional<CorpusFormat> format() {
    return CorpusFormat.named(formatLabel);
  }

  ReadOptions readOptions() {
    return new ReadOptions(
        maxRecordBytes, pageYear == 0 ? OptionalInt.empty() : OptionalInt.of(pageYear));
  }
}
