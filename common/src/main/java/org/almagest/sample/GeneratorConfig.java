package org.almagest.sample;

import java.nio.file.Path;
import java.util.Objects;
import org.almagest.corpus.CorpusFormat;
import org.almagest.fault.AlmagestException;

/**
 * What to generate. The same configuration gives the same bytes. The universe (topics, groups,
 * people) depends on {@code topics} alone; the seed draws the papers in it.
 *
 * @param papers distinct papers, 1 or more ({@code --papers})
 * @param seed draws the papers ({@code --seed})
 * @param format syntax of the corpus ({@code --format})
 * @param out directory to create; refused if it exists and is not empty ({@code --out})
 * @param topics planted topics, 1 to {@value #MAX_TOPICS}; the first 20 have real vocabularies
 *     ({@code --topics})
 * @param firstPaper number of the first paper: corpora of one seed with disjoint ranges of numbers
 *     are parts of one larger corpus, without a common paper ({@code --first-paper})
 * @param packing compression of the files; Daily Papers pages are always plain ({@code --packing})
 * @param duplicateShare share of papers that come twice, 0 to 1 ({@code --duplicates})
 * @param badRecordShare broken records for each paper, 0 to 1; none of them is a paper ({@code
 *     --bad-records})
 * @param nameVariantShare share of names that are spelled differently from the author's usual way
 *     in case, accents or spacing, 0 to 1 ({@code --name-variants})
 */
public record GeneratorConfig(
    long papers,
    long seed,
    CorpusFormat format,
    Path out,
    int topics,
    long firstPaper,
    Packing packing,
    double duplicateShare,
    double badRecordShare,
    double nameVariantShare) {
  /** Default of {@code topics}. */
  public static final int DEFAULT_TOPICS = 12;

  /** Default of {@code duplicateShare}. */
  public static final double DEFAULT_DUPLICATE_SHARE = 0.02;

  /** Default of {@code badRecordShare}. */
  public static final double DEFAULT_BAD_RECORD_SHARE = 0.005;

  /** Default of {@code nameVariantShare}. */
  public static final double DEFAULT_NAME_VARIANT_SHARE = 0.03;

  /** Most topics that can be planted. */
  public static final int MAX_TOPICS = 1000;

  /** Most papers of one universe: more would exhaust the space of titles and names. */
  static final long MAX_PAPERS = 1_000_000_000;

  public GeneratorConfig {
    Objects.requireNonNull(format);
    Objects.requireNonNull(out);
    Objects.requireNonNull(packing);
    require(
        format != CorpusFormat.AAN,
        "--format is aan, which cannot be generated; give daily-papers, arxiv-tsv, arxiv-json,"
            + " openalex or citation-edges");
    require(papers >= 1, "--papers is " + papers + "; give 1 or more");
    require(
        topics >= 1 && topics <= MAX_TOPICS,
        "--topics is " + topics + "; give a number from 1 to " + MAX_TOPICS);
    require(firstPaper >= 0, "--first-paper is " + firstPaper + "; give 0 or more");
    requireShare("--duplicates", duplicateShare);
    requireShare("--bad-records", badRecordShare);
    requireShare("--name-variants", nameVariantShare);
    require(
        format != CorpusFormat.DAILY_PAPERS || packing == Packing.PLAIN,
        "--packing is "
            + packing.label()
            + ", but Daily Papers pages are saved uncompressed; give plain or leave it out");
    long limit = hasArxivIds(format) ? PublicationCalendar.ARXIV_CAPACITY : MAX_PAPERS;
    require(
        firstPaper <= limit && papers <= limit - firstPaper,
        "--first-paper and --papers ask for papers up to number "
            + firstPaper
            + " + "
            + papers
            + ", but "
            + format.label()
            + " has room for "
            + limit
            + (hasArxivIds(format) ? "; give less, or use --format openalex" : "; give less"));
  }

  /** The given corpus with every default. */
  public static GeneratorConfig of(long papers, long seed, CorpusFormat format, Path out) {
    return new GeneratorConfig(
        papers,
        seed,
        format,
        out,
        DEFAULT_TOPICS,
        0,
        Packing.usualFor(format),
        DEFAULT_DUPLICATE_SHARE,
        DEFAULT_BAD_RECORD_SHARE,
        DEFAULT_NAME_VARIANT_SHARE);
  }

  /** Number after the last paper's. */
  long endPaper() {
    return firstPaper + papers;
  }

  private static boolean hasArxivIds(CorpusFormat format) {
    return format == CorpusFormat.ARXIV_TSV
        || format == CorpusFormat.ARXIV_JSON
        || format == CorpusFormat.CITATION_EDGES;
  }

  private static void requireShare(String option, double share) {
    require(share >= 0 && share <= 1, option + " is " + share + "; give a share from 0 to 1");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw AlmagestException.usage(message + ".");
    }
  }
}
