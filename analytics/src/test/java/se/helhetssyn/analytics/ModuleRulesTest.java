package se.helhetssyn.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "se.helhetssyn.analytics", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {
  @ArchTest
  static final ArchRule analyticsKnowsNoOtherModuleAndNoEngineOrFace =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "se.helhetssyn.datasets..",
              "se.helhetssyn.pipelines..",
              "se.helhetssyn.ui..",
              "org.apache.spark..",
              "io.delta..",
              "com.vaadin..",
              "org.springframework..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("se.helhetssyn.analytics.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theMartKnowsNothingOfWhatIsMadeOfIt =
      noClasses()
          .that()
          .resideInAPackage("se.helhetssyn.analytics.mart..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "se.helhetssyn.analytics.stats..",
              "se.helhetssyn.analytics.disclosure..",
              "se.helhetssyn.analytics.quality..",
              "se.helhetssyn.analytics.export..");

  @ArchTest static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule nothingLogsThroughTheJdk =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
}
