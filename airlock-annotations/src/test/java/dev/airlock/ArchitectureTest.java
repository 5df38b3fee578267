package dev.airlock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.airlock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_JDK =
      classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.airlock");

  @ArchTest static final ArchRule ONE_PACKAGE = classes().should().resideInAPackage("dev.airlock");
}
