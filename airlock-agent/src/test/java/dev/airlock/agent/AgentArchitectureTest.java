package dev.airlock.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.airlock.agent",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AgentArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_WEAVER_KNOWS_BYTE_BUDDY =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.agent.weave..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  @ArchTest
  static final ArchRule WHAT_THE_APPLICATION_SEES_USES_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.airlock.agent")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.airlock", "dev.airlock.agent", "org.jspecify..");

  @ArchTest
  static final ArchRule PREMAIN_DOES_NOT_FIX_WHAT_THE_APPLICATION_SETS_UP =
      noClasses()
          .that()
          .resideInAPackage("dev.airlock.agent")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "java.nio.file..", "java.lang.management..");

  @ArchTest
  static final ArchRule THE_WEAVER_DOES_NOT_KNOW_THE_PREMAIN =
      noClasses()
          .that()
          .resideInAPackage("dev.airlock.agent.weave..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.airlock.agent");
}
