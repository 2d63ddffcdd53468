package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A file of a corpus, compressed or not: plain, gzip, xz (also of several concatenated parts), or a
 * zip archive of several members. It is read as a stream: no temporary file, never a whole file in
 * memory. Compression and format are told by content, whatever the name.
 *
 * <p>Not safe for use by several threads.
 */
public final class CorpusFile implements Closeable {
  private static final String LEAVE_OUT = "leave it out";

  private final String name;
  private final SourceStream source;
  private final Optional<CorpusFormat> forced;
  private final ReadOptions options;
  private final PushbackInputStream packed;
  private final Optional<ZipInputStream> archive;
  private Optional<ExpansionLimit> opened = Optional.empty();
  private int members;
  private boolean finished;

  /**
   * What one file, or one member of an archive, holds.
   *
   * @param name the file's name, or {@code file.zip!inner/path.tsv}
   * @param format as forced, or told by content
   * @param reader of its records; of use until the next member is asked for
   */
  public record Member(String name, CorpusFormat format, CorpusReader reader) {}

  /**
   * What a glance at a file shows.
   *
   * @param formats those of its members
   * @param latestExplicitYear the latest year that a date on its Daily Papers pages names
   */
  public record Inspection(Set<CorpusFormat> formats, OptionalInt latestExplicitYear) {
    public Inspection {
      formats = Set.copyOf(formats);
    }
  }

  private record Content(String name, CorpusFormat format, InputStream stream) {}

  private CorpusFile(
      String name, InputStream in, Optional<CorpusFormat> forced, ReadOptions options)
      throws IOException {
    this.name = name;
    this.source = new SourceStream(in);
    this.forced = forced;
    this.options = options;
    this.packed = Decompression.peekable(source);
    Decompression packing = Decompression.of(packed);
    if (packing == Decompression.ZIP_WITHOUT_MEMBERS) {
      throw new UnreadableFileException(name, "is a zip archive without members", LEAVE_OUT);
    }
    // Member names that do not say they are UTF-8 may be anything; as Latin-1 they cannot fail.
    this.archive =
        packing == Decompression.ZIP
            ? Optional.of(new ZipInputStream(packed, ISO_8859_1))
            : Optional.empty();
  }

