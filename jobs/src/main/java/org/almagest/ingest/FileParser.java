package org.almagest.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.almagest.corpus.CorpusFile;
import org.almagest.corpus.ReadResult;
import org.almagest.corpus.RejectReason;
import org.almagest.corpus.UnreadableFileException;
import org.almagest.ingest.InputFiles.InputFile;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Reads files to encoded {@link IngestRecord}s by their key, one file at a time and one record in
 * memory. A file that cannot be read to its end gives one reject; any other failure to read is the
 * task's, so that Spark tries again.
 */
final class FileParser implements PairFlatMapFunction<Iterator<InputFile>, UTF8String, byte[]> {
  private static final long serialVersionUID = 1L;

  private final ParsingPlan plan;
  private final SerializableConfiguration hadoop;

  FileParser(ParsingPlan plan, SerializableConfiguration hadoop) {
    this.plan = plan;
    this.hadoop = hadoop;
  }

  /**
   * Opens a file. A local one is read as it is: Hadoop would look for a file of checksums beside
   * it, whose name it cannot make where there is a colon in the file's.
   */
  static InputStream open(String path, SerializableConfiguration hadoop) throws IOException {
    Path file = new Path(path);
    FileSystem files = file.getFileSystem(hadoop.value());
    return (files instanceof LocalFileSystem local ? local.getRaw() : files).open(file);
  }

  @Override
  public Iterator<Tuple2<UTF8String, byte[]>> call(Iterator<InputFile> files) {
    return new Records(files);
  }

  private final class Records implements Iterator<Tuple2<UTF8String, byte[]>> {
    private final Iterator<InputFile> files;
    private InputFile file;
    private CorpusFile opened;
    private CorpusFile.Member member;
    private long lastPosition;
    private IngestRecord next;

    Records(Iterator<InputFile> files) {
      this.files = files;
    }

    @Override
    public boolean hasNext() {
      try {
        while (next == null && (opened != null || files.hasNext())) {
          advance();
        }
        return next != null;
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + file.path() + ": " + e.getMessage(), e);
      }
    }

    @Override
    public Tuple2<UTF8String, byte[]> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      IngestRecord record = next;
      next = null;
      return new Tuple2<>(record.text(RecordField.MERGE_KEY), RecordCodec.encode(record));
    }

    /** Reads one record, or moves on to the next member or file. */
    private void advance() throws IOException {
      try {
        if (opened == null) {
          file = files.next();
          opened =
              CorpusFile.open(
                  file.path(), open(file.path(), hadoop), plan.format(), plan.readOptions());
        }
        if (member == null && !openMember()) {
          closeFile();
          return;
        }
        Optional<ReadResult> result = member.reader().next();
        if (result.isPresent()) {
          lastPosition = result.get().position();
          next = RecordFactory.of(result.get(), member.name(), plan.identity());
        } else {
          member = null;
        }
      } catch (UnreadableFileException e) {
        // Behind the last record, which may itself be a reject, and then has that position.
        long position = lastPosition + 1;
        next =
            RecordFactory.of(
                new ReadResult.Rejected(
                    RejectReason.UNREADABLE_FILE, e.getMessage(), position, new byte[0]),
                e.file(),
                plan.identity());
        // An archive's other members may be whole; where they are not, it says that it is at its
        // end.
        member = null;
      }
    }

    private boolean openMember() throws IOException {
      lastPosition = 0;
      member = opened.nextMember().orElse(null);
      return member != null;
    }

    private void closeFile() throws IOException {
      if (opened != null) {
        opened.close();
      }
      opened = null;
      member = null;
    }
  }
}
