package org.almagest;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almagest.config.Settings;
import org.almagest.stage.Stage;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.graphx.EdgeDirection;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the house, over the main classes of all modules. Beside each stands an offender that
 * it must catch; a rule that finds no class to look at fails, too.
 */
class HouseRulesTest {
  private static final String WAREHOUSE = "org.almagest.warehouse";
  private static final String CORPUS_DIRECTORY = "org.almagest.sample.CorpusDirectory";

  /** Where a person asks for a file, which no warehouse knows of. */
  private static final String EXPORT_TARGET = "org.almagest.export.ExportTarget";

  /** Where a person's digests lie, with the ledger of what was told and sent. */
  private static final String DIGEST_DIRECTORY = "org.almagest.digest.DigestDirectory";

  /** Where a test has the process end in the middle of a run. */
  private static final String CRASH_POINT = "org.almagest.warehouse.CrashPoint";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.almagest");

  /** Where the sources of all modules lie, seen from this one. */
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java"),
          Path.of("../common/src/main/java"),
          Path.of("../notebooks/kernel/src/main/java"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corpus",
        "text",
        "topic",
        "graph",
        "citation",
        "stats",
        "author",
        "sample",
        "export"
      })
  void kernelsKnowNothingOfSpark(String kernel) {
    packageDependsOnNothingOf(kernel, "org.apache.spark..").check(MAIN);
    assertCaught(packageDependsOnNothingOf(kernel, "java.util.."), MAIN);
  }

  @Test
  void stagesMeetOnlyInTables() {
    Set<String> stages =
        MAIN.stream()
            .filter(type -> type.isAssignableTo(Stage.class) && !type.isInterface())
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(stages)
        .contains(
            "org.almagest.ingest",
            "org.almagest.terms",
            "org.almagest.topics",
            "org.almagest.coauthors",
            "org.almagest.citations",
            "org.almagest.trending");
    doNotDependOnEachOther(stages).check(MAIN);
    assertCaught(
        doNotDependOnEachOther(Set.of("org.almagest.ingest", "org.almagest.corpus")), MAIN);
  }

  /** Else a run could not know from which of them a stage's tables follow. */
  @Test
  void stagesReadTheirSettingsWhenTheyAreMadeAndKeepNone() {
    ArchRule rule =
        noClasses()
            .that(
                describe(
                    "are neither of run, cli nor config",
                    type -> !type.getPackageName().matches("org\\.almagest\\.(run|cli|config)")))
            .should(
                ArchCondition.from(
                    describe(
                        "keep settings",
                        type ->
                            type.getFields().stream()
                                .anyMatch(f -> f.getRawType().isEquivalentTo(Settings.class)))));
    rule.check(MAIN);
    assertCaught(rule, KeepsSettings.class);
  }

  @Test
  void onlyRunOpensASparkSession() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.almagest.run..")
            .should()
            .accessTargetWhere(opensASparkSession());
    rule.check(MAIN);
    assertCaught(rule, OpensSession.class);
    assertThat(noClasses().should().accessTargetWhere(opensASparkSession()).evaluate(MAIN))
        .as("run does")
        .matches(result -> result.hasViolation());
  }

  @Test
  void onlyTheWarehouseTheSampleCorpusExportsAndDigestsWriteFiles() {
    ArchRule rule =
        noClasses()
            .that(
                describe(
                    "are neither of the warehouse nor the corpus directory nor an export's target nor"
                        + " the digests' directory",
                    type ->
                        !type.getPackageName().equals(WAREHOUSE)
                            && !type.getName().equals(CORPUS_DIRECTORY)
                            && !type.getName().equals(DIGEST_DIRECTORY)
                            && !(type.getName() + "$").startsWith(EXPORT_TARGET + "$")))
            .should()
            .accessTargetWhere(writesFiles());
    rule.check(MAIN);
    assertCaught(rule, DeletesFile.class);
    assertCaught(rule, DeletesFileByReference.class);
    assertCaught(rule, OpensFile.class);
    assertCaught(rule, WritesTable.class);
    assertCaught(rule, DeletesInHadoop.class);
    assertThat(rule.evaluate(imported(WritesToDescriptor.class)).hasViolation())
        .as("standard output is no file")
        .isFalse();
  }

  @Test
  void onlyTheCommandLinePrintsAndExits() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.almagest.cli..")
            .and()
            .doNotHaveFullyQualifiedName(CRASH_POINT)
            .should()
            .accessTargetWhere(printsOrExits());
    rule.check(MAIN);
    assertCaught(rule, Prints.class);
    assertCaught(rule, Exits.class);
    assertCaught(rule, Halts.class);
    assertCaught(rule, PrintsStackTrace.class);
  }

  @Test
  void namesSayWhatClassesDo() {
    ArchRule rule =
        noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?|Constants?)");
    rule.check(MAIN);
    assertCaught(rule, TextUtils.class);
  }

  @Test
  void nothingIsReadByJavaSerialization() {
    ArchRule rule =
        noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
    rule.check(MAIN);
    assertCaught(rule, Deserializes.class);
  }

  @Test
  void nothingUsesGraphx() {
    ArchRule rule =
        noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.spark.graphx..");
    rule.check(MAIN);
    assertCaught(rule, UsesGraphx.class);
  }

  @Test
  void everyPackageSaysWhatLivesInIt() {
    for (Path source : SOURCES) {
      assertThat(packagesBelow(source)).as("packages of %s", source).isNotEmpty();
      assertThat(packagesWithoutInfo(source)).isEmpty();
    }
  }

  @Test
  void aPackageWithoutInfoIsFound(@TempDir Path source) throws IOException {
    Path silent = Files.createDirectories(source.resolve("org/almagest/silent"));
    Files.createFile(silent.resolve("Thing.java"));
    assertThat(packagesWithoutInfo(source)).containsExactly(silent);
  }

  @Test
  void theRulesSeeBothModules() {
    assertThat(MAIN.contain(CORPUS_DIRECTORY)).isTrue();
    assertThat(MAIN.contain("org.almagest.cli.Main")).isTrue();
    assertThat(MAIN.contain(HouseRulesTest.class)).isFalse();
    classes().should().resideInAPackage("org.almagest..").check(MAIN);
  }

  private static ArchRule packageDependsOnNothingOf(String kernel, String forbidden) {
    return noClasses()
        .that()
        .resideInAPackage("org.almagest." + kernel + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(forbidden);
  }

  private static ArchRule doNotDependOnEachOther(Set<String> packages) {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return packages.stream()
                    .filter(name -> (type.getPackageName() + ".").startsWith(name + "."))
                    .map(SliceIdentifier::of)
                    .findFirst()
                    .orElse(SliceIdentifier.ignore());
              }

              @Override
              public String getDescription() {
                return String.join(", ", packages);
              }
            })
        .should()
        .notDependOnEachOther();
  }

  private static DescribedPredicate<JavaAccess<?>> opensASparkSession() {
    return describe(
        "opens a Spark session",
        access ->
            access.getName().equals("builder")
                && access.getTargetOwner().isAssignableTo(SparkSession.class));
  }

  private static DescribedPredicate<JavaAccess<?>> writesFiles() {
    return describe(
        "writes files",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = access.getName();
          if (owner.isEquivalentTo(Files.class)) {
            return name.matches("write.*|newOutputStream|newBufferedWriter|copy|move")
                || name.matches("(delete|create).*");
          }
          if (owner.isEquivalentTo(FileOutputStream.class)
              || owner.isEquivalentTo(FileWriter.class)
              || owner.isEquivalentTo(RandomAccessFile.class)) {
            return name.equals("<init>") && !takes(access, FileDescriptor.class);
          }
          if (owner.isAssignableTo(FileSystem.class) || owner.isAssignableTo(FileContext.class)) {
            return name.matches("create.*|append|rename|delete|mkdirs?|truncate|copyFrom.*");
          }
          return owner.isAssignableTo(DataFrameWriter.class)
              || (owner.isAssignableTo(Dataset.class) && name.matches("write(To)?"))
              || (owner.isAssignableTo(JavaRDDLike.class) && name.startsWith("saveAs"))
              || (owner.isEquivalentTo(File.class)
                  && name.matches("(create|delete|mkdir|rename).*"));
        });
  }

  private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
  }

  private static DescribedPredicate<JavaAccess<?>> printsOrExits() {
    return describe(
        "prints to a person or exits",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = access.getName();
          return (owner.isEquivalentTo(System.class) && name.matches("out|err|exit"))
              || (owner.isEquivalentTo(Runtime.class) && name.matches("exit|halt"))
              || (owner.isAssignableTo(Throwable.class)
                  && name.equals("printStackTrace")
                  && !(access.getTarget() instanceof CodeUnitAccessTarget target
                      && !target.getRawParameterTypes().isEmpty()));
        });
  }

  private static List<Path> packagesWithoutInfo(Path source) {
    return packagesBelow(source).stream()
        .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
        .toList();
  }

  private static List<Path> packagesBelow(Path source) {
    try (Stream<Path> paths = Files.walk(source)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertCaught(ArchRule rule, Class<?> offender) {
    assertCaught(rule, imported(offender));
  }

  private static void assertCaught(ArchRule rule, JavaClasses offenders) {
    assertThat(rule.evaluate(offenders).hasViolation()).as(rule.getDescription()).isTrue();
  }

  private static JavaClasses imported(Class<?> type) {
    return new ClassFileImporter().importClasses(type);
  }

  // Offenders, which are read and never run.

  @SuppressWarnings("unused")
  static final class KeepsSettings {
    private Settings settings;
  }

  static final class OpensSession {
    SparkSession open() {
      return SparkSession.builder().getOrCreate();
    }
  }

  static final class DeletesFile {
    void delete(Path path) throws IOException {
      Files.delete(path);
    }
  }

  static final class DeletesFileByReference {
    interface Action {
      void on(Path path) throws IOException;
    }

    Action delete() {
      return Files::delete;
    }
  }

  static final class OpensFile {
    FileOutputStream open(File file) throws IOException {
      return new FileOutputStream(file);
    }
  }

  static final class WritesToDescriptor {
    FileOutputStream open() {
      return new FileOutputStream(FileDescriptor.out);
    }
  }

  static final class WritesTable {
    void write(Dataset<Row> rows) {
      rows.write().parquet("somewhere");
    }
  }

  static final class DeletesInHadoop {
    boolean delete(FileSystem files, org.apache.hadoop.fs.Path path) throws IOException {
      return files.delete(path, true);
    }
  }

  static final class Prints {
    void print() {
      System.out.println("text");
    }
  }

  static final class PrintsStackTrace {
    void print(Exception e) {
      e.printStackTrace();
    }
  }

  static final class Exits {
    void exit() {
      System.exit(1);
    }
  }

  static final class Halts {
    void halt() {
      Runtime.getRuntime().halt(1);
    }
  }

  static final class TextUtils {}

  static final class Deserializes {
    ObjectInputStream read(InputStream in) throws IOException {
      return new ObjectInputStream(in);
    }
  }

  @SuppressWarnings("deprecation")
  static final class UsesGraphx {
    EdgeDirection direction() {
      return EdgeDirection.Out();
    }
  }
}
