package dev.airlock.sandbox.door;

import static dev.airlock.sandbox.door.SampleCode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airlock.sandbox.message.ClassAnswer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassLookupTest extends DoorFixture {
  @Test
  void aClassTooNewForTheGuestIsNamedWithBothReleases() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER));
    Class<?> owner = loader.loadClass("org.sample.Owner");
    DoorSession session = door.open(owner, "m()").enter(11, DoorLimits.DEFAULT, Set.of());

    ClassTooNewException failure =
        catchThrowableOfType(
            ClassTooNewException.class,
            () -> session.wantClass(mirror.of(loader), "org.sample.Owner"));
    assertThat(failure.needed()).isEqualTo(17);
    assertThat(failure.guest()).isEqualTo(11);
    assertThat(failure).hasMessageContaining("org.sample.Owner").hasMessageContaining("17");
    assertThat(session.failure()).isSameAs(failure);
  }

  @Test
  void aPinnedClassIsTakenFromTheLoaderThatDefinedIt() throws Exception {
    Path upper = code.classes(OTHER);
    Path lower = code.classes("package org.sample; public class Other { int own; }");
    URLClassLoader parent = loader(upper);
    URLClassLoader child = new ChildFirst(lower.toUri().toURL(), parent);
    Class<?> own = child.loadClass("org.sample.Other");
    assertThat(own.getClassLoader()).isSameAs(child);
    DoorSession session = door.open(own, "m()").enter(17, DoorLimits.DEFAULT, Set.of());

    ClassAnswer fromChild = session.wantClass(mirror.of(child), "org.sample.Other");
    ClassAnswer fromParent = session.wantClass(mirror.of(parent), "org.sample.Other");

    assertThat(fromChild.loader()).isEqualTo(mirror.of(child));
    assertThat(fromParent.loader()).isEqualTo(mirror.of(parent));
    assertThat(fromChild.bytes()).isNotEqualTo(fromParent.bytes());
  }

  @Test
  void whatIsNotPinnedComesFromTheTopmostLoaderThatHasIt() throws Exception {
    Path shared = code.classes(OTHER);
    URLClassLoader parent = loader(shared);
    URLClassLoader child =
        new URLClassLoader(
            new URL[] {code.classes(OWNER).toUri().toURL(), shared.toUri().toURL()}, parent);
    DoorSession session = open(child, "org.sample.Owner");

    ClassAnswer answer = session.wantClass(mirror.of(child), "org.sample.Other");

    assertThat(answer.loader()).isEqualTo(mirror.of(parent)).isNotEqualTo(mirror.of(child));
  }

  @Test
  void aMultiReleaseJarIsReadForTheGuestsRelease() throws Exception {
    Path base = code.classes("package org.sample; public class Owner { int base; }");
    Path newer = code.classes("package org.sample; public class Owner { int newer; }");
    byte[] bytes = Files.readAllBytes(newer.resolve("org/sample/Owner.class"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(new Attributes.Name("Multi-Release"), "true");
    Path jar =
        code.jar(base, Map.of("META-INF/versions/21/org/sample/Owner.class", bytes), manifest);
    URLClassLoader loader = loader(jar);
    Class<?> owner = loader.loadClass("org.sample.Owner");

    assertThat(answerFor(owner, 17).bytes()).isNotEqualTo(bytes);
    assertThat(answerFor(owner, 21).bytes()).isEqualTo(bytes);
  }

  @Test
  void theClassPathOfAManifestIsFollowed() throws Exception {
    Path other = code.jar(code.classes(OTHER), Map.of());
    Manifest manifest = new Manifest();
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, other.getFileName() + " missing.jar");
    URLClassLoader loader = loader(code.jar(code.classes(OWNER), Map.of(), manifest));

    ClassAnswer answer =
        open(loader, "org.sample.Owner").wantClass(mirror.of(loader), "org.sample.Other");

    assertThat(answer.isAbsent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"nested:{0}/!{1}!/,/", "file:{0}!/{1}!/,''"})
  void theArchivesAndClassesInAnExecutableJarAreFound(String form, String directoryEnd)
      throws Exception {
    Path library = code.jar(code.classes(OTHER), Map.of("a.txt", text("a")));
    Path application = code.classes(OWNER).resolve("org/sample/Owner.class");
    String classes = "BOOT-INF/classes/";
    Path jar =
        code.jar(
            Files.createDirectory(workspace.resolve("empty")),
            Map.of(
                classes,
                new byte[0],
                classes + "org/sample/Owner.class",
                Files.readAllBytes(application),
                classes + "b.txt",
                text("b"),
                "BOOT-INF/lib/library.jar",
                Files.readAllBytes(library)));
    ClassLoader loader =
        new FatJarLoader(
            Files.readAllBytes(application),
            MessageFormat.format(form, jar, "BOOT-INF/classes" + directoryEnd),
            MessageFormat.format(form, jar, "BOOT-INF/lib/library.jar"));
    Class<?> owner = loader.loadClass("org.sample.Owner");
    DoorSession session = door.open(owner, "m()").enter(17, DoorLimits.DEFAULT, Set.of());
    int number = mirror.of(loader);

    assertThat(session.wantClass(number, "org.sample.Owner").isAbsent()).isFalse();
    assertThat(session.wantClass(number, "org.sample.Other").isAbsent()).isFalse();
    assertThat(session.wantResources(number, "a.txt")).containsExactly(text("a"));
    assertThat(session.wantResources(number, "b.txt")).isEmpty();
  }

  @Test
  void aLinkOutOfTheTreeDoesNotExist() throws Exception {
    Path classes = code.classes(OWNER);
    Path outside = code.classes(OTHER).resolve("org/sample/Other.class");
    Files.createSymbolicLink(classes.resolve("org/sample/Other.class"), outside);
    Files.createSymbolicLink(classes.resolve("outside"), outside.getParent());
    URLClassLoader loader = loader(classes);
    DoorSession session = open(loader, "org.sample.Owner");

    assertThat(session.wantClass(mirror.of(loader), "org.sample.Other").isAbsent()).isTrue();
    assertThat(session.wantClass(mirror.of(loader), "outside.Other").isAbsent()).isTrue();
  }

  @Test
  void aClassThatVanishedAfterItWasListedIsAbsent() throws Exception {
    Path classes = code.classes(OWNER, OTHER);
    URLClassLoader loader = loader(classes);
    DoorSession session = open(loader, "org.sample.Owner");
    session.wantClass(mirror.of(loader), "org.sample.Owner");
    Files.delete(classes.resolve("org/sample/Other.class"));

    assertThat(session.wantClass(mirror.of(loader), "org.sample.Other").isAbsent()).isTrue();
  }

  private ClassAnswer answerFor(Class<?> owner, int guestFeature) throws DoorException {
    return door.open(owner, "m()")
        .enter(guestFeature, DoorLimits.DEFAULT, Set.of())
        .wantClass(mirror.loaderOf(owner), owner.getName());
  }

  /** Names its places as the loader of an executable jar does. */
  private static final class FatJarLoader extends URLClassLoader {
    private final byte[] owner;

    FatJarLoader(byte[] owner, String... urls) throws Exception {
      super(new URL[0], ClassLoader.getPlatformClassLoader());
      this.owner = owner;
      for (String url : urls) {
        addURL(new URL(null, "jar:" + url, new NoHandler()));
      }
    }

    @Override
    protected Class<?> findClass(String name) {
      return defineClass(name, owner, 0, owner.length);
    }
  }

  private static final class NoHandler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("Only the name counts.");
    }
  }

  /** As an application server loads a web application. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL url, ClassLoader parent) {
      super(new URL[] {url}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> type = findLoadedClass(name);
      if (type == null && name.startsWith("org.sample.")) {
        return findClass(name);
      }
      return type == null ? super.loadClass(name, resolve) : type;
    }
  }
}
