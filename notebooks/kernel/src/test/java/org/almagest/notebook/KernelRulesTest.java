package org.almagest.notebook;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import org.almagest.notebook.chart.LineChart;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The house rules, for this module; those of the others are in the jobs' HouseRulesTest. */
class KernelRulesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.almagest.notebook");

  @Test
  void chartsKnowRowsAndNothingOfWhereTheyComeFrom() {
    noClasses()
        .that()
        .resideInAPackage("org.almagest.notebook.chart..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache..", "org.duckdb..", "org.almagest.warehouse..", "io.github..", "java.awt..")
        .check(MAIN);
  }

  @Test
  void onlyTheKernelKnowsOfJupyterAndOfTheCompiler() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.almagest.notebook.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github..", "jdk.jshell..", "org.zeromq..");
    rule.check(MAIN);
  }

  @Test
  void nothingWritesFiles() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "writes files",
                call ->
                    call.getTargetOwner().isEquivalentTo(Files.class)
                        && call.getName()
                            .matches("write.*|new(Out|Buffered).*|copy|move|create.*|delete.*")))
        .check(MAIN);
  }

  @Test
  void onlyTheKernelsMainExits() {
    noClasses()
        .that()
        .doNotHaveSimpleName("NotebookKernel")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(MAIN);
    noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?|Constants?)").check(MAIN);
  }

  @Test
  void theRulesSeeTheModule() {
    JavaClass chart = MAIN.get(LineChart.class);
    Assertions.assertThat(chart.getPackageName()).isEqualTo("org.almagest.notebook.chart");
    Assertions.assertThat(MAIN.contain(KernelRulesTest.class)).isFalse();
  }
}
