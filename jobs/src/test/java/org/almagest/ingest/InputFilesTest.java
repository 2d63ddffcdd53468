package org.almagest.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.almagest.ingest.InputFiles.InputFile;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir Path directory;
  private final Configuration hadoop = new Configuration();

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name :
        List.of("b.tsv", "a.tsv", "notes.txt", "deep/er/c.tsv", ".hidden", "_SUCCESS", ".git/x")) {
      Path file = directory.resolve("corpus").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  /** Resolved paths relative to the corpus directory. */
  private List<String> resolve(String... inputs) {
    Path corpus = directory.resolve("corpus");
    return InputFiles.resolve(Arrays.stream(inputs).map(this::in).toList(), hadoop).stream()
        .map(file -> corpus.relativize(Path.of(file.path())).toString())
        .toList();
  }

  private String in(String relative) {
    return relative.isEmpty() ? corpus() : corpus() + "/" + relative;
  }

  private String corpus() {
    return directory.resolve("corpus").toString();
  }

  private AbstractObjectAssert<?, AlmagestException> assertFails(String... inputs) {
    return assertThatThrownBy(() -> InputFiles.resolve(List.of(inputs), hadoop))
        .asInstanceOf(type(AlmagestException.class));
  }

  @Test
  void walksADirectoryToTheEndWithoutHiddenFilesAndDirectories() {
    assertThat(resolve("")).containsExactly("a.tsv", "b.tsv", "deep/er/c.tsv", "notes.txt");
  }

  @Test
  void tellsTheSizeOfEachFile() throws IOException {
    assertThat(InputFiles.resolve(List.of(in("deep")), hadoop))
        .containsExactly(
            new InputFile(
                in("deep/er/c.tsv"),
                "deep/er/c.tsv".length(),
                Files.getLastModifiedTime(Path.of(in("deep/er/c.tsv"))).toMillis()));
  }

  @Test
  void takesAHiddenFileThatIsNamedItself() {
    assertThat(resolve(".hidden")).containsExactly(".hidden");
    assertThat(resolve("_S*")).containsExactly("_SUCCESS");
  }

  @Test
  void expandsAGlobWithoutHiddenFiles() {
    assertThat(resolve("*.tsv")).containsExactly("a.tsv", "b.tsv");
    assertThat(resolve("*")).containsExactly("a.tsv", "b.tsv", "deep/er/c.tsv", "notes.txt");
    assertThat(resolve("{a,b}.tsv")).containsExactly("a.tsv", "b.tsv");
    assertThat(resolve("*/*/c.tsv")).containsExactly("deep/er/c.tsv");
  }

  @Test
  void takesAFileOnceHoweverOftenItIsNamed() {
    assertThat(resolve("a.tsv", "*.tsv", "", "./deep/../a.tsv", "a.tsv"))
        .containsExactly("a.tsv", "b.tsv", "deep/er/c.tsv", "notes.txt");
  }

  @Test
  void doesNotDependOnTheOrderOfInputs() {
    assertThat(resolve("notes.txt", "deep", "a.tsv"))
        .isEqualTo(resolve("a.tsv", "notes.txt", "deep"));
  }

  @Test
  void readsFilesWhoseNamesHoldSigns() throws IOException {
    for (String name : List.of("with blank.txt", "100%.txt", "a[1].txt", "a:b.txt", "ünï#?.txt")) {
      Path file = directory.resolve("corpus/odd").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    assertThat(resolve("odd"))
        .containsExactly(
            "odd/100%.txt", "odd/a:b.txt", "odd/a[1].txt", "odd/with blank.txt", "odd/ünï#?.txt");
    assertThat(resolve("odd/a[1].txt")).containsExactly("odd/a[1].txt");
  }

  @Test
  void aLocalFileKeepsItsSchemeWhereAnotherFileSystemIsTheDefault() {
    Configuration cluster = new Configuration();
    cluster.set("fs.defaultFS", "hdfs://namenode.invalid");
    assertThat(InputFiles.resolve(List.of("file://" + in("a.tsv")), cluster))
        .extracting(InputFile::path)
        .containsExactly("file:" + in("a.tsv"));
  }

  @Test
  void anInputThatNamesNothingIsAUsageErrorThatNamesIt() {
    assertFails(in("absent.tsv"))
        .returns(ExitCode.USAGE, AlmagestException::exitCode)
        .extracting(Throwable::getMessage, STRING)
        .contains(in("absent.tsv"), "check the path");
    assertFails(in("*.jsonl")).returns(ExitCode.USAGE, AlmagestException::exitCode);
    assertFails(in("a.tsv"), in("absent.tsv")).returns(ExitCode.USAGE, AlmagestException::exitCode);
    assertFails("").returns(ExitCode.USAGE, AlmagestException::exitCode);
  }

  @Test
  void aDirectoryWithoutFilesIsBadInput() throws IOException {
    Path empty = Files.createDirectories(directory.resolve("empty/.hidden"));
    Files.writeString(empty.resolve("file"), "x");
    String input = empty.getParent().toString();
    assertFails(input)
        .returns(ExitCode.BAD_INPUT, AlmagestException::exitCode)
        .extracting(Throwable::getMessage, STRING)
        .contains(input);
    assertFails(input, input).returns(ExitCode.BAD_INPUT, AlmagestException::exitCode);
    Path file = Files.writeString(directory.resolve("full.tsv"), "x");
    assertFails(file.toString(), input).returns(ExitCode.BAD_INPUT, AlmagestException::exitCode);
  }
}
