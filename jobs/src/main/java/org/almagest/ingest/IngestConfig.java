package org.almagest.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.almagest.author.AuthorIdentity;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.corpus.CorpusFormat;

/**
 * How input is read.
 *
 * @param format of every file, or empty to tell each by its content
 * @param pageYear year of Daily Papers dates that name none, or empty to take it from the pages
 * @param maxRejectedShare largest accepted share of rejected records, 0 to 1
 * @param maxUnreadableFiles most files that may be unreadable
 * @param maxRecordBytes longest record in bytes
 * @param identity who is one author
 */
record IngestConfig(
    Optional<CorpusFormat> format,
    OptionalInt pageYear,
    double maxRejectedShare,
    int maxUnreadableFiles,
    int maxRecordBytes,
    AuthorIdentity identity) {
  private static final String AUTO = "auto";
  private static final int LAST_YEAR = 2999;
  // The parser holds one record; beyond this an array of its bytes could not be made.
  private static final int LARGEST_RECORD_BYTES = 1 << 30;

  static IngestConfig from(Settings settings) {
    return new IngestConfig(
        format(settings),
        pageYear(settings),
        settings.number(Setting.INGEST_MAX_REJECTED, 0, 1),
        settings.integer(Setting.INGEST_MAX_UNREADABLE_FILES, 0, Integer.MAX_VALUE),
        settings.integer(Setting.INGEST_MAX_RECORD_BYTES, 1024, LARGEST_RECORD_BYTES),
        settings.choice(
            Setting.AUTHORS_IDENTITY, List.of(AuthorIdentity.values()), AuthorIdentity::label));
  }

  private static Optional<CorpusFormat> format(Settings settings) {
    String text = settings.text(Setting.INGEST_FORMAT);
    Optional<CorpusFormat> named = CorpusFormat.named(text);
    if (named.isEmpty() && !text.equals(AUTO)) {
      throw settings.invalid(
          Setting.INGEST_FORMAT,
          AUTO
              + ", "
              + Arrays.stream(CorpusFormat.values())
                  .map(CorpusFormat::label)
                  .collect(Collectors.joining(", ")));
    }
    return named;
  }

  private static OptionalInt pageYear(Settings settings) {
    return settings.text(Setting.INGEST_PAGE_YEAR).equals(AUTO)
        ? OptionalInt.empty()
        : OptionalInt.of(settings.integer(Setting.INGEST_PAGE_YEAR, 1000, LAST_YEAR));
  }
}
