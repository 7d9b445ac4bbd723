package se.helhetssyn.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

@AnalyzeClasses(packages = "se.helhetssyn.ui", importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleRulesTest {
  @ArchTest
  static final ArchRule figuresComeFromTheStoreAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "se.helhetssyn.pipelines..", "se.helhetssyn.datasets..", "org.apache.spark..");

  @ArchTest
  static final ArchRule chartsKnowNothingOfTheProduct =
      noClasses()
          .that()
          .resideInAPackage("se.helhetssyn.ui.chart..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("se.helhetssyn..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAPackage("se.helhetssyn.ui.chart.."))));

  @ArchTest
  static final ArchRule viewModelsKnowNoComponents =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .or()
          .haveSimpleNameEndingWith("Model")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.vaadin.flow.component..", "com.vaadin.flow.router..");

  @ArchTest
  static final ArchRule nothingAsksForAFrontEndBuild =
      noClasses()
          .should()
          .beAnnotatedWith(NpmPackage.class)
          .orShould()
          .beAnnotatedWith(CssImport.class)
          .orShould()
          .beAnnotatedWith(bundled(JsModule.class))
          .orShould()
          .beAnnotatedWith(bundled(JavaScript.class));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("se.helhetssyn.ui.(*)..").should().beFreeOfCycles();

  private static DescribedPredicate<JavaAnnotation<?>> bundled(Class<?> type) {
    return DescribedPredicate.describe(
        type.getSimpleName() + " with a file that is not served as it is",
        annotation ->
            annotation.getRawType().isEquivalentTo(type)
                && !String.valueOf(annotation.get("value").orElse("")).startsWith("context://"));
  }
}
