package dev.airlock.runtime;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.airlock.Gate;

/** Who may know whom among the packages of this module, and which of them a library belongs to. */
@AnalyzeClasses(
    packages = "dev.airlock.runtime",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String ASM = "org.objectweb.asm..";
  private static final String[] CONFIGURATION = {
    "jakarta.validation..", "org.hibernate.validator..", "org.jboss.logging..", "org.snakeyaml.."
  };

  /** Kryo is not among them: nothing here can read it. Nor is a provider. */
  @ArchTest
  static final ArchRule ONLY_THE_MODULES_BELOW_AND_NAMED_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.airlock",
              "dev.airlock.runtime..",
              "dev.airlock.sandbox",
              "dev.airlock.sandbox.codec",
              "dev.airlock.sandbox.contract",
              "dev.airlock.sandbox.door",
              "dev.airlock.sandbox.frame",
              "dev.airlock.sandbox.image",
              "dev.airlock.sandbox.message",
              "dev.airlock.sandbox.text",
              "org.jspecify.annotations",
              JACKSON,
              ASM,
              CONFIGURATION[0],
              CONFIGURATION[1],
              CONFIGURATION[2],
              CONFIGURATION[3]);

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("dev.airlock.(**)").should().beFreeOfCycles();

  /** It looks at the guests' Java, so that capture reads the class files that they will get. */
  @ArchTest
  static final ArchRule ONLY_THE_STARTER_KNOWS_THE_IMAGE =
      noClasses()
          .that()
          .doNotHaveSimpleName("RuntimeStarter")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.airlock.sandbox.image");

  @ArchTest
  static final ArchRule ONLY_THE_GATE_KNOWS_JACKSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.runtime.gate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JACKSON);

  @ArchTest
  static final ArchRule ONLY_CAPTURE_KNOWS_ASM =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.runtime.capture")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ASM);

  @ArchTest
  static final ArchRule ONLY_CONFIG_KNOWS_VALIDATION_AND_YAML =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.runtime.config")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CONFIGURATION);

  @ArchTest
  static final ArchRule THE_CODEC_ONLY_WRITES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.airlock\\.sandbox\\.codec\\.(PayloadReader|ClassLookup)");

  @ArchTest
  static final ArchRule NO_HOST_BECOMES_A_GUEST =
      noClasses()
          .should()
          .callMethodWhere(target(name("enterGuest")).and(target(owner(type(Gate.class)))));

  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
