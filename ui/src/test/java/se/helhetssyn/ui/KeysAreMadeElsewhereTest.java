package se.helhetssyn.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The web application holds no secret and cannot make a person's key. The order of units that tells
 * nothing uses a secret of its own, made anew at each start, and knows units only.
 */
@AnalyzeClasses(packages = "se.helhetssyn.ui", importOptions = DoNotIncludeTests.class)
final class KeysAreMadeElsewhereTest {
  @ArchTest
  static final ArchRule theWebApplicationMakesNoKeys =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("se.helhetssyn.ui.compare.KeyedOrder")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.crypto..", "..datasets.pseudonymise..");
}
