package org.almagest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.almagest.LauncherProcess.Outcome;
import org.almagest.faults.FaultTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Input that is made to do harm, all of it in one run with a heap of 1 GB. */
@Tag(FaultTable.INPUT_TAG)
class HostileInputIT {
  private static final int BOMB_BYTES = 300 << 20;
  private static final int LONG_LINE_BYTES = 200 << 20;

  @TempDir Path directory;

  private LauncherProcess launcher;
  private Path input;

  @BeforeEach
  void makeAWorkingDirectory() throws IOException {
    launcher =
        new LauncherProcess(directory, Duration.ofMinutes(5)).with("ALMAGEST_DRIVER_MEMORY", "1g");
    input = Files.createDirectories(launcher.work().resolve("input"));
  }

  private static String paper(String id, String title) {
    return "{\"id\":\"%s\",\"title\":\"%s\",\"authors\":\"A. One\",\"update_date\":\"2012-01-01\"}\n"
        .formatted(id, title);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(input.resolve(name), text);
  }

  private interface Packing {
    OutputStream pack(OutputStream out) throws IOException;
  }

  private void packed(String name, Packing packing, String text, int blanks) throws IOException {
    try (OutputStream out =
        packing.pack(new BufferedOutputStream(Files.newOutputStream(input.resolve(name))))) {
      out.write(text.getBytes(UTF_8));
      byte[] some = new byte[1 << 20];
      Arrays.fill(some, (byte) ' ');
      for (int left = blanks; left > 0; left -= some.length) {
        out.write(some, 0, Math.min(left, some.length));
      }
    }
  }

