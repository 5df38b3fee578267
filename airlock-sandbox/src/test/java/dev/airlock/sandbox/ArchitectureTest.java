package dev.airlock.sandbox;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
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
    packages = "dev.airlock.sandbox",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String KRYO = "com.esotericsoftware..";
  private static final String JACKSON = "com.fasterxml.jackson..";

  /** What the shim's jar holds. */
  private static final String[] GUEST = {
    "dev.airlock.sandbox.codec",
    "dev.airlock.sandbox.contract",
    "dev.airlock.sandbox.frame",
    "dev.airlock.sandbox.message",
    "dev.airlock.sandbox.shim",
    "dev.airlock.sandbox.text"
  };

  @ArchTest
  static final ArchRule ONLY_THE_ANNOTATIONS_AND_TWO_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "sun.misc..",
              "dev.airlock",
              "dev.airlock.sandbox..",
              "org.jspecify.annotations",
              KRYO,
              JACKSON);

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("dev.airlock.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_INTERFACE_KNOWS_NO_PART =
      noClasses()
          .that()
          .resideInAPackage("dev.airlock.sandbox")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.airlock.sandbox.*..");

  @ArchTest
  static final ArchRule ONLY_THE_CODEC_KNOWS_KRYO =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.sandbox.codec")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(KRYO);

  @ArchTest
  static final ArchRule ONLY_CONTRACT_AND_MESSAGE_KNOW_JACKSON =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.airlock.sandbox.contract", "dev.airlock.sandbox.message")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JACKSON);

  @ArchTest
  static final ArchRule THE_SHIM_KNOWS_NOTHING_OF_THE_HOST =
      classes()
          .that()
          .resideInAnyPackage(GUEST)
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackage("dev.airlock.sandbox..").or(resideInAnyPackage(GUEST)));

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_SHIM =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.sandbox.shim")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.airlock.sandbox.shim");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_A_PROVIDER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.sandbox.bubblewrap")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.airlock.sandbox.bubblewrap");

  @ArchTest
  static final ArchRule ONLY_THE_SHIM_READS_KRYO =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.airlock.sandbox.shim", "dev.airlock.sandbox.codec")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.airlock\\.sandbox\\.codec\\.(PayloadReader|ClassLookup)");

  /**
   * Shapes can read from what they are given. Only the payload's reader makes something to give.
   */
  @ArchTest
  static final ArchRule ONLY_THE_PAYLOAD_READER_STARTS_TO_READ =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.codec\\.(PayloadReader|GraphReader|StreamInput)")
          .should()
          .callConstructorWhere(
              target(
                  owner(
                      assignableTo("dev.airlock.sandbox.codec.GraphReader")
                          .or(assignableTo("com.esotericsoftware.kryo.kryo5.io.Input")))));

  @ArchTest
  static final ArchRule ONLY_THE_SHIM_MAKES_A_JVM_A_GUEST =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.airlock.sandbox.shim")
          .should()
          .callMethodWhere(target(name("enterGuest")).and(target(owner(type(Gate.class)))));

  /**
   * The standard streams are the body's: what runs it may empty them, and nobody writes to them.
   */
  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.airlock.sandbox.shim.CallRunner")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
