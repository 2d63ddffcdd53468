package org.almagest.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.almagest.corpus.Identifiers;
import org.almagest.corpus.PaperSource;
import org.almagest.corpus.RejectReason;

/**
 * Pages of Daily Papers, saved as text: {@value #PAPERS_PER_PAGE} papers each, and the copies of
 * some papers of the page before. Editions are of December 2025, so dates of 2025 go without a
 * year.
 */
final class DailyPapersWriter implements CorpusWriter {
  static final int PAPERS_PER_PAGE = COPY_LAG;

  /** The year of dates without one. */
  static final int PAGE_YEAR = PublicationCalendar.LAST_YEAR;

  private static final double WITHOUT_META = 0.08;
  private static final double ORGANIZATION = 0.04;
  private static final double COMMENTED = 0.2;
  private static final int MOST_COMMENTS = 12;
  private static final LocalDate FIRST_EDITION = LocalDate.of(PAGE_YEAR, 12, 9);
  private static final int EDITIONS = 15;
  private static final LocalDate AFTER_ALL_EDITIONS = LocalDate.of(PAGE_YEAR, 12, 28);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

  private final CorpusSink sink;
  private final long firstPaper;
  private final long seed;
  private final PlantedFaults faults;
  private final List<String> organizations = WordList.load("organizations.txt");
  private long openPage = -1;
  private OutputStream out = OutputStream.nullOutputStream();

  DailyPapersWriter(GeneratorConfig config, CorpusSink sink, PlantedFaults faults) {
    this.sink = sink;
    this.firstPaper = config.firstPaper();
    this.seed = config.seed();
    this.faults = faults;
  }

  @Override
  public void paper(SyntheticPaper paper) throws IOException {
    turnTo(paper.number());
    write(record(paper, hasMeta(paper), paper.date()));
  }

  @Override
  public void copy(SyntheticPaper paper) throws IOException {
    turnTo(paper.number() + COPY_LAG);
    write(record(paper, true, paper.date()));
  }

  @Override
  public void broken(SyntheticPaper like, RejectReason reason) throws IOException {
    byte[] bytes =
        switch (reason) {
          case UNPAIRED_BLOCKS ->
              (unusedTitle(like) + "\n\n" + meta(like, like.date()))
                  .getBytes(StandardCharsets.UTF_8);
          case DATE_AFTER_EDITION -> brokenRecord(like, AFTER_ALL_EDITIONS);
          case INVALID_TEXT ->
              RecordBytes.withInvalidText(brokenRecord(like, like.date()), like.coinedName());
          default -> throw new IllegalArgumentException(reason.label());
        };
    write(bytes);
  }

  @Override
  public VisibleFacts visible(SyntheticPaper paper) {
    boolean dated = hasMeta(paper) || faults.comesTwice(paper.number());
    return new VisibleFacts(
        PaperSource.TITLE.prefix() + ":" + Identifiers.titleId(paper.title()),
        dated,
        false,
        dated && organization(paper).isEmpty());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private byte[] record(SyntheticPaper paper, boolean withMeta, LocalDate date) {
    StringBuilder text = new StringBuilder(2048);
    text.append(paper.title()).append("\n\n").append(paper.abstractText()).append("\n\n");
    if (withMeta) {
      text.append(meta(paper, date));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] brokenRecord(SyntheticPaper like, LocalDate date) {
    String record = unusedTitle(like) + "\n\n" + like.olderAbstract() + "\n\n" + meta(like, date);
    return record.getBytes(StandardCharsets.UTF_8);
  }

  /** A title no paper has. */
  private static String unusedTitle(SyntheticPaper like) {
    return "Erratum to " + like.title();
  }

  private String meta(SyntheticPaper paper, LocalDate date) {
    Draws draws = new Draws(seed, paper.number(), Draws.Purpose.RECORD);
    draws.nextBits(); // The first draw decides in hasMeta.
    StringBuilder meta = new StringBuilder(48);
    meta.append(organization(paper).orElse("  • " + paper.authors().size() + " authors"));
    meta.append("\n·\n").append(DAY.format(date));
    if (date.getYear() != PAGE_YEAR) {
      meta.append(", ").append(date.getYear());
    }
    if (draws.happens(COMMENTED)) {
      meta.append(' ').append(1 + draws.below(MOST_COMMENTS));
    }
    return meta.append("\n\n").toString();
  }

  /**
   * Papers before a broken record always have their meta block: blocks without one run together,
   * and the broken record must cost no other.
   */
  private boolean hasMeta(SyntheticPaper paper) {
    return faults.brokenRecordFollows(paper.number())
        || !new Draws(seed, paper.number(), Draws.Purpose.RECORD).happens(WITHOUT_META);
  }

  private Optional<String> organization(SyntheticPaper paper) {
    long hash = Draws.hash(seed, ~paper.number(), Draws.Purpose.RECORD);
    return Draws.fraction(hash) < ORGANIZATION
        ? Optional.of(organizations.get((int) (paper.group() % organizations.size())))
        : Optional.empty();
  }

  private void turnTo(long position) throws IOException {
    long page = (position - firstPaper) / PAPERS_PER_PAGE;
    if (page == openPage) {
      return;
    }
    out.close();
    openPage = page;
    String name = String.format(Locale.ROOT, "page-%05d.txt", page + 1);
    out = Packing.PLAIN.wrap(sink.open("corpus/" + name), name);
    String edition = DAY.format(FIRST_EDITION.plusDays(page % EDITIONS));
    write(
        ("new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\n"
                + "byAK and the research community\n\n"
                + edition
                + "\n\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }
}
