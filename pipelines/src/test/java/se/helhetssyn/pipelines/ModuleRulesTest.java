package se.helhetssyn.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "se.helhetssyn.pipelines", importOptions = DoNotIncludeTests.class)
final class ModuleRulesTest {
  @ArchTest
  static final ArchRule pipelinesKnowNoWebApplication =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("se.helhetssyn.ui..", "com.vaadin..", "org.springframework..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("se.helhetssyn.pipelines.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theCommandLineAndItsRefusalsKnowNoEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..pipelines.spark..",
              "..pipelines.intake..",
              "..pipelines.reading..",
              "..pipelines.mapping..",
              "..pipelines.measure..",
              "..pipelines.trusted..",
              "..pipelines.run..",
              "..pipelines.publish..",
              "..pipelines.removal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..");

  @ArchTest
  static final ArchRule onlyTheCommandLineTouchesTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("..pipelines.app..")
          .should(ACCESS_STANDARD_STREAMS)
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(System.class, "getenv", String.class);
}
