package se.helhetssyn.datasets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "se.helhetssyn.datasets", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {
  @ArchTest
  static final ArchRule theModuleKnowsNoEngineDatabaseOrFrame =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "se.helhetssyn.analytics..",
              "se.helhetssyn.pipelines..",
              "se.helhetssyn.ui..",
              "org.apache.spark..",
              "org.duckdb..",
              "java.sql..",
              "com.vaadin..",
              "org.springframework..");

  @ArchTest
  static final ArchRule everyPublicTypeLivesInAFeature =
      classes()
          .that()
          .arePublic()
          .should()
          .resideInAnyPackage(
              "se.helhetssyn.datasets.contract",
              "se.helhetssyn.datasets.fault",
              "se.helhetssyn.datasets.indicators",
              "se.helhetssyn.datasets.quality",
              "se.helhetssyn.datasets.synthetic");

  @ArchTest
  static final ArchRule featuresFormNoCycle =
      slices().matching("se.helhetssyn.datasets.(*)..").should().beFreeOfCycles();
}
