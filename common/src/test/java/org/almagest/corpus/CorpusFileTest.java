package org.almagest.corpus;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CorpusFileTest {
  private static final String TSV =
      """
      n	abstract	arxiv_id	author_text	categories	created	title
      1	A	1903.00001	Ada Ex	cs.DL	2019-03-04	Tab
      """;
  private static final String ARXIV =
      "{\"id\":\"0704.0001\",\"title\":\"Json\",\"update_date\":\"2008-11-26\"}\n";
  private static final String OPENALEX =
      "{\"id\":\"https://openalex.org/W1\",\"title\":\"Work\",\"authorships\":[]}\n";
  private static final String PAGE =
      "Daily Papers\n\nDec 9\n\nPage\n\nText.\n\n  • 2 authors\n·\nNov 3, 2023\n";

  private static final String NETWORK =
      "id = {P02-1040}\nauthor = {Ex, Ada}\ntitle = {Network}\n\nid = {P02-1041}\n";
  private static final String NETWORK_CITATIONS = "C08-3004 , A00-1002\nD09-1141 , A00-1002\n";
  private static final String EDGES = "citing\tcited\nW1\tW2\n";

  private static List<String> titles(byte[] bytes) throws IOException {
    return titles(bytes, Optional.empty());
  }

  private static void assertFormat(String text, CorpusFormat format) throws IOException {
    CorpusFile.Inspection found =
        CorpusFile.inspect("f", new ByteArrayInputStream(bytes(text)), Optional.empty());
    assertThat(found.formats()).as(text).containsExactly(format);
  }

  /** Each paper as {@code member|format|title}. */
  private static List<String> titles(byte[] bytes, Optional<CorpusFormat> forced)
      throws IOException {
    List<String> titles = new ArrayList<>();
    try (CorpusFile file =
        CorpusFile.open("f", new ByteArrayInputStream(bytes), forced, ReadOptions.defaults())) {
      for (var m = file.nextMember(); m.isPresent(); m = file.nextMember()) {
        CorpusFile.Member member = m.get();
        Reading.papers(Reading.all(member.reader()))
            .forEach(
                p -> titles.add(member.name() + "|" + member.format().label() + "|" + p.title()));
      }
    }
    return titles;
  }

  private static void assertUnreadable(byte[] bytes, String... parts) {
    assertThatThrownBy(() -> titles(bytes))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContainingAll(parts);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] xz(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new XZOutputStream(out, new LZMA2Options())) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        packed.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        packed.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void tellsEachFormatByItsContent() throws IOException {
    assertThat(titles(bytes(TSV))).containsExactly("f|arxiv-tsv|Tab");
    assertThat(titles(bytes("\uFEFF" + TSV))).containsExactly("f|arxiv-tsv|Tab");
    assertThat(titles(bytes(ARXIV))).containsExactly("f|arxiv-json|Json");
    assertThat(titles(bytes("{broken\n" + OPENALEX))).containsExactly("f|openalex|Work");
    assertThat(titles(bytes("\uFEFF" + PAGE.replace("\n", "\r\n"))))
        .containsExactly("f|daily-papers|Page");
    assertThat(titles(bytes(PAGE.substring(PAGE.indexOf("Page")))))
        .containsExactly("f|daily-papers|Page");
  }

  @Test
  void tellsTheFilesOfTheAnthologyNetworkByTheirIds() throws IOException {
    for (String text : List.of(NETWORK, NETWORK_CITATIONS)) {
      assertFormat(text, CorpusFormat.AAN);
      assertFormat("\uFEFF\n" + text.replace("\n", "\r\n"), CorpusFormat.AAN);
      assertFormat("rubbish\n\n" + text, CorpusFormat.AAN);
    }
    assertThat(titles(bytes(NETWORK))).containsExactly("f|aan|Network");
  }

  @Test
  void tellsAListOfCitationsByItsHeaderOrItsIds() throws IOException {
    assertFormat(EDGES, CorpusFormat.CITATION_EDGES);
    assertFormat("citing,cited,date\n", CorpusFormat.CITATION_EDGES);
    assertFormat("from,to\n1912.12345,\"10.1/a,b\"\n", CorpusFormat.CITATION_EDGES);
    assertFormat("# made by hand\n\nW1,pmid:7\nW1,W2\nbad\n", CorpusFormat.CITATION_EDGES);
    assertFormat("P02-1040,P02-1041\n", CorpusFormat.CITATION_EDGES);
    for (String text :
        List.of("a,b\n", "1,2\n3,4\n", "x:1,y:2\n", "W1,W2\nTo be,\nor not,\n", "W1\nW2\n")) {
      assertUnreadable(bytes(text), "none of the formats");
    }
  }

  @Test
  void aListOfCitationsCanBeForcedWhereNothingShowsIt() throws IOException {
    for (String text : List.of("x:1,y:2\n", NETWORK_CITATIONS, EDGES)) {
      CorpusFile.Inspection found =
          CorpusFile.inspect(
              "f", new ByteArrayInputStream(bytes(text)), Optional.of(CorpusFormat.CITATION_EDGES));
      assertThat(found.formats()).containsExactly(CorpusFormat.CITATION_EDGES);
    }
    for (String text : List.of(NETWORK, ARXIV, TSV)) {
      assertThatThrownBy(() -> titles(bytes(text), Optional.of(CorpusFormat.CITATION_EDGES)))
          .hasMessageContaining("is not citation-edges: it is ");
    }
    assertThatThrownBy(() -> titles(bytes("x,y\n"), Optional.of(CorpusFormat.AAN)))
        .hasMessageContaining("has neither papers nor citations of the ACL Anthology");
  }

  @Test
  void listsOfCitationsInAnArchiveAreReadAsMembersOfIt() throws IOException {
    byte[] archive =
        zip("a.tsv", bytes(EDGES), "acl.txt", bytes(NETWORK_CITATIONS), "b", bytes(NETWORK));
    assertThat(titles(archive)).containsExactly("f!b|aan|Network");
  }

  @Test
  void tellsALongFirstLineByItsStart() throws IOException {
    String line = OPENALEX.replace("[]", "[" + "{},".repeat(60_000) + "{}]");
    assertThat(titles(bytes(line))).containsExactly("f|openalex|Work");
  }

  @Test
  void readsCompressedFilesAndConcatenatedParts() throws IOException {
    byte[] second = bytes(ARXIV.replace("Json", "Other"));
    assertThat(titles(gzip(bytes(ARXIV)))).containsExactly("f|arxiv-json|Json");
    assertThat(titles(xz(bytes(ARXIV)))).containsExactly("f|arxiv-json|Json");
    assertThat(titles(join(gzip(bytes(ARXIV)), gzip(second))))
        .containsExactly("f|arxiv-json|Json", "f|arxiv-json|Other");
    assertThat(titles(join(xz(bytes(ARXIV)), xz(second))))
        .containsExactly("f|arxiv-json|Json", "f|arxiv-json|Other");
  }

  @Test
  void readsTheMembersOfAZipArchive() throws IOException {
    byte[] archive =
        zip(
            "a/",
            new byte[0],
            "a/x.tsv",
            bytes(TSV),
            "__MACOSX/x",
            new byte[9],
            "a/.DS_Store",
            new byte[9],
            "b.gz",
            gzip(bytes(OPENALEX)));
    assertThat(titles(archive)).containsExactly("f!a/x.tsv|arxiv-tsv|Tab", "f!b.gz|openalex|Work");
  }

  @Test
  void goesOnBehindAMemberOfNoFormat() throws IOException {
    byte[] archive = zip("readme", bytes("hello"), "empty", new byte[0], "x.json", bytes(ARXIV));
    try (CorpusFile file =
        CorpusFile.open(
            "f", new ByteArrayInputStream(archive), Optional.empty(), ReadOptions.defaults())) {
      assertThatThrownBy(file::nextMember)
          .hasMessageStartingWith("f!readme is none of the formats");
      assertThatThrownBy(file::nextMember).hasMessageStartingWith("f!empty is empty");
      assertThat(file.nextMember().orElseThrow().name()).isEqualTo("f!x.json");
      assertThat(file.nextMember()).isEmpty();
    }
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    byte[] noise = new byte[3000];
    new Random(1).nextBytes(noise);
    assertUnreadable(noise, "none of the formats daily-papers, arxiv-tsv", "--format");
    assertUnreadable(join(noise, bytes("\nDaily Papers\n")), "none of the formats");
    assertUnreadable(bytes("just text"), "f is none of the formats");
    assertUnreadable(new byte[0], "f is empty");
    assertUnreadable(bytes("\uFEFF"), "f is empty");
    assertUnreadable(gzip(new byte[0]), "f is empty");
    assertUnreadable(zip(), "without members");
    assertUnreadable(zip("a/", new byte[0]), "without files");
    assertUnreadable(ARXIV.getBytes(UTF_16), "UTF-16");
    byte[] encrypted = zip("x.tsv", bytes(TSV));
    encrypted[6] |= 1;
    assertUnreadable(encrypted, "is encrypted");
  }

  @Test
  void packsOnlyOnceAndNoArchiveWithinAnother() throws IOException {
    byte[] content = bytes(ARXIV);
    for (byte[] twice :
        List.of(
            gzip(gzip(content)),
            gzip(xz(content)),
            xz(zip("x.json", content)),
            zip("x.zip", zip("x.json", content)),
            zip("x.gz", gzip(gzip(content))))) {
      assertUnreadable(twice, "is packed within something packed", "unpack it once");
    }
  }

  @Test
  void refusesMembersNamedAsIfTheyLayOutsideAndReadsTheOthers() throws IOException {
    for (String outside : List.of("../x", "a/../../x", "/etc/x", "\\\\host\\x", "C:\\x", "..\\x")) {
      byte[] archive = zip(outside, bytes(ARXIV), "a/b..json", bytes(ARXIV));
      try (CorpusFile file =
          CorpusFile.open(
              "f", new ByteArrayInputStream(archive), Optional.empty(), ReadOptions.defaults())) {
        assertThatThrownBy(file::nextMember)
            .isInstanceOf(UnreadableFileException.class)
            .hasMessageStartingWith("f!" + outside + " has a name that leads out of its archive");
        assertThat(file.nextMember().orElseThrow().name()).isEqualTo("f!a/b..json");
        assertThat(file.nextMember()).isEmpty();
      }
    }
  }

  @Test
  void endsWhatUnpackingBlowsUp() throws IOException {
    byte[] good = bytes(ARXIV);
    byte[] blanks = new byte[50 << 20];
    Arrays.fill(blanks, (byte) ' ');
    byte[] bomb = join(good, blanks);
    for (byte[] packed : List.of(gzip(bomb), xz(bomb), zip("x.json", bomb))) {
      try (CorpusFile file =
          CorpusFile.open(
              "f", new ByteArrayInputStream(packed), Optional.empty(), ReadOptions.defaults())) {
        CorpusReader reader = file.nextMember().orElseThrow().reader();
        assertThat(reader.next()).isPresent();
        assertThatThrownBy(reader::next)
            .isInstanceOf(UnreadableFileException.class)
            .hasMessageContaining("unpacks to more than 100 times its size");
        assertThat(file.nextMember()).isEmpty();
      }
    }
    // What is passed over is unpacked, too; here the member is of no format.
    byte[] passedOver = zip("x", join(bytes("x"), blanks), "y.json", good);
    try (CorpusFile file =
        CorpusFile.open(
            "f", new ByteArrayInputStream(passedOver), Optional.empty(), ReadOptions.defaults())) {
      assertThatThrownBy(file::nextMember).hasMessageContaining("none of the formats");
      assertThatThrownBy(file::nextMember).hasMessageContaining("f!x unpacks to more than");
      assertThat(file.nextMember()).isEmpty();
    }
  }

  @Test
  void textThatPacksWellIsNoBomb() throws IOException {
    String content =
        IntStream.range(0, 20_000)
            .mapToObj(i -> ARXIV.replace("Json", "Json " + i))
            .collect(Collectors.joining());
    assertThat(titles(gzip(bytes(content)))).hasSize(20_000);
  }

  @Test
  void refusesAForcedFormatThatTheContentIsNot() throws IOException {
    for (String text : List.of(TSV, ARXIV, PAGE)) {
      assertThatThrownBy(() -> titles(bytes(text), Optional.of(CorpusFormat.OPENALEX)))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageContaining("is not openalex");
    }
    assertThatThrownBy(() -> titles(bytes("a\tb\n"), Optional.of(CorpusFormat.ARXIV_TSV)))
        .hasMessageContaining("no header row");
    assertThatThrownBy(() -> titles(new byte[99], Optional.of(CorpusFormat.DAILY_PAPERS)))
        .hasMessageContaining("is not text");
    assertThat(titles(bytes("Title\n\nText\n"), Optional.of(CorpusFormat.DAILY_PAPERS)))
        .containsExactly("f|daily-papers|Title");
  }

  @Test
  void everyTruncationOfACompressedFileIsNoticed() throws IOException {
    byte[] content = bytes(TSV + ARXIV.repeat(20));
    for (byte[] whole :
        List.of(gzip(content), xz(content), zip("a.tsv", content, "b.tsv", content))) {
      assertThat(titles(whole)).isNotEmpty();
      for (int length = 0; length < whole.length; length++) {
        assertUnreadable(Arrays.copyOf(whole, length), "f");
      }
    }
  }

  @Test
  void corruptionIsNoticed() throws IOException {
    byte[] content = bytes(ARXIV.repeat(50));
    for (byte[] whole : List.of(gzip(content), xz(content), zip("a.json", content))) {
      byte[] corrupt = whole.clone();
      corrupt[whole.length / 2] ^= 0x55;
      assertUnreadable(corrupt, "f");
    }
  }

  @Test
  void truncationInTheMiddleComesOutOfTheReaderAfterWhatWasGood() throws IOException {
    StringBuilder content = new StringBuilder();
    Random random = new Random(7);
    for (int i = 1; i < 9000; i++) {
      content.append(ARXIV.replace("Json", Long.toHexString(random.nextLong())));
    }
    byte[] whole = gzip(bytes(content.toString()));
    try (CorpusFile file =
        CorpusFile.open(
            "f",
            new ByteArrayInputStream(whole, 0, whole.length - 9),
            Optional.empty(),
            ReadOptions.defaults())) {
      CorpusReader reader = file.nextMember().orElseThrow().reader();
      assertThat(reader.next()).isPresent();
      assertThatThrownBy(() -> Reading.all(reader))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageContaining("f ");
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void aFailingDiskIsNotBlamedOnTheFile() throws IOException {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("disk on fire");
          }
        };
    byte[] start = Arrays.copyOf(gzip(bytes(ARXIV)), 20);
    assertThatThrownBy(
            () ->
                CorpusFile.open(
                        "f",
                        new SequenceInputStream(new ByteArrayInputStream(start), failing),
                        Optional.empty(),
                        ReadOptions.defaults())
                    .nextMember())
        .isNotInstanceOf(UnreadableFileException.class)
        .hasMessage("disk on fire");
  }

  @Test
  void inspectionFindsFormatsAndTheLatestYearNamed() throws IOException {
    byte[] archive =
        zip(
            "1.txt",
            bytes(PAGE),
            "2.txt",
            bytes(PAGE.replace("2023", "2024") + "\nX\n\nin 2030\n"),
            "3.txt",
            bytes(PAGE.replace("2023", "9999")));
    CorpusFile.Inspection pages =
        CorpusFile.inspect("f", new ByteArrayInputStream(archive), Optional.empty());
    assertThat(pages.formats()).containsExactly(CorpusFormat.DAILY_PAPERS);
    assertThat(pages.latestExplicitYear()).hasValue(2024);
    CorpusFile.Inspection tsv =
        CorpusFile.inspect("f", new ByteArrayInputStream(xz(bytes(TSV))), Optional.empty());
    assertThat(tsv.formats()).containsExactly(CorpusFormat.ARXIV_TSV);
    assertThat(tsv.latestExplicitYear()).isEmpty();
  }
}
