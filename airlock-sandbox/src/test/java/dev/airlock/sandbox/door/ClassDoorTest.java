package dev.airlock.sandbox.door;

import static dev.airlock.sandbox.door.SampleCode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airlock.sandbox.message.ClassAnswer;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers in names are those of the catalogue of hostile cases. */
class ClassDoorTest extends DoorFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application.properties",
        "./application.properties",
        "org/../application.properties",
        "/application.properties",
        "org/sample/../../application.properties",
        "%2e/application.properties",
        "..\\application.properties",
        "application.properties\0",
        "application\uFF0Eproperties",
        "\u2024/application.properties",
        "/etc/passwd",
        "../../../../etc/passwd",
        "file:/etc/passwd",
        "",
        "org",
        "org/",
        "org/sample",
        ".",
        "/"
      })
  void c01C02NeitherPathsNorDirectoriesAreServed(String name) throws Exception {
    Path classes = code.classes(OWNER);
    Files.writeString(classes.resolve("application.properties"), "password=x");
    Path jar = code.jar(classes, Map.of());
    for (Path root : List.of(classes, jar)) {
      URLClassLoader loader = loader(root);
      DoorSession session = open(loader, "org.sample.Owner");
      assertThat(session.wantClass(mirror.of(loader), "org.sample.Owner").isAbsent()).isFalse();

      assertThat(session.wantClass(mirror.of(loader), name)).isSameAs(ClassAnswer.ABSENT);
      assertThat(session.wantResources(mirror.of(loader), name)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/nothing",
        "META-INF/store.p12",
        "certs/server.pem",
        ".git/config",
        "logback.xml",
        "sub/.ENV.local",
        "conf/DB-Password.txt",
        "aws/credentials.json",
        ".aws/config",
        "api_token.txt"
      })
  void c04SecretsOfALibraryAreNotServed(String name) throws Exception {
    Path jar =
        code.jar(
            code.classes(OWNER), name.endsWith("nothing") ? Map.of() : Map.of(name, text("x")));
    URLClassLoader loader = loader(jar);
    DoorSession session = open(loader, "org.sample.Owner");
    session.wantClass(mirror.of(loader), "org.sample.Owner");

    assertThat(session.wantResources(mirror.of(loader), name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOT-INF.classes.org.sample.Hidden",
        "META-INF.versions.9.org.sample.Hidden",
        "org/sample/Owner",
        "org.sample.Owner.class",
        "org.sample.owner",
        "[Lorg.sample.Owner;",
        "org..sample.Owner",
        ".org.sample.Owner",
        "org.sample.Owner\0",
        "java.lang.String",
        "org.sample.Notes"
      })
  void c04OnlyExactClassNamesAreServed(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(code.classes(OTHER).resolve("org/sample/Other.class"));
    Path jar =
        code.jar(
            code.classes(OWNER),
            Map.of(
                "BOOT-INF/classes/org/sample/Hidden.class", bytes,
                "META-INF/versions/9/org/sample/Hidden.class", bytes,
                "org/sample/Notes.class", text("not a class file"),
                "java/lang/String.class", bytes));
    URLClassLoader loader = loader(jar);

    assertThat(open(loader, "org.sample.Owner").wantClass(mirror.of(loader), name))
        .isSameAs(ClassAnswer.ABSENT);
  }

  @Test
  void c05AirlocksOwnClassesAreAnsweredAsWhatDoesNotExist() throws Exception {
    DoorSession session = door.open(getClass(), "m()").enter(17, DoorLimits.DEFAULT, Set.of());
    int loader = mirror.of(getClass().getClassLoader());

    ClassAnswer refused = session.wantClass(loader, ClassDoor.class.getName());
    ClassAnswer missing = session.wantClass(loader, "org.sample.NotThere");

    assertThat(refused).isSameAs(missing).isSameAs(ClassAnswer.ABSENT);
    assertThat(session.wantClass(loader, "org.assertj.core.api.Assertions").isAbsent()).isFalse();
    assertThat(session.wantResources(loader, "dev/airlock/sandbox/door/ClassDoor.class")).isEmpty();
  }

  @Test
  void c07EachLimitHoldsAtItsValueAndFailsBeyondIt() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER, OTHER));
    int size = bytes(loader, "org.sample.Owner").length;
    int both = size + bytes(loader, "org.sample.Other").length;
    DoorLimits roomy = DoorLimits.DEFAULT;

    assertLimit(loader, new DoorLimits(2, 9, 9, 1 << 20, 1 << 20, 9, 9), 2, "class requests", 3);
    assertLimit(loader, new DoorLimits(9, 9, 9, both - 1, 1 << 20, 9, 9), 1, "class bytes", both);
    assertLimit(
        loader, new DoorLimits(9, 9, 9, 1 << 20, size - 1, 9, 9), 0, "bytes of one class", size);
    DoorSession session = open(loader, "org.sample.Owner", roomy);
    for (int i = 0; i < roomy.misses(); i++) {
      assertThat(session.wantClass(1, "missing.C" + i).isAbsent()).isTrue();
    }
    DoorLimitException failure =
        catchThrowableOfType(DoorLimitException.class, () -> session.wantClass(1, "one.too.Many"));
    assertThat(failure.limit()).isEqualTo("misses");
    assertThat(failure).hasMessageContaining("1001").hasMessageContaining("1000");
    assertThatThrownBy(() -> session.wantClass(1, "org.sample.Owner")).isSameAs(failure);
    assertThat(session.failure()).isSameAs(failure);
  }

  @Test
  void c07ResourcesAreCountedEachAndTogether() throws Exception {
    Path jar =
        code.jar(code.classes(OWNER), Map.of("a.txt", text("12345"), "b.txt", text("1234567")));
    URLClassLoader loader = loader(jar);
    int number = mirror.of(loader);
    DoorLimits limits = new DoorLimits(9, 9, 9, 1 << 20, 1 << 20, 9, 6);

    DoorSession each = open(loader, "org.sample.Owner", limits);
    each.wantClass(number, "org.sample.Owner");
    assertThat(each.wantResources(number, "a.txt")).containsExactly(text("12345"));
    assertThatThrownBy(() -> each.wantResources(number, "b.txt"))
        .isInstanceOf(DoorLimitException.class)
        .hasMessageContaining("bytes of one resource");
    DoorSession together = open(loader, "org.sample.Owner", limits);
    together.wantClass(number, "org.sample.Owner");
    together.wantResources(number, "a.txt");
    assertThatThrownBy(() -> together.wantResources(number, "a.txt"))
        .isInstanceOf(DoorLimitException.class)
        .hasMessageContaining("resource bytes: 10 where 9");
  }

  @Test
  void c08AClosedDoorAnswersNothing() throws Exception {
    URLClassLoader loader = loader(code.jar(code.classes(OWNER), Map.of("a.txt", text("a"))));
    DoorSession session = open(loader, "org.sample.Owner");
    session.wantClass(mirror.of(loader), "org.sample.Owner");

    session.close();

    assertThat(session.wantClass(mirror.of(loader), "org.sample.Owner").isAbsent()).isTrue();
    assertThat(session.wantResources(mirror.of(loader), "a.txt")).isEmpty();
    assertThat(session.ahead()).isEmpty();
  }

  @Test
  void c08TheBytesOfAClassAreSentOnceHoweverManyAsk() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER));
    DoorSession session = open(loader, "org.sample.Owner");
    Callable<ClassAnswer> ask = () -> session.wantClass(mirror.of(loader), "org.sample.Owner");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      long sent = 0;
      for (var answer : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask))) {
        assertThat(answer.get().isAbsent()).isFalse();
        sent += answer.get().isHeld() ? 0 : 1;
      }
      assertThat(sent).isEqualTo(1);
      assertThat(session.served()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void c09AClassThatChangedAfterItWasServedFails() throws Exception {
    Path classes = code.classes(OWNER);
    URLClassLoader loader = loader(classes);
    LoaderMirror own = new LoaderMirror();
    try (ClassDoor uncached =
        new ClassDoor(own, ResourcePolicy.LIBRARIES_ONLY, CodeRoot::at, new ContentCache(0))) {
      Class<?> owner = loader.loadClass("org.sample.Owner");
      uncached
          .open(owner, "m()")
          .enter(17, DoorLimits.DEFAULT, Set.of())
          .wantClass(own.of(loader), "org.sample.Owner");
      Path changed = code.classes("package org.sample; public class Owner { int evil; }");
      Files.copy(
          changed.resolve("org/sample/Owner.class"),
          Files.newOutputStream(classes.resolve("org/sample/Owner.class")));
      DoorSession second = uncached.open(owner, "m()").enter(17, DoorLimits.DEFAULT, Set.of());

      assertThatThrownBy(() -> second.wantClass(own.of(loader), "org.sample.Owner"))
          .isInstanceOf(ClassChangedException.class)
          .hasMessageContaining("org.sample.Owner")
          .hasMessageContaining("changed on disk after it was first served");
    }
  }

  @Test
  void c10TheLoaderOfAnotherTenantIsAbsent() throws Exception {
    URLClassLoader mine = loader(code.classes(OWNER));
    URLClassLoader other = loader(code.classes(OTHER));
    int otherNumber = mirror.loaderOf(other.loadClass("org.sample.Other"));
    DoorSession session = open(mine, "org.sample.Owner");

    assertThat(session.wantClass(otherNumber, "org.sample.Other").isAbsent()).isTrue();
    assertThat(session.wantClass(0, "org.sample.Owner").isAbsent()).isTrue();
    assertThat(session.wantClass(-1, "org.sample.Owner").isAbsent()).isTrue();

    session.loaderOf(other.loadClass("org.sample.Other"));
    assertThat(session.wantClass(otherNumber, "org.sample.Other").isAbsent()).isFalse();
  }

  private void assertLimit(
      URLClassLoader loader, DoorLimits limits, int works, String limit, long measured)
      throws Exception {
    DoorSession session = open(loader, "org.sample.Owner", limits);
    int number = mirror.of(loader);
    List<String> names = List.of("org.sample.Owner", "org.sample.Other", "org.sample.Owner");
    for (String name : names.subList(0, works)) {
      session.wantClass(number, name);
    }
    DoorLimitException failure =
        catchThrowableOfType(
            DoorLimitException.class, () -> session.wantClass(number, names.get(works)));
    assertThat(failure.limit()).isEqualTo(limit);
    assertThat(failure.measured()).isEqualTo(measured);
  }

  private byte[] bytes(URLClassLoader loader, String name) throws Exception {
    return open(loader, "org.sample.Owner").wantClass(mirror.of(loader), name).bytes();
  }
}
