package se.helhetssyn.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The platform holds no secret and cannot make a person's key: the municipality does, before. */
@AnalyzeClasses(
    packages = {"se.helhetssyn.pipelines", "se.helhetssyn.analytics"},
    importOptions = DoNotIncludeTests.class)
final class KeysAreMadeElsewhereTest {
  @ArchTest
  static final ArchRule thePlatformMakesNoKeys =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.crypto..", "..datasets.pseudonymise..");
}
