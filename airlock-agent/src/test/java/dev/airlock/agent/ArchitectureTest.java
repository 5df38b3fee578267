package dev.airlock.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom among the packages of this module, and which of them a library belongs to. */
@AnalyzeClasses(
    packages = "dev.airlock.agent",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule WHAT_THE_APPLICATION_SEES_USES_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.airlock.agent")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.airlock", "dev.airlock.agent", "org.jspecify..");

  @ArchTest
  static final ArchRule THE_WEAVER_KNOWS_HOW_TO_START_A_RUNTIME_AND_BYTE_BUDDY =
      classes()
          .that()
          .resideInAPackage("dev.airlock.agent.*..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.airlock",
              "dev.airlock.agent.weave",
              "dev.airlock.runtime",
              "dev.airlock.runtime.config",
              "net.bytebuddy..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule ONLY_THE_WEAVER_KNOWS_BYTE_BUDDY =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.agent.weave")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("dev.airlock.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_FIXES_WHAT_THE_APPLICATION_SETS_UP =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..",
              "java.nio.file..",
              "java.lang.management..",
              "javax.management..");

  /** A command line prints; an agent uses its own stream, see {@code Notices}. */
  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_PRINTS =
      noClasses()
          .that()
          .doNotHaveSimpleName("AirlockCommand")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
