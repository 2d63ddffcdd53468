package org.almagest.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almagest.corpus.CorpusFile;
import org.almagest.corpus.PaperRecord;
import org.almagest.corpus.ReadResult;
import org.almagest.corpus.UnreadableFileException;
import org.almagest.ingest.InputFiles.InputFile;
import org.almagest.stage.CorpusEstimate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What the input is like, from the beginnings of some of its files: in bytes as they are stored,
 * what was read stands for what was not.
 *
 * @param files files of the input
 * @param bytes their size as they are stored
 * @param formats how many of the files looked at are of each format, by its name
 * @param faults what is wrong with those that cannot be read
 * @param corpus the whole input by estimate
 */
public record InputSample(
    int files,
    long bytes,
    Map<String, Integer> formats,
    List<String> faults,
    CorpusEstimate corpus) {
  private static final int MOST_FILES = 24;
  private static final int MOST_RECORDS = 72_000;

  /** So many stored bytes are enough, if records are long. */
  private static final long MOST_BYTES = 24 << 20;

  /** Counts bytes as they are stored. */
  private static final class CountedStream extends FilterInputStream {
    private long count;

    CountedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }

  /** Sums over the records that were read. */
  private static final class Sums {
    private long bytes;
    private long papers;
    private long words;
    private long authorships;
    private long authorPairs;
    private long references;
    private final int mostPairedAuthors;

    Sums(int mostPairedAuthors) {
      this.mostPairedAuthors = mostPairedAuthors;
    }

    void add(ReadResult result) {
      if (result instanceof ReadResult.Accepted accepted) {
        add(accepted.paper());
      } else if (result instanceof ReadResult.Reference) {
        references++;
      }
    }

    private void add(PaperRecord paper) {
      papers++;
      words += words(paper.title()) + paper.abstractText().map(Sums::words).orElse(0);
      long authors = paper.authors().size();
      authorships += authors;
      authorPairs += authors <= mostPairedAuthors ? authors * (authors - 1) / 2 : 0;
      references += paper.references().size();
    }

    private static int words(String text) {
      return (int) Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).count();
    }

    CorpusEstimate scaledTo(long allBytes) {
      double scale = bytes == 0 ? 0 : (double) allBytes / bytes;
      return new CorpusEstimate(
          Math.round(papers * scale),
          Math.round(words * scale),
          Math.round(authorships * scale),
          Math.round(authorPairs * scale),
          Math.round(references * scale));
    }
  }

  public InputSample {
    formats = Map.copyOf(formats);
    faults = List.copyOf(faults);
  }

  /**
   * Looks at the beginnings of at most {@value #MOST_FILES} files.
   *
   * @param mostPairedAuthors papers with more authors make no pairs of them
   */
  static InputSample of(
      List<InputFile> files, ParsingPlan plan, int mostPairedAuthors, Configuration hadoop)
      throws IOException {
    Map<String, Integer> formats = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    Sums sums = new Sums(mostPairedAuthors);
    List<InputFile> chosen = some(files);
    // Few files are read the further, since papers at their beginnings are often old.
    int recordsPerFile = MOST_RECORDS / Math.max(1, chosen.size());
    long bytesPerFile = MOST_BYTES / Math.max(1, chosen.size());
    for (InputFile file : chosen) {
      Path path = new Path(file.path());
      try (CountedStream in = new CountedStream(path.getFileSystem(hadoop).open(path));
          CorpusFile opened = CorpusFile.open(file.path(), in, plan.format(), plan.readOptions())) {
        Optional<CorpusFile.Member> member = opened.nextMember();
        member.ifPresent(first -> formats.merge(first.format().label(), 1, Integer::sum));
        for (int i = 0; i < recordsPerFile && in.count < bytesPerFile && member.isPresent(); ) {
          Optional<ReadResult> result = member.get().reader().next();
          if (result.isEmpty()) {
            member = opened.nextMember();
          } else {
            sums.add(result.get());
            i++;
          }
        }
        sums.bytes += in.count;
      } catch (UnreadableFileException e) {
        faults.add(e.getMessage());
      }
    }
    long bytes = files.stream().mapToLong(InputFile::bytes).sum();
    return new InputSample(files.size(), bytes, formats, faults, sums.scaledTo(bytes));
  }

  /** Files of all sizes, as evenly as possible. */
  private static List<InputFile> some(List<InputFile> files) {
    List<InputFile> bySize =
        files.stream()
            .sorted(Comparator.comparingLong(InputFile::bytes).thenComparing(InputFile::path))
            .toList();
    int count = Math.min(MOST_FILES, bySize.size());
    return IntStream.range(0, count)
        .mapToObj(i -> bySize.get((int) ((long) (i + 1) * bySize.size() / count) - 1))
        .toList();
  }
}
