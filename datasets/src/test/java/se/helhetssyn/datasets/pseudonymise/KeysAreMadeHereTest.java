package se.helhetssyn.datasets.pseudonymise;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The pseudonymiser alone makes keys, and nothing of the product is built on it. */
@AnalyzeClasses(packages = "se.helhetssyn.datasets", importOptions = DoNotIncludeTests.class)
final class KeysAreMadeHereTest {
  @ArchTest
  static final ArchRule nothingElseMakesKeys =
      noClasses()
          .that()
          .resideOutsideOfPackage("..datasets.pseudonymise..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.crypto..", "..datasets.pseudonymise..");
}