  private void cut(String name) throws IOException {
    Path path = input.resolve(name);
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length * 2 / 3));
  }

  private static ZipOutputStream zip(OutputStream out, String member) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(member));
    return zip;
  }

  private static OutputStream xz(OutputStream out) throws IOException {
    return new XZOutputStream(out, new LZMA2Options(1));
  }

  private static String manyPapers() {
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int i = 1; i <= 500; i++) {
      text.append(paper("1001.%04d".formatted(i), Long.toHexString(random.nextLong())));
    }
    return text.toString();
  }

  private static String authors(String id, int count) {
    StringBuilder names = new StringBuilder("A. Author0");
    for (int i = 1; i < count; i++) {
      names.append(", B").append(i);
    }
    return "{\"id\":\""
        + id
        + "\",\"title\":\"Everybody\",\"submitter\":null,\"authors\":\""
        + names
        + "\"}\n";
  }

  @Test
  void costsOnlyItselfAndIsCounted(TestReporter reporter) throws Exception {
    String many = manyPapers();
    packed("cut.gz", GZIPOutputStream::new, many, 0);
    packed("cut.xz", HostileInputIT::xz, many, 0);
    packed("cut.zip", out -> zip(out, "x.json"), many, 0);
    cut("cut.gz");
    cut("cut.xz");
    cut("cut.zip");
    packed("bomb.gz", GZIPOutputStream::new, paper("1101.0001", "In a gz"), BOMB_BYTES);
    packed("bomb.xz", HostileInputIT::xz, paper("1101.0002", "In an xz"), BOMB_BYTES);
    packed("bomb.zip", out -> zip(out, "x.json"), paper("1101.0003", "In a zip"), BOMB_BYTES);
    packed("nested.zip", out -> zip(new GZIPOutputStream(out), "x"), many, 0);
    packed("up.zip", out -> zip(out, "../../up.json"), many, 0);
    packed("root.zip", out -> zip(out, "/root.json"), many, 0);
    packed("link.zip", out -> zip(out, "link"), "../../secret", 0);
    packed("a long line.json", out -> out, paper("1102.0001", "Before"), LONG_LINE_BYTES);
    Files.writeString(
        input.resolve("a long line.json"),
        "\n" + paper("1102.0002", "Behind"),
        java.nio.file.StandardOpenOption.APPEND);
    file("authors.json", authors("1201.0001", 1_000_000) + authors("1201.0002", 100_000));
    file("surrogate.json", paper("1103.0001", "lone \\ud800 half"));
    file("nul.json", paper("1103.0002", "a\\u0000b") + paper("1103.0003", "c\0d"));
    Files.writeString(input.resolve("latin.json"), paper("1103.0004", "café"), ISO_8859_1);
    file("same.json", paper("1104.0001", "The one") + paper("1104.0001", "The other"));
    file(
        "dates.json",
        paper("1105.0001", "Zero").replace("2012-01", "0000-01")
            + paper("1105.0002", "Late").replace("2012-01", "9999-12"));
    Files.writeString(launcher.work().resolve("secret"), "hunter2");
    file(
        "entity.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file://"
            + launcher.work().resolve("secret")
            + "\">]><a>&e;</a>");
    file("=cmd.json", paper("1106.0001", "=1+1\\u001b[2J"));

    Outcome outcome =
        launcher.run(
            "run",
            "--stages",
            "ingest,coauthors",
            "--input",
            "input",
            "--max-rejected",
            "1",
            "--set",
            "ingest.max-unreadable-files=100",
            "--warehouse",
            "warehouse");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    String name = "regexp_replace(source_file, '.*/input/', '')";
    List<String> rejected =
        launcher.query(
            "warehouse",
            "SELECT "
                + name
                + " AS f, source_position, reason, octet_length(from_base64(raw_base64)) <= 4096"
                + " FROM rejected_records ORDER BY f, source_position, reason");
    assertThat(rejected)
        .satisfiesExactlyInAnyOrder(
            row -> assertThat(row).isEqualTo("a long line.json,2,record-too-long,true"),
            row -> assertThat(row).isEqualTo("authors.json,1,too-many-authors,true"),
            row -> assertThat(row).isEqualTo("bomb.gz,2,unreadable-file,true"),
            row -> assertThat(row).isEqualTo("bomb.xz,2,unreadable-file,true"),
            row -> assertThat(row).isEqualTo("bomb.zip!x.json,2,unreadable-file,true"),
            row -> assertThat(row).matches("cut.gz,\\d+,unreadable-file,true"),
            row -> assertThat(row).matches("cut.xz,\\d+,unreadable-file,true"),
            row -> assertThat(row).matches("cut.zip!x.json,\\d+,unreadable-file,true"),
            row -> assertThat(row).isEqualTo("dates.json,1,invalid-value,true"),
            row -> assertThat(row).isEqualTo("dates.json,2,invalid-value,true"),
            row -> assertThat(row).isEqualTo("entity.xml,1,unreadable-file,true"),
            row -> assertThat(row).isEqualTo("latin.json,1,invalid-text,true"),
            row -> assertThat(row).isEqualTo("link.zip!link,1,unreadable-file,true"),
            row -> assertThat(row).isEqualTo("nested.zip,1,unreadable-file,true"),
            row -> assertThat(row).isEqualTo("root.zip!/root.json,1,unreadable-file,true"),
            row -> assertThat(row).isEqualTo("surrogate.json,1,invalid-text,true"),
            row -> assertThat(row).isEqualTo("up.zip!../../up.json,1,unreadable-file,true"));
    assertThat(
            launcher.query(
                "warehouse",
                "SELECT source_id, title, author_count FROM papers WHERE source_id NOT LIKE '1001.%'"
                    + " ORDER BY 1"))
        .containsExactly(
            "1101.0001,In a gz,1",
            "1101.0002,In an xz,1",
            "1101.0003,In a zip,1",
            "1102.0001,Before,1",
            "1102.0002,Behind,1",
            "1103.0002,ab,1",
            "1103.0003,cd,1",
            "1104.0001,The one,1",
            "1106.0001,=1+1\u001b[2J,1",
            "1201.0002,Everybody,100000");
    assertThat(launcher.query("warehouse", "SELECT count(*) FROM coauthor_edges"))
        .containsExactly("0");
    assertThat(
            launcher.query("warehouse", "SELECT count(*) FROM papers WHERE title LIKE '%hunter%'"))
        .containsExactly("0");
    Outcome shown =
        launcher.run(
            "query",
            "--warehouse",
            "warehouse",
            "SELECT title FROM papers WHERE source_id = '1106.0001'");
    assertThat(shown.out()).contains("=1+1\\u001b[2J").doesNotContain("\u001b");

    for (String row : rejected) {
      String[] cells = row.split(",", -1);
      reporter.publishEntry(
          "input " + cells[0] + ", record " + cells[1], "rejected as " + cells[2] + ", exit 0");
    }
    reporter.publishEntry("input with NUL in titles", "read without them");
    reporter.publishEntry("input with two papers of one id", "one paper");
    reporter.publishEntry("input with 100,000 authors of a paper", "a paper without edges");
    reporter.publishEntry("input with an escape code in a title", "shown as text");
  }

  @Test
  void aFilesNameForgesNoLine(TestReporter reporter) throws Exception {
    String forged = "x\nalmagest: all is well.\u001b[2J.json";
    Files.writeString(input.resolve(forged), "no paper");

    Outcome outcome = launcher.run("ingest", "--input", "input", "--warehouse", "warehouse");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("x\\nalmagest: all is well.\\u001b[2J.json is none of");
    assertThat(outcome.err().lines()).noneMatch(line -> line.startsWith("almagest: all"));
    reporter.publishEntry("input with a line break in its name", "exit 3, and no forged line");
  }

  @Test
  void aPasswordIsNotSaidAgain(TestReporter reporter) throws Exception {
    Outcome outcome =
        launcher.run(
            "ingest", "--input", "ftp://ann:hunter2@host/papers", "--warehouse", "warehouse");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("has a password in it").doesNotContain("hunter2");
    assertThat(launcher.work().resolve("warehouse")).doesNotExist();
    reporter.publishEntry(
        "input with a password in its address", "exit 2, which does not repeat it");
  }
}