  /**
   * Opens a file. The stream is closed with it, or here where this fails.
   *
   * @param name the file's name, for messages and member names
   * @param forced the format of all members; empty where each is to be told by its content
   * @throws UnreadableFileException where the file is an archive without members
   */
  public static CorpusFile open(
      String name, InputStream in, Optional<CorpusFormat> forced, ReadOptions options)
      throws IOException {
    try {
      return new CorpusFile(name, in, forced, options);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The formats of a file, and the latest year its Daily Papers pages name. Reads no more than the
   * first {@value FormatSniffer#HEAD_BYTES} bytes of content in any other format, and stops at the
   * first member where that is of another format; so damage further on does not show. Closes the
   * stream.
   *
   * @throws UnreadableFileException as {@link #nextMember}
   */
  public static Inspection inspect(String name, InputStream in, Optional<CorpusFormat> forced)
      throws IOException {
    Set<CorpusFormat> formats = EnumSet.noneOf(CorpusFormat.class);
    OptionalInt latest = OptionalInt.empty();
    try (CorpusFile file = open(name, in, forced, ReadOptions.defaults())) {
      Optional<Content> content = file.nextContent();
      boolean pages = content.map(c -> c.format() == CorpusFormat.DAILY_PAPERS).orElse(false);
      while (content.isPresent()) {
        formats.add(content.get().format());
        if (!pages) {
          break;
        }
        if (content.get().format() == CorpusFormat.DAILY_PAPERS) {
          latest = later(latest, latestYear(content.get().stream()));
        }
        content = file.nextContent();
      }
    }
    return new Inspection(formats, latest);
  }

  /**
   * The next member, or empty behind the last; a file that is no archive is its only member.
   * Folders and hidden members are passed over, and so is what is left of the member before.
   *
   * @throws UnreadableFileException where the member is empty, encrypted, truncated, corrupt, of no
   *     known format or not of the forced one, packed twice, blown up by unpacking, or named as if
   *     it lay outside the archive, or where the archive has no members to read. After an empty
   *     member, one of the wrong format or name, the next call goes on to the next member
   */
  public Optional<Member> nextMember() throws IOException {
    Optional<Content> content = nextContent();
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Content found = content.get();
    return Optional.of(
        new Member(found.name(), found.format(), found.format().open(found.stream(), options)));
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private Optional<Content> nextContent() throws IOException {
    if (finished) {
      return Optional.empty();
    }
    if (archive.isEmpty()) {
      finished = true;
      return Optional.of(content(name, packed));
    }
    ZipInputStream zip = archive.get();
    ZipEntry entry = nextEntry(zip);
    while (entry != null) {
      String inner = entry.getName();
      if (leadsOut(inner)) {
        members++;
        throw new UnreadableFileException(
            name + "!" + inner, "has a name that leads out of its archive", LEAVE_OUT);
      }
      if (!entry.isDirectory() && !isHidden(inner)) {
        members++;
        return Optional.of(content(name + "!" + inner, zip));
      }
      entry = nextEntry(zip);
    }
    if (members == 0) {
      throw new UnreadableFileException(name, "is an archive without files in it", LEAVE_OUT);
    }
    return Optional.empty();
  }

  /**
   * The next entry, or null behind the last one of an archive that is whole. Nothing is looked for
   * behind a member that unpacking blows up.
   */
  private ZipEntry nextEntry(ZipInputStream zip) throws IOException {
    finished = true;
    if (opened.isPresent()) {
      if (opened.get().isExceeded()) {
        return null;
      }
      opened.get().drain();
      opened = Optional.empty();
    }
    ZipEntry entry;
    try {
      entry = zip.getNextEntry();
    } catch (IOException | RuntimeException e) {
      throw GuardedStream.explained(name, source, e);
    }
    // An archive that is cut off between two members looks as if it had no more of them.
    if (entry == null && !source.endsAsZip()) {
      throw new UnreadableFileException(
          name, "is a zip archive that ends too early", "fetch it again, or leave it out");
    }
    finished = entry == null;
    return entry;
  }

  private Content content(String path, InputStream stored) throws IOException {
    InputStream member = GuardedStream.open(path, source, () -> stored);
    if (archive.isPresent()) {
      opened = Optional.of(limited(path, member));
      member = opened.get();
    }
    PushbackInputStream inner = Decompression.peekable(member);
    Decompression packing = Decompression.of(inner);
    InputStream unpacked = GuardedStream.open(path, source, () -> packing.unpack(inner));
    PushbackInputStream stream =
        Decompression.peekable(packing == Decompression.NONE ? unpacked : limited(path, unpacked));
    if (Decompression.of(stream) != Decompression.NONE) {
      throw new UnreadableFileException(
          path, "is packed within something packed", "unpack it once, or leave it out");
    }
    byte[] head = stream.readNBytes(FormatSniffer.HEAD_BYTES);
    stream.unread(head);
    if (new FormatSniffer(head).isEmpty()) {
      throw new UnreadableFileException(path, "is empty", LEAVE_OUT);
    }
    return new Content(path, format(path, new FormatSniffer(head)), stream);
  }

  private ExpansionLimit limited(String path, InputStream content) {
    return new ExpansionLimit(path, source, content, ExpansionLimit.MAX_BYTES);
  }

  private CorpusFormat format(String member, FormatSniffer sniffer) throws IOException {
    if (sniffer.isUtf16()) {
      throw new UnreadableFileException(
          member, "is text in UTF-16", "convert it to UTF-8, or leave the file out");
    }
    if (forced.isEmpty()) {
      return sniffer.format().orElseThrow(() -> unknown(member));
    }
    Optional<String> contradiction = sniffer.contradiction(forced.get());
    if (contradiction.isPresent()) {
      throw new UnreadableFileException(
          member,
          "is not " + forced.get().label() + ": it " + contradiction.get(),
          "correct --format, or leave the file out");
    }
    return forced.get();
  }

  private static UnreadableFileException unknown(String member) {
    String formats =
        Arrays.stream(CorpusFormat.values())
            .map(CorpusFormat::label)
            .collect(Collectors.joining(", "));
    return new UnreadableFileException(
        member,
        "is none of the formats " + formats,
        "name it with --format, or leave the file out");
  }

  /** Whether a member's path would lie elsewhere than below the archive, were it written. */
  private static boolean leadsOut(String path) {
    String slashed = path.replace('\\', '/');
    return slashed.startsWith("/")
        || slashed.matches("[A-Za-z]:.*")
        || Arrays.asList(slashed.split("/", -1)).contains("..");
  }

  private static boolean isHidden(String path) {
    for (String part : path.split("/", -1)) {
      if (part.startsWith(".") || part.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }

  private static OptionalInt latestYear(InputStream page) throws IOException {
    return new PageDateLines(new LineReader(page, ReadOptions.DEFAULT_MAX_RECORD_BYTES))
        .latestYear();
  }

  private static OptionalInt later(OptionalInt a, OptionalInt b) {
    return a.isEmpty() || (b.isPresent() && b.getAsInt() > a.getAsInt()) ? b : a;
  }
}
